// Loads every vector of a folder, or fails: no files and malformed vectors are errors, never fewer tests.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** In the order of file names, then of the files. `readVector` throws, saying what is wrong with one. */
export function loadVectors<T extends { readonly id: string }>(
  directory: string,
  readVector: (value: unknown) => T,
): readonly T[] {
  const files = readdirSync(directory)
    .filter((name) => name.endsWith(".json"))
    .toSorted();
  if (files.length === 0) throw new Error(`no vectors in \`${directory}\``);
  const vectors = files.flatMap((name) => readFile(directory, name, readVector));
  const ids = new Set<string>();
  for (const { id } of vectors) {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) throw new Error(`vector id \`${id}\` is not kebab-case`);
    if (ids.has(id)) throw new Error(`vector id \`${id}\` stands twice`);
    ids.add(id);
  }
  return vectors;
}

function readFile<T>(directory: string, name: string, readVector: (value: unknown) => T): readonly T[] {
  const list: unknown = JSON.parse(readFileSync(join(directory, name), "utf8"));
  if (!Array.isArray(list) || list.length === 0) throw new Error(`${name}: not an array of vectors`);
  return list.map((value: unknown, index) => {
    try {
      return readVector(value);
    } catch (error) {
      throw new Error(`${name}, vector ${index}: ${(error as Error).message}`, { cause: error });
    }
  });
}

/** The members of an object: all of `required`, and of others only `optional`. There is no flag to skip a vector. */
export function readMembers(
  value: unknown,
  required: readonly string[],
  optional: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  if (!isObject(value)) throw new Error(`found ${JSON.stringify(value)} where an object belongs`);
  const found = Object.keys(value).toSorted();
  const isRight =
    required.every((key) => found.includes(key)) &&
    found.every((key) => required.includes(key) || optional.includes(key));
  const expected = required.toSorted().join(", ");
  if (!isRight) throw new Error(`has the members ${found.join(", ") || "none"}, not ${expected}`);
  return { ...value };
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
