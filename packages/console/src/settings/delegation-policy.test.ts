import { describe, expect, test } from "vitest";
import { delegationCharactersMax, delegationProblem, delegationTemplate } from "./delegation-policy.js";

describe("what keeps a delegation policy from being put", () => {
  test.each([
    ["", "Enter a policy, or begin with the template"],
    ["{\n  x", "Line 2, column 3: found `x` where a key in double quotes belongs"],
    ["[]", "Line 1, column 1: a policy is one JSON object"],
  ])("%j", (text, problem) => {
    expect(delegationProblem(text)).toBe(problem);
  });

  test("its length, from one character past the limit", () => {
    const of = (length: number): string => `{"a":"${"x".repeat(length - 8)}"}`;
    expect(delegationProblem(of(delegationCharactersMax))).toBeUndefined();
    expect(delegationProblem(of(delegationCharactersMax + 1))).toBe(
      "40,001 characters, and 40,000 are allowed",
    );
  });
});

test("the template names the account and the policies of the organization, in its partition", () => {
  const text = delegationTemplate("222233334444", {
    Id: "o-abc",
    Arn: "arn:aws-cn:organizations::111122223333:organization/o-abc",
  });
  expect(delegationProblem(text)).toBeUndefined();
  expect(text).toContain("arn:aws-cn:iam::222233334444:root");
  expect(text).toContain("arn:aws-cn:organizations::111122223333:policy/o-abc/aiservices_opt_out_policy/*");
});
