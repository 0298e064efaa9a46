// JSONPath (RFC 9535) text for a place in a document.

const bare = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Keys from the top down: member names, and indices into arrays. */
export type Keys = readonly (string | number)[];

/** `["services", "lex", "@@assign"]` reads `$.services.lex['@@assign']`. Always whole, so that it names a node. */
export function jsonPath(keys: Keys): string {
  let path = "$";
  for (const key of keys) {
    if (typeof key === "number") path += `[${key}]`;
    else if (bare.test(key)) path += `.${key}`;
    else path += `['${escaped(key)}']`;
  }
  return path;
}

function escaped(key: string): string {
  const json = JSON.stringify(key).slice(1, -1);
  return json.replaceAll(String.raw`\"`, '"').replaceAll("'", String.raw`\'`);
}
