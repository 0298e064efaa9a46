// A member that one object of a JSON text names twice.

const token = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g;

/**
 * The first such name in the order of the text, which has to be valid JSON and come to `value`. Names are looked at only
 * where the text has more members than the value has kept: counting both takes a tenth of the time.
 */
export function repeatedMember(text: string, value: unknown): string | undefined {
  return membersOf(text) === membersIn(value) ? undefined : firstRepeated(text);
}

/** Outside of strings every member has one colon, and nothing else has any. */
function membersOf(text: string): number {
  let count = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quotationMark) isInString = !isInString;
    else if (isInString) index += code === backslash ? 1 : 0;
    else if (code === colon) count += 1;
  }
  return count;
}

const quotationMark = 0x22;
const colon = 0x3a;
const backslash = 0x5c;

/** Recursion is as deep as a body may nest. */
function membersIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const items: readonly unknown[] = Object.values(value);
  let count = Array.isArray(value) ? 0 : items.length;
  for (const item of items) count += membersIn(item);
  return count;
}

/** Linear, without recursion. */
function firstRepeated(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [found, isMember] of text.matchAll(token)) {
    if (found === "{") open.push(new Set());
    else if (found === "}") open.pop();
    else if (isMember !== undefined) {
      const quoted = found.slice(0, found.lastIndexOf('"') + 1);
      // Escaped or not, it is the same name.
      const name = quoted.includes("\\") ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
      const names = open.at(-1);
      if (names?.has(name) === true) return name;
      names?.add(name);
    }
  }
  return undefined;
}
