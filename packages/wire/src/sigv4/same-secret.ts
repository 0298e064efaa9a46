// Whether two secrets are the same, told in a time that does not depend on where they differ.

import { timingSafeEqual } from "node:crypto";

/** Their lengths are no secret. */
export function sameSecret(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
