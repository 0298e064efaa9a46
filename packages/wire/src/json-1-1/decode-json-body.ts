// The body of a request in AWS JSON 1.1, decoded strictly.

import { hasLoneSurrogate } from "./has-lone-surrogate.js";
import { serializationFault } from "./json-error.js";
import type { SerializationFault } from "./json-error.js";
import { nestingWithin } from "./nesting-within.js";
import { repeatedMember } from "./repeated-member.js";

/** A decoded body. Read members by own property only: a client may name them `__proto__`. */
export type JsonObject = { readonly [member: string]: unknown };

/** How deep a body may nest. No input of the service model goes beyond 4. */
export const bodyDepthMax = 32;

export type JsonBody =
  | { readonly ok: true; readonly value: JsonObject }
  | { readonly ok: false; readonly fault: SerializationFault };

// A byte order mark is kept, so that JSON.parse refuses it.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

// Valid UTF-8 holds no surrogate, so only an escape can bring one in.
const surrogateEscape = /\\u[dD][89a-fA-F]/;

/**
 * Decodes a body as one JSON object; an empty body is `{}`.
 * Refused: ill-formed UTF-8 or Unicode, nesting beyond 32, anything but an object, and a member that an object names
 * twice, of which two readers may take different ones.
 */
export function decodeJsonBody(body: Uint8Array): JsonBody {
  if (body.length === 0) return { ok: true, value: {} };
  const text = decodeUtf8(body);
  if (text === undefined) return refuse("the body is not valid UTF-8, encode it so");
  if (!nestingWithin(text, bodyDepthMax)) {
    return refuse(`the body nests deeper than ${bodyDepthMax} levels, flatten it`);
  }
  const value = parse(text);
  if (value === undefined) return refuse("the body is not valid JSON, send one JSON object");
  if (surrogateEscape.test(text) && hasLoneSurrogate(value)) {
    return refuse("the body holds half of a surrogate pair, escape whole characters");
  }
  const repeated = repeatedMember(text, value);
  if (repeated !== undefined)
    return refuse(`the body names the member \`${repeated.slice(0, 128)}\` twice, keep one`);
  if (!isJsonObject(value)) return refuse("the body is not a JSON object, send one");
  return { ok: true, value };
}

/** Whether a parsed JSON value is an object: neither an array nor `null`. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function decodeUtf8(body: Uint8Array): string | undefined {
  try {
    return utf8.decode(body);
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(message: string): JsonBody {
  return { ok: false, fault: serializationFault(message) };
}
