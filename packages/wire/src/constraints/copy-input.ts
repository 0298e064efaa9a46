// Decoded JSON copied into the types of the service model, or refused where the types differ.

import { isJsonObject } from "../json-1-1/decode-json-body.js";
import { serializationFault } from "../json-1-1/json-error.js";
import type { SerializationFault } from "../json-1-1/json-error.js";
import type { CompiledMember, CompiledShape } from "./compile-shape.js";
import type { InputObject, InputValue } from "./input-value.js";

/** The copy, or the first value of a wrong type in model order. */
export type Copy<Value extends InputValue> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: SerializationFault };

/** The farthest instant that a `Date` can hold, in milliseconds from the epoch. */
const dateMillisecondsMax = 8.64e15;

/**
 * Copies the known members of a structure. Unknown members are dropped and `null` ones are absent,
 * both as on AWS. Members are read as own properties and the copy has no prototype, so that no name
 * a client chooses reaches beyond the data. `path` is empty at the top.
 */
export function copyStructure(
  members: readonly CompiledMember[],
  value: unknown,
  path: string,
): Copy<InputObject> {
  if (!isJsonObject(value)) return wrongType(path, "an object", value);
  const copy = Object.create(null) as Record<string, InputValue>;
  for (const { name, shape } of members) {
    const member = Object.hasOwn(value, name) ? value[name] : undefined;
    if (member === undefined || member === null) continue;
    const copied = copyValue(shape, member, path === "" ? name : `${path}.${name}`);
    if (!copied.ok) return copied;
    copy[name] = copied.value;
  }
  return { ok: true, value: copy };
}

function copyValue(shape: CompiledShape, value: unknown, path: string): Copy<InputValue> {
  switch (shape.type) {
    case "string":
      return typeof value === "string" ? { ok: true, value } : wrongType(path, "a string", value);
    case "integer":
      return Number.isSafeInteger(value)
        ? { ok: true, value: value as number }
        : wrongType(path, "an integer", value);
    case "boolean":
      return typeof value === "boolean" ? { ok: true, value } : wrongType(path, "true or false", value);
    case "timestamp":
      return copyTimestamp(value, path);
    case "list":
      return copyList(shape.member, value, path);
    case "structure":
      return copyStructure(shape.members, value, path);
  }
}

function copyTimestamp(value: unknown, path: string): Copy<Date> {
  const milliseconds = typeof value === "number" ? Math.round(value * 1000) : Number.NaN;
  return Math.abs(milliseconds) <= dateMillisecondsMax
    ? { ok: true, value: new Date(milliseconds) }
    : wrongType(path, "a number of seconds since the epoch", value);
}

function copyList(member: CompiledShape, value: unknown, path: string): Copy<readonly InputValue[]> {
  if (!Array.isArray(value)) return wrongType(path, "a list", value);
  const copy: InputValue[] = [];
  for (const [index, element] of value.entries()) {
    const copied = copyValue(member, element, `${path}[${index}]`);
    if (!copied.ok) return copied;
    copy.push(copied.value);
  }
  return { ok: true, value: copy };
}

// Says the type that was given, never the value: it may be personal data in the wrong place.
function wrongType(path: string, expected: string, value: unknown): { ok: false; fault: SerializationFault } {
  const subject = path === "" ? "the input" : `\`${path}\``;
  return {
    ok: false,
    fault: serializationFault(`${subject} is ${describe(value)}, give ${expected}`),
  };
}

function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "number" ? "a number of another kind" : `a ${typeof value}`;
}
