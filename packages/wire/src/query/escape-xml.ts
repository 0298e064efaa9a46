// Text made safe to stand between XML tags or inside a quoted attribute.

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  // A bare carriage return would be read back as a line feed.
  "\r": "&#xD;",
};

// All that XML 1.0 cannot hold even as a reference: most controls, lone surrogates, two noncharacters.
const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Escapes markup; replaces characters illegal in XML 1.0 with U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(illegal, "\uFFFD").replace(/[&<>"'\r]/g, (character) => entities[character] ?? "");
}
