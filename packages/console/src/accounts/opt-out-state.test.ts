import { expect, test } from "vitest";
import type { Choice } from "@withhold/policy";
import { stateOf } from "./opt-out-state.js";

const cases: readonly (readonly [readonly Choice[], ReturnType<typeof stateOf>])[] = [
  [["optOut", "optOut"], "opted-out"],
  [["optOut", "optIn", "undetermined"], "opted-in"],
  [["optOut", "undetermined", "undecided"], "unknown"],
  [["optOut", "undecided"], "no-choice"],
];

test.each(cases)("%j is %s", (choices, state) => {
  expect(stateOf(choices)).toBe(state);
});
