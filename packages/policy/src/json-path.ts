// JSONPath (RFC 9535) text for a place in a document.

import { shorten } from "./json.js";

const bare = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** `["services", "lex", "@@assign"]` reads `$.services.lex['@@assign']`. */
export function jsonPath(keys: readonly (string | number)[]): string {
  let path = "$";
  for (const key of keys) {
    if (typeof key === "number") path += `[${key}]`;
    else if (bare.test(key)) path += `.${key}`;
    else path += `['${escaped(key)}']`;
  }
  return path;
}

function escaped(key: string): string {
  const json = JSON.stringify(shorten(key)).slice(1, -1);
  return json.replaceAll(String.raw`\"`, '"').replaceAll("'", String.raw`\'`);
}
