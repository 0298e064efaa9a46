// Raw headers gathered by lower-case name, with every repetition kept.

/** Values by lower-case name, in the order received. Never holds an empty list. */
export type HeaderTable = ReadonlyMap<string, readonly string[]>;

/**
 * CloudFront adds this header to every request after the client signed it. All other `x-amz-…` headers must be signed;
 * this one is left out of the table, so that it need not be and nobody can take it for signed.
 */
const addedByCloudFront = "x-amz-cf-id";

/** Gathers Node's flat `rawHeaders` but the one above; a name without a value at the end is dropped. */
export function headerTable(rawHeaders: readonly string[]): HeaderTable {
  const table = new Map<string, string[]>();
  for (let index = 1; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index - 1]?.toLowerCase() ?? "";
    if (name === addedByCloudFront) continue;
    const value = rawHeaders[index] ?? "";
    const values = table.get(name);
    if (values === undefined) table.set(name, [value]);
    else values.push(value);
  }
  return table;
}

/** The first value of a header, without the blanks around it; `undefined` where it is absent. */
export function headerValue(headers: HeaderTable, name: string): string | undefined {
  return headers.get(name)?.[0]?.trim();
}
