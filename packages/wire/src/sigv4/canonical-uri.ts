// The path as it enters the signature: normalized, then encoded once more.

import { encodeBytes } from "./percent-encoding.js";

/**
 * Dot segments resolved, empty segments dropped, and every segment of the path as received encoded
 * again (as for all services but S3). `undefined` for a character that is no byte or a relative path.
 */
export function canonicalUri(path: string): string | undefined {
  if (path === "/" || path === "") return "/";
  if (!path.startsWith("/")) return undefined;
  const kept: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === "..") {
      kept.pop();
      continue;
    }
    const encoded = encodeBytes(segment);
    if (encoded === undefined) return undefined;
    kept.push(encoded);
  }
  if (kept.length === 0) return "/";
  return `/${kept.join("/")}${path.endsWith("/") ? "/" : ""}`;
}
