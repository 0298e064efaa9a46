// The body of a request, taken whole, at the cost of no more memory than was granted.

import type { Readable } from "node:stream";
import { requestBodyBytesMax } from "./limits.js";
import type { Share } from "./load.js";
import { bodyTooLarge, overloaded } from "./requests/refusal.js";
import type { Refusal } from "./requests/refusal.js";

export interface BodyReading {
  readonly done: (body: Uint8Array) => void;
  /** Of what comes after it nothing is kept. */
  readonly refused: (refusal: Refusal) => void;
  /** The client went away before the end. */
  readonly gone: () => void;
}

const nothing: Buffer = Buffer.alloc(0);

/**
 * Calls one of the three, once. Holds of `share` what the body occupies, which is up to twice its length: pieces are
 * copied into one buffer that doubles, because a million pieces of a byte each would take a hundred times their length.
 */
export function readBody(
  request: Readable,
  share: Share,
  reading: BodyReading,
  bytesMax = requestBodyBytesMax,
): void {
  let kept = nothing;
  let length = 0;
  // The listeners stay on, and go with the request.
  let isOver = false;
  const refuse = (refusal: Refusal): void => {
    isOver = true;
    reading.refused(refusal);
  };
  const take = (chunk: Buffer): void => {
    if (isOver) return undefined;
    const total = length + chunk.length;
    if (total > bytesMax) return refuse(bodyTooLarge);
    if (total > kept.length) {
      // The first piece is kept as it is, with the packet that it is part of: most requests have no other.
      const grown = length === 0 ? undefined : Math.min(Math.max(total, kept.length * 2), bytesMax);
      if (!share.hold(grown ?? chunk.buffer.byteLength)) return refuse(overloaded);
      const before = kept;
      kept = grown === undefined ? chunk : Buffer.allocUnsafeSlow(grown);
      if (grown !== undefined) before.copy(kept, 0, 0, length);
    }
    if (length > 0) chunk.copy(kept, length);
    length = total;
    return undefined;
  };
  const finish = (): void => {
    if (isOver) return;
    isOver = true;
    reading.done(kept.length === length ? kept : kept.subarray(0, length));
  };
  const leaveUnfinished = (): void => {
    if (isOver) return;
    isOver = true;
    reading.gone();
  };
  request.on("data", take).on("end", finish).on("close", leaveUnfinished);
}
