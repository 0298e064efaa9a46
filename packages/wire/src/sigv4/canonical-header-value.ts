// A header value as it enters the signature: trimmed, inner blanks collapsed, repetitions joined.

/**
 * The values of one header joined by `,`. `undefined` where a character is no byte or would end
 * the line: Node never delivers such a value, and canonical text with one would be ambiguous.
 */
export function canonicalHeaderValue(values: readonly string[]): string | undefined {
  const first = values[0];
  if (values.length === 1 && first !== undefined) return canonicalValue(first);
  const canonical: string[] = [];
  for (const value of values) {
    const one = canonicalValue(value);
    if (one === undefined) return undefined;
    canonical.push(one);
  }
  return canonical.join(",");
}

function canonicalValue(value: string): string | undefined {
  let afterBlank = true;
  let untidy = false;
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    const isBlank = code === 0x20 || code === 0x09;
    if (code > 0xff || code === 0 || code === 0x0a || code === 0x0d) return undefined;
    if (isBlank && (afterBlank || code === 0x09)) untidy = true;
    afterBlank = isBlank;
  }
  if (!untidy && !afterBlank) return value;
  return value.replace(/[ \t]+/g, " ").replace(/^ | $/g, "");
}
