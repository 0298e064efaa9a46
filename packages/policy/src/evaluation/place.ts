// A place in a policy that a report points at: which policy, attached where, and the line.

import { jsonPath } from "../json-path.js";
import type { Keys } from "../json-path.js";
import type { Offset } from "../json.js";
import { positionAt } from "../position.js";
import type { Position } from "../position.js";
import type { SnapshotPolicy } from "../snapshot/organization-snapshot.js";
import type { SnapshotNode } from "../snapshot/snapshot-index.js";

/** The root, an OU or an account, as reports name it. */
export interface LevelName {
  readonly id: string;
  readonly kind: "root" | "unit" | "account";
  readonly name: string;
}

export interface Place {
  readonly policyId: string;
  readonly policyName: string;
  /** Where the policy is attached. */
  readonly level: LevelName;
  /** JSONPath of the operator in the policy. */
  readonly path: string;
  /** In the policy's own text. */
  readonly position: Position;
  /** The file that holds the text, where that is known; `position` there if the text stands in it literally. */
  readonly file?: { readonly name: string; readonly position?: Position };
}

export function levelName({ id, kind, name }: SnapshotNode): LevelName {
  return { id, kind, name };
}

export function placeOf(policy: SnapshotPolicy, node: SnapshotNode, keys: Keys, at: Offset): Place {
  const position = positionAt(policy.content ?? "", at);
  const place = { policyId: policy.id, policyName: policy.name, level: levelName(node) };
  const file = filePlace(policy, position);
  return { ...place, path: jsonPath(keys), position, ...(file === undefined ? {} : { file }) };
}

/** Where a position of a policy's text is in the file that holds it; undefined where no file is known. */
export function filePlace({ origin }: SnapshotPolicy, { line, column }: Position): Place["file"] {
  if (origin === undefined) return undefined;
  if (origin.line === undefined) return { name: origin.file };
  const before = line === 1 ? (origin.column ?? 1) - 1 : 0;
  return { name: origin.file, position: { line: origin.line + line - 1, column: before + column } };
}

/** As sentences name it: `policy "Base" (base.json:3) at the root`. */
export function describePlace({ policyName, level, position, file }: Place): string {
  const line = file?.position === undefined ? `line ${position.line}` : `${file.name}:${file.position.line}`;
  const where =
    file !== undefined && file.position === undefined ? `${file.name}, ${line} of the policy` : line;
  return `policy "${policyName}" (${where}) at ${describeLevel(level)}`;
}

export function describeLevel({ id, kind, name }: LevelName): string {
  switch (kind) {
    case "root":
      return "the root";
    case "unit":
      return name === id ? `OU ${id}` : `OU "${name}" (${id})`;
    case "account":
      return name === id ? `account ${id}` : `account "${name}" (${id})`;
  }
}
