// What a recorded event names.

/** INVARIANT: a recorded event names only what earlier events made. */
export function known<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`the journal names \`${id}\`, which no earlier record made`);
  return found;
}
