// Loads every inheritance vector of a folder, or fails: no files and malformed vectors are errors, never fewer tests.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readInheritanceVector } from "./inheritance-vector.js";
import type { InheritanceVector } from "./inheritance-vector.js";

const inheritanceDirectory = fileURLToPath(new URL("../../inheritance", import.meta.url));

/** In the order of file names, then of the files. */
export function loadInheritanceVectors(
  directory: string = inheritanceDirectory,
): readonly InheritanceVector[] {
  const files = readdirSync(directory)
    .filter((name) => name.endsWith(".json"))
    .toSorted();
  if (files.length === 0) throw new Error(`no vectors in \`${directory}\``);
  const vectors = files.flatMap((name) => readFile(directory, name));
  const ids = new Set<string>();
  for (const { id } of vectors) {
    if (ids.has(id)) throw new Error(`vector id \`${id}\` stands twice`);
    ids.add(id);
  }
  return vectors;
}

function readFile(directory: string, name: string): readonly InheritanceVector[] {
  const list: unknown = JSON.parse(readFileSync(join(directory, name), "utf8"));
  if (!Array.isArray(list) || list.length === 0) throw new Error(`${name}: not an array of vectors`);
  return list.map((value: unknown, index) => {
    try {
      return readInheritanceVector(value);
    } catch (error) {
      throw new Error(`${name}, vector ${index}: ${(error as Error).message}`, { cause: error });
    }
  });
}
