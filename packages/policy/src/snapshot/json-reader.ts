// Readers: from parsed JSON to typed values, strict, with the place of whatever does not fit.

import { describeJson, quote } from "../json.js";
import type { JsonNode, Offset } from "../json.js";
import type { Keys } from "../json-path.js";
import { didYouMean } from "../suggest.js";

/** Takes a node and the keys that lead to it. Throws a `Misfit`. */
export type JsonReader<T> = (node: JsonNode, keys: Keys) => T;

/** What does not fit, and where. */
export class Misfit extends Error {
  readonly keys: Keys;
  readonly at: Offset;
  constructor(keys: Keys, at: Offset, message: string) {
    super(message);
    this.keys = keys;
    this.at = at;
  }
}

/** An object with these members and no others, each once. */
export function objectOf<Required extends object, Optional extends object>(
  required: { readonly [Key in keyof Required]: JsonReader<Required[Key]> },
  optional: { readonly [Key in keyof Optional]: JsonReader<Optional[Key]> },
): JsonReader<Required & Partial<Optional>> {
  const readers = new Map<string, JsonReader<unknown>>(Object.entries({ ...required, ...optional }));
  return (node, keys) => {
    if (node.kind !== "object")
      throw new Misfit(keys, node.at, `found ${describeJson(node)}; an object belongs here`);
    const values: Record<string, unknown> = {};
    for (const { key, at, value } of node.members) {
      const path = [...keys, key];
      const reader = readers.get(key);
      if (reader === undefined) throw new Misfit(path, at, unknownMember(key, readers));
      if (Object.hasOwn(values, key)) {
        throw new Misfit(path, at, `key ${quote(key)} stands twice in this object; keep one`);
      }
      values[key] = reader(value, path);
    }
    for (const key of Object.keys(required)) {
      if (!Object.hasOwn(values, key)) throw new Misfit(keys, node.at, `key ${quote(key)} is missing`);
    }
    return values as Required & Partial<Optional>;
  };
}

function unknownMember(key: string, readers: ReadonlyMap<string, unknown>): string {
  const near = didYouMean(key, readers.keys());
  return `unknown key ${quote(key)}${near === "" ? "; leave it out" : near}`;
}

export function listOf<T>(read: JsonReader<T>): JsonReader<readonly T[]> {
  return (node, keys) => {
    if (node.kind !== "array")
      throw new Misfit(keys, node.at, `found ${describeJson(node)}; an array belongs here`);
    return node.items.map((item, index) => read(item, [...keys, index]));
  };
}

/** A string of 1 to `max` UTF-16 code units; of 0 too where it may be empty. */
export function textOf(max: number, { mayBeEmpty = false } = {}): JsonReader<string> {
  return (node, keys) => {
    if (node.kind !== "string")
      throw new Misfit(keys, node.at, `found ${describeJson(node)}; a string belongs here`);
    if (node.value === "" && !mayBeEmpty) throw new Misfit(keys, node.at, "this string is empty");
    if (node.value.length > max) {
      throw new Misfit(
        keys,
        node.at,
        `this string has ${node.value.length} characters, and ${max} are allowed`,
      );
    }
    return node.value;
  };
}

/** One of these values and no other. */
export function oneOf<const T extends string | number>(allowed: readonly T[]): JsonReader<T> {
  return (node, keys) => {
    const found = allowed.find(
      (value) => (node.kind === "string" || node.kind === "number") && node.value === value,
    );
    if (found !== undefined) return found;
    const right = allowed.map((value) => `\`${JSON.stringify(value)}\``).join(" or ");
    throw new Misfit(keys, node.at, `found ${describeJson(node)}; write ${right}`);
  };
}

export function orNull<T>(read: JsonReader<T>): JsonReader<T | null> {
  return (node, keys) => (node.kind === "null" ? null : read(node, keys));
}

/** A whole number from 1. */
export const countingNumber: JsonReader<number> = (node, keys) => {
  if (node.kind === "number" && Number.isSafeInteger(node.value) && node.value >= 1) return node.value;
  throw new Misfit(keys, node.at, `found ${describeJson(node)}; a whole number from 1 belongs here`);
};
