// A member that one object of a JSON text names twice.

const token = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g;

/** The first such name in the order of the text, which has to be valid JSON. Linear, without recursion. */
export function repeatedMember(text: string): string | undefined {
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
