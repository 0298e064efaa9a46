import { aiOptOutCharactersMax, lintPolicy } from "@withhold/policy";
import { expect, test } from "vitest";
import { fullLockContent } from "./full-lock.js";
import { freeName, nameProblem, renamed } from "./new-policy-name.js";
import { createdPolicyId, stepCall } from "./opt-out-step.js";
import type { OptOutStep } from "./opt-out-step.js";
import { drawOrganization } from "../../organization/drawn-organization.fixture.js";

const attach: OptOutStep = {
  kind: "attach-policy",
  policyId: createdPolicyId,
  policyName: "Old",
  rootId: "r-1",
};

test("the policy is attached by the id that creating it gave", () => {
  expect(stepCall(attach, "p-12345678").input).toEqual({ PolicyId: "p-12345678", TargetId: "r-1" });
  expect(stepCall({ ...attach, policyId: "p-87654321" }, "p-12345678").input).toMatchObject({
    PolicyId: "p-87654321",
  });
});

test("the policy that is created is one that the linter has nothing to say about", () => {
  expect(lintPolicy(fullLockContent)).toEqual([]);
  expect(fullLockContent.length).toBeLessThan(aiOptOutCharactersMax);
});

test("another name reaches every step of the policy that is created, and no other policy", () => {
  const steps: readonly OptOutStep[] = [
    { kind: "create-policy", policyName: "Old" },
    attach,
    { ...attach, policyId: "p-87654321", policyName: "Other", kind: "detach-policy" },
  ];
  const names = renamed(steps, "New").map((step) => "policyName" in step && step.policyName);
  expect(names).toEqual(["New", "New", "Other"]);
});

test("names are checked before they are sent", () => {
  const { snapshot } = drawOrganization({ policies: { OptOutOfEverything: { content: null, at: [] } } });
  expect(freeName(snapshot)).toBe("OptOutOfEverything-2");
  expect([" ", "x".repeat(129), "OptOutOfEverything"].map((name) => nameProblem(snapshot, name))).toEqual([
    "Give the policy a name",
    "The name has 129 characters; 128 are the most",
    "Another policy has this name",
  ]);
  expect(nameProblem(snapshot, "x".repeat(128))).toBeUndefined();
});
