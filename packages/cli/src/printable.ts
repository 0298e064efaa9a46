// Text of others made safe to show: nothing in it may move the cursor, colour the screen or reorder a line.

const unsafe = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** Control characters as `\u001b`, so that they are seen instead of obeyed. */
export function printable(text: string): string {
  return text.replace(unsafe, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The same for text of several lines, whose ends stay. In JSON text the escapes mean what they replace. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}
