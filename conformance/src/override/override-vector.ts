// What an override vector is: policy files along a chain, and what each service comes to. Strict, so that a typo weakens nothing.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface OverrideVector {
  readonly id: string;
  readonly source: string;
  /** Root first, the account last; names of files in `examples/shapes`, in attachment order. */
  readonly levels: readonly (readonly string[])[];
  /** Policies that exist and are attached nowhere. */
  readonly unattached: readonly string[];
  readonly point: string;
  /** What the check says that looks at the value of `default` and its lock alone, in any policy there is. */
  readonly usualCheck: string;
  readonly rows: readonly OverrideVectorRow[];
}

interface OverrideVectorRow {
  /** A service key, or `unnamed`, or `future`. */
  readonly service: string;
  readonly choice: string;
  readonly override: string;
}

const folder = fileURLToPath(new URL("../../override", import.meta.url));

/** Throws, saying what is wrong, unless every vector is one to the letter. */
export function loadOverrideVectors(): readonly OverrideVector[] {
  const list: unknown = JSON.parse(readFileSync(join(folder, "shapes.json"), "utf8"));
  if (!Array.isArray(list) || list.length === 0) throw new Error("no override vectors");
  const vectors = list.map(readVector);
  if (new Set(vectors.map(({ id }) => id)).size < vectors.length) throw new Error("a vector id stands twice");
  return vectors;
}

function readVector(value: unknown): OverrideVector {
  requireMembers(value, ["id", "source", "levels", "unattached", "point", "usualCheck", "rows"]);
  const vector = value as OverrideVector;
  const { id, levels, point, usualCheck, rows } = vector;
  if (!/^[a-z0-9-]+$/.test(id)) throw new Error(`\`${id}\` is not kebab-case`);
  if (levels.length < 2) throw new Error(`${id}: give the root and the account at least`);
  if (!["root", "ou-1", "account"].includes(point)) throw new Error(`${id}: no point \`${point}\``);
  if (!["passes", "fails"].includes(usualCheck)) throw new Error(`${id}: \`usualCheck\` is neither`);
  if (rows.length === 0) throw new Error(`${id}: no rows`);
  for (const row of rows) requireMembers(row, ["service", "choice", "override"]);
  return vector;
}

/** Exactly these members. What they hold the evaluation compares. */
function requireMembers(value: unknown, keys: readonly string[]): void {
  const found = Object.keys(value ?? {})
    .toSorted()
    .join();
  if (found !== keys.toSorted().join()) throw new Error(`has the members ${found}, not ${keys.join()}`);
}
