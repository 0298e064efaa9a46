// The members of an operator's body, held against their JSON Schema: strings with limits, and nothing else.

import { decodeJsonBody } from "@withhold/wire";
import type { JsonObject } from "@withhold/wire";
import { OperatorError } from "./operator-error.js";

interface TextSchema {
  readonly type: "string";
  /** In code points, as the next. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** The limits in words, where the pattern needs them. */
  readonly description?: string;
}

interface MembersSchema {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, TextSchema>>;
}

type Members<Schema extends MembersSchema> = {
  readonly [Name in Extract<keyof Schema["properties"], Schema["required"][number]>]: string;
} & {
  readonly [Name in Exclude<keyof Schema["properties"], Schema["required"][number]>]?: string;
};

/** The JSON object that a body is. Throws an `OperatorError`. */
export function readObject(body: Uint8Array): JsonObject {
  const decoded = decodeJsonBody(body);
  if (!decoded.ok) throw new OperatorError("invalid-request", decoded.fault.message, "$");
  return decoded.value;
}

/** Of the object that a body is. Throws as the two do that it is made of. */
export function readBodyMembers<Schema extends MembersSchema>(
  body: Uint8Array,
  schema: Schema,
): Members<Schema> {
  return readMembers(readObject(body), schema);
}

/** Throws an `OperatorError` that names the place, and never says the value. What is not a member is refused. */
export function readMembers<Schema extends MembersSchema>(
  value: JsonObject,
  schema: Schema,
): Members<Schema> {
  refuseStrangers(value, Object.keys(schema.properties), "$");
  const members: Record<string, string> = {};
  for (const [name, text] of Object.entries(schema.properties)) {
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (given === undefined && !schema.required.includes(name)) continue;
    members[name] = textOf(given, name, text);
  }
  // Every member of the schema was read, and no other.
  return members as Members<Schema>;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Throws an `OperatorError` where `value`, at a place, has a member that is none of `names`. */
export function refuseStrangers(value: JsonObject, names: readonly string[], place: string): void {
  const stranger = Object.keys(value).find((name) => !names.includes(name));
  if (stranger === undefined) return;
  const name = stranger.slice(0, 64);
  const known = names.length === 0 ? "there are none" : `there is ${names.join(", ")}`;
  const message = `unknown member \`${name}\`; ${known}`;
  throw new OperatorError("invalid-request", message, `${place}[${JSON.stringify(name)}]`);
}

function textOf(given: unknown, name: string, schema: TextSchema): string {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern = "" } = schema;
  if (typeof given === "string") {
    const length = Array.from(given).length;
    if (length >= minLength && length <= maxLength && new RegExp(pattern, "u").test(given)) return given;
  }
  const what = given === undefined ? "is missing" : "cannot be used";
  throw new OperatorError("invalid-request", `\`${name}\` ${what}; give ${limitsOf(schema)}`, `$.${name}`);
}

function limitsOf({ minLength, maxLength, description }: TextSchema): string {
  return description ?? `a string of ${minLength ?? 0} to ${maxLength ?? "any number of"} characters`;
}
