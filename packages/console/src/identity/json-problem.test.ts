import { expect, test } from "vitest";
import { jsonProblem } from "./json-problem.js";

test.each([
  ["", "Write a policy document"],
  ["{}", undefined],
  ['{\n  "a": 1,\n}', "Line 3, column 1"],
])("%j", (text, problem) => {
  if (problem === undefined) expect(jsonProblem(text)).toBeUndefined();
  else expect(jsonProblem(text)).toContain(problem);
});
