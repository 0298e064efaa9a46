// The body of a successful answer in AWS JSON 1.1.

/**
 * Encodes an operation's output; `undefined`, of an operation without output, is the empty body.
 * Dates become epoch seconds with milliseconds as the fraction; undefined members are omitted.
 * Throws `RangeError` on an invalid date, and on a cycle: both are bugs of the caller.
 */
export function encodeJsonOutput(output: object | undefined): string {
  return output === undefined ? "" : (jsonText(output) ?? "");
}

// Written out, because `JSON.stringify` gives a date to `toJSON` before any replacer sees it, and copying every output
// to put numbers in the place of dates costs more than all the rest of encoding. Undefined for what JSON leaves out.
function jsonText(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (value instanceof Date) return epochSeconds(value);
  if (Array.isArray(value)) return `[${value.map((item) => jsonText(item) ?? "null").join(",")}]`;
  let members = "";
  for (const name of Object.keys(value)) {
    const text = jsonText((value as Readonly<Record<string, unknown>>)[name]);
    if (text !== undefined) members += `${members === "" ? "{" : ","}${nameText(name)}${text}`;
  }
  return members === "" ? "{}" : `${members}}`;
}

/** Names are those of the service model, a few hundred: each is escaped once. */
const nameTexts = new Map<string, string>();

function nameText(name: string): string {
  let text = nameTexts.get(name);
  if (text === undefined) {
    text = `${JSON.stringify(name)}:`;
    if (nameTexts.size < nameTextsMax) nameTexts.set(name, text);
  }
  return text;
}

const nameTextsMax = 1000;

function epochSeconds(date: Date): string {
  const milliseconds = date.getTime();
  if (Number.isNaN(milliseconds)) throw new RangeError("an output holds an invalid date");
  return String(milliseconds / 1000);
}
