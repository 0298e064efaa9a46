// Percent-encoding over bytes, each byte held as one character from U+0000 to U+00FF.

// `-`, `.`, `_` and `~`, which stay as they are beside letters and digits (RFC 3986, unreserved).
const unreservedMarks = new Set([0x2d, 0x2e, 0x5f, 0x7e]);

const encodedBytes: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  isUnreserved(byte) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
);

function isUnreserved(byte: number): boolean {
  const isDigit = byte >= 0x30 && byte <= 0x39;
  const isUpper = byte >= 0x41 && byte <= 0x5a;
  const isLower = byte >= 0x61 && byte <= 0x7a;
  return isDigit || isUpper || isLower || unreservedMarks.has(byte);
}

/** Encodes all but unreserved characters, upper-case hex; `undefined` for a character that is no byte. */
export function encodeBytes(text: string): string | undefined {
  let encoded = "";
  for (let index = 0; index < text.length; index += 1) {
    const byte = encodedBytes[text.charCodeAt(index)];
    if (byte === undefined) return undefined;
    encoded += byte;
  }
  return encoded;
}

/** Decodes `%XX` and `+`; `undefined` for a broken escape or a character that is no byte. */
export function decodeBytes(text: string): string | undefined {
  let decoded = "";
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0xff) return undefined;
    if (code === 0x2b) {
      decoded += " ";
    } else if (code === 0x25) {
      const digits = text.slice(index + 1, index + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(digits)) return undefined;
      decoded += String.fromCharCode(Number.parseInt(digits, 16));
      index += 2;
    } else {
      decoded += text.charAt(index);
    }
  }
  return decoded;
}
