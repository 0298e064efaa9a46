// The body of a successful answer in AWS JSON 1.1.

/**
 * Encodes an operation's output; `undefined`, of an operation without output, is the empty body.
 * Dates become epoch seconds with milliseconds as the fraction; undefined members are omitted.
 * Throws `RangeError` on an invalid date and `TypeError` on a cycle: both are bugs of the caller.
 */
export function encodeJsonOutput(output: object | undefined): string {
  return output === undefined ? "" : JSON.stringify(jsonValue(output));
}

// Dates cannot be left to a replacer: `JSON.stringify` calls `Date.prototype.toJSON` before it.
function jsonValue(value: unknown): unknown {
  if (value instanceof Date) return epochSeconds(value);
  if (Array.isArray(value)) return value.map(jsonValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, jsonValue(member)]));
}

function epochSeconds(date: Date): number {
  const milliseconds = date.getTime();
  if (Number.isNaN(milliseconds)) throw new RangeError("an output holds an invalid date");
  return milliseconds / 1000;
}
