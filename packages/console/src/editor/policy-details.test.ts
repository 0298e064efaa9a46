import { describe, expect, it } from "vitest";
import { descriptionProblem, nameProblem } from "./policy-details.js";

describe("the limits of name and description", () => {
  it.each([
    [{ name: "", description: "" }, true, false],
    [{ name: "a", description: "" }, false, false],
    [{ name: "🦆".repeat(128), description: "🦆".repeat(512) }, false, false],
    [{ name: "a".repeat(129), description: "a".repeat(513) }, true, true],
  ])("%#", (details, isNameWrong, isDescriptionWrong) => {
    expect(nameProblem(details) !== undefined).toBe(isNameWrong);
    expect(descriptionProblem(details) !== undefined).toBe(isDescriptionWrong);
  });
});
