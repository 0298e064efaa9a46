// A body's memory: what is held of the share while it comes, in whatever pieces.

import fc from "fast-check";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { requestBodyBytesMax } from "./limits.js";
import { Load } from "./load.js";
import { readBody } from "./read-body.js";
import type { Refusal } from "./requests/refusal.js";

interface Read {
  readonly body?: Uint8Array;
  readonly refusal?: Refusal;
  /** The most that was held at any time, and how often that changed. */
  readonly heldMost: number;
  readonly holds: number;
}

async function readIn(pieces: readonly Buffer[], bodiesBytesMax = Infinity): Promise<Read> {
  const load = new Load({ requestsMax: 1, bodiesBytesMax });
  const share = load.enter()!;
  let heldMost = 0;
  let holds = 0;
  const hold = (bytes: number): boolean => {
    holds += 1;
    const granted = share.hold(bytes);
    heldMost = Math.max(heldMost, load.bodiesBytes);
    return granted;
  };
  const read = await new Promise<Pick<Read, "body" | "refusal">>((resolve) => {
    readBody(
      Readable.from(pieces, { objectMode: false }),
      { ...share, hold },
      {
        done: (body) => resolve({ body }),
        refused: (refusal) => resolve({ refusal }),
        gone: () => resolve({}),
      },
    );
  });
  share.giveBack();
  share.giveBack();
  expect([load.requests, load.bodiesBytes]).toStrictEqual([0, 0]);
  return { ...read, heldMost, holds };
}

/** In memory of their own, which is what is held of a first piece. */
const bytes = (length: number): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, index) => index).buffer);

test("a body arrives whole in whatever pieces, and never holds more than twice its length", async () => {
  const piece = fc.integer({ min: 1, max: 300 }).map(bytes);
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 30 }), async (pieces) => {
      const whole = Buffer.concat(pieces);
      const { body, heldMost } = await readIn(pieces);
      expect(Buffer.from(body ?? []).equals(whole)).toBe(true);
      expect(heldMost).toBeLessThanOrEqual(2 * whole.length);
    }),
  );
});

test("a hundred thousand pieces of a byte each are held as one buffer, that grew a few times", async () => {
  const pieces = Array.from({ length: 100_000 }, () => bytes(1));
  const { body, heldMost, holds } = await readIn(pieces);
  expect(body).toHaveLength(100_000);
  expect(heldMost).toBeLessThanOrEqual(200_000);
  expect(holds).toBeLessThan(20);
});

test.each([
  [requestBodyBytesMax, undefined],
  [requestBodyBytesMax + 1, 413],
])("a body of %d bytes that comes in pieces is refused with %s", async (length, status) => {
  const { refusal } = await readIn([bytes(7), bytes(length - 7)]);
  expect(refusal?.status).toBe(status);
});

test("a body for which there is no room is refused with 503", async () => {
  expect((await readIn([bytes(50), bytes(50)], 100)).refusal).toBeUndefined();
  expect((await readIn([bytes(50), bytes(51)], 100)).refusal?.status).toBe(503);
});
