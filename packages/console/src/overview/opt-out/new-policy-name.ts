// The name of the policy that is created: a free one to begin with, checked as it is typed.

import type { OrganizationSnapshot } from "@withhold/policy";
import { createdPolicyId } from "./opt-out-step.js";
import type { OptOutStep } from "./opt-out-step.js";

/** A name that no policy has yet. */
export function freeName(snapshot: OrganizationSnapshot): string {
  const taken = new Set(snapshot.policies.map(({ name }) => name));
  let name = "OptOutOfEverything";
  for (let count = 2; taken.has(name); count += 1) name = `OptOutOfEverything-${count}`;
  return name;
}

/** What is wrong with a name for the new policy; undefined where nothing is. */
export function nameProblem(snapshot: OrganizationSnapshot, name: string): string | undefined {
  if (name.trim() === "") return "Give the policy a name";
  if (name.length > 128) return `The name has ${name.length} characters; 128 are the most`;
  return snapshot.policies.some((policy) => policy.name === name)
    ? "Another policy has this name"
    : undefined;
}

/** The steps with another name for the policy that they create. */
export function renamed(steps: readonly OptOutStep[], policyName: string): readonly OptOutStep[] {
  return steps.map((step) =>
    step.kind === "create-policy" || (step.kind === "attach-policy" && step.policyId === createdPolicyId)
      ? { ...step, policyName }
      : step,
  );
}
