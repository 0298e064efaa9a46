import { expect, test } from "vitest";
import { PartlyMade, inTurn } from "./partly-made.js";

const refused = Object.assign(new Error("too many"), {
  name: "ConstraintViolationException",
  $metadata: { requestId: "r-2" },
});
const failsAt =
  (place: number) =>
  async (piece: number): Promise<void> => {
    if (piece === place) throw refused;
    return Promise.resolve();
  };
const told = (made: number): string => `attached to ${made} of 3 targets`;

test("all calls are made, in order", async () => {
  const calls: number[] = [];
  await expect(inTurn([1, 2, 3], async (piece) => Promise.resolve(calls.push(piece)), told)).resolves.toBe(3);
  expect(calls).toEqual([1, 2, 3]);
});

test("the first that fails is told as it is: nothing was changed", async () => {
  await expect(inTurn([1, 2, 3], failsAt(1), told)).rejects.toBe(refused);
});

test("a later one says how far it came, with the code of what failed, and stops", async () => {
  const failure: unknown = await inTurn([1, 2, 3], failsAt(3), told).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PartlyMade);
  expect(failure).toMatchObject({
    name: "ConstraintViolationException",
    message: "attached to 2 of 3 targets; then: too many",
    $metadata: { requestId: "r-2" },
  });
});
