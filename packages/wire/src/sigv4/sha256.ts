// SHA-256 in one call.

import { hash } from "node:crypto";

/** Lower-case hex. `crypto.hash` (Node 20.12 on) costs half of a `createHash` object for short data. */
export function sha256Hex(data: Uint8Array | string): string {
  return hash("sha256", data, "hex");
}
