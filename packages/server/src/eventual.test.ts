// What goes on at once, what waits, and where errors go.

import { describe, expect, it } from "vitest";
import { eventually, whenThere } from "./eventual.js";

const failing = () => {
  throw new RangeError("no");
};
const nameOf = (error: unknown) => (error as Error).name;

describe("what is there", () => {
  it("goes on at once", () => {
    expect(whenThere(1, (value) => value + 1)).toBe(2);
    expect(eventually(() => 1, String, nameOf)).toBe("1");
  });

  it.each([
    ["failed to come", () => eventually(failing, String, nameOf)],
    ["failed on the way on", () => eventually(() => 1, failing, nameOf)],
  ])("or %s, at once too", (_, run) => {
    expect(run()).toBe("RangeError");
  });
});

describe("what is awaited", () => {
  it("goes on when it is there", async () => {
    const goingOn = whenThere(Promise.resolve(1), (value) => value + 1);
    expect(goingOn).toBeInstanceOf(Promise);
    expect(await goingOn).toBe(2);
    expect(await eventually(async () => Promise.resolve(1), String, nameOf)).toBe("1");
  });

  it.each([
    [
      "failed to come",
      async () => eventually(async () => Promise.reject(new RangeError("no")), String, nameOf),
    ],
    ["failed on the way on", async () => eventually(async () => Promise.resolve(1), failing, nameOf)],
  ])("or %s, then too", async (_, run) => {
    expect(await run()).toBe("RangeError");
  });
});
