// The hash that binds a record to everything before it.

import { hash } from "node:crypto";

const hashBytes = 32;

// One buffer for all calls: joining the two parts here and hashing in one shot is quicker than a streaming hash.
// INVARIANT: used synchronously only, from the first write to the digest.
let joined = Buffer.allocUnsafeSlow(64 * 1024);

/** `SHA-256(previous hash ‖ bytes)`. `previous` and the result: 64 lower-case hexadecimal characters. */
export function recordHash(previous: string, bytes: Uint8Array): string {
  const length = hashBytes + bytes.length;
  if (length > joined.length) joined = Buffer.allocUnsafeSlow(2 * length);
  joined.write(previous, 0, hashBytes, "hex");
  joined.set(bytes, hashBytes);
  return hash("sha256", joined.subarray(0, length), "hex");
}
