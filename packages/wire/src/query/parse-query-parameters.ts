// Parameters of the Query protocol, from a form body or a query string, decoded strictly.

import type { QueryFault } from "./query-error.js";

/** How many parameters one request may carry. STS and IAM calls need a few dozen at most. */
export const queryParametersMax = 1000;

export type QueryParameters =
  | { readonly ok: true; readonly parameters: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly fault: QueryFault };

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const allowedText = /^(?:[!-$&-~]|%[0-9a-fA-F]{2})*$/;

/**
 * Decodes `application/x-www-form-urlencoded`: a body as bytes, or a query string without `?`.
 * Refused: raw bytes outside printable ASCII, broken escapes, ill-formed UTF-8, a repeated
 * parameter, more than 1,000 of them.
 */
export function parseQueryParameters(encoded: Uint8Array | string): QueryParameters {
  const text = typeof encoded === "string" ? encoded : Buffer.from(encoded).toString("latin1");
  const parts = text.split("&", queryParametersMax + 1).filter((part) => part !== "");
  if (parts.length > queryParametersMax) {
    return refuse(`send at most ${queryParametersMax} parameters in one request`);
  }
  const parameters = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf("=");
    const name = decode(at < 0 ? part : part.slice(0, at));
    const value = decode(at < 0 ? "" : part.slice(at + 1));
    if (name === undefined || value === undefined) {
      return refuse("parameters are not percent-encoded UTF-8, encode names and values");
    }
    if (parameters.has(name)) return refuse(`send the parameter \`${name.slice(0, 128)}\` once`);
    parameters.set(name, value);
  }
  return { ok: true, parameters };
}

function decode(text: string): string | undefined {
  if (!allowedText.test(text)) return undefined;
  const spaced = text.replaceAll("+", " ");
  if (!spaced.includes("%")) return spaced;
  const bytes = spaced.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  try {
    return utf8.decode(Buffer.from(bytes, "latin1"));
  } catch {
    return undefined;
  }
}

function refuse(message: string): QueryParameters {
  return { ok: false, fault: { code: "MalformedQueryString", message } };
}
