// One step of opting out of everything: the call that makes it, and the change that it is to the organization.

import type { Change } from "@withhold/policy";
import type { CliCall } from "../../elements/show-cli.js";
import { aiOptOutType } from "../../paths.js";
import { fullLockContent } from "./full-lock.js";

interface NamedPolicy {
  readonly policyId: string;
  readonly policyName: string;
}

export type OptOutStep =
  | { readonly kind: "enable-type"; readonly rootId: string }
  | { readonly kind: "create-policy"; readonly policyName: string }
  | ({
      readonly kind: "update-policy";
      /** What it must still say, or else somebody changed it since. */
      readonly before: string;
      readonly content: string;
      /** A sentence each. */
      readonly edits: readonly string[];
    } & NamedPolicy)
  | ({ readonly kind: "attach-policy" | "detach-policy"; readonly rootId: string } & NamedPolicy);

/** Stands for the id of the policy that is created, until there is one. */
export const createdPolicyId = "p-created";

const description =
  "Opts every account out of every AI service, now and in future; nobody below can change it";

/** As a list of what is to be done has it. */
export function stepTitle(step: OptOutStep): string {
  switch (step.kind) {
    case "enable-type":
      return "Enable the policy type AI services opt-out policies";
    case "create-policy":
      return `Create policy ${step.policyName}, which opts out of everything and locks it`;
    case "update-policy":
      return `Change policy ${step.policyName}`;
    case "attach-policy":
      return `Attach policy ${step.policyName} to the root`;
    case "detach-policy":
      return `Detach policy ${step.policyName} from the root`;
  }
}

/** The call; `created` is the id that creating the policy gave. */
export function stepCall(step: OptOutStep, created: string = createdPolicyId): CliCall {
  const id = (policyId: string): string => (policyId === createdPolicyId ? created : policyId);
  switch (step.kind) {
    case "enable-type":
      return { operation: "EnablePolicyType", input: { RootId: step.rootId, PolicyType: aiOptOutType } };
    case "create-policy":
      return {
        operation: "CreatePolicy",
        input: {
          Name: step.policyName,
          Description: description,
          Type: aiOptOutType,
          Content: fullLockContent,
        },
      };
    case "update-policy":
      return { operation: "UpdatePolicy", input: { PolicyId: step.policyId, Content: step.content } };
    case "attach-policy":
      return { operation: "AttachPolicy", input: { PolicyId: id(step.policyId), TargetId: step.rootId } };
    case "detach-policy":
      return { operation: "DetachPolicy", input: { PolicyId: step.policyId, TargetId: step.rootId } };
  }
}

/** The call as far as it is known before any step is made, to ask whether it may be. */
export function plannedCall(step: OptOutStep): { readonly operation: string; readonly input: object } {
  const { operation, input } = stepCall(step);
  return step.kind === "attach-policy" && step.policyId === createdPolicyId
    ? { operation, input: { TargetId: step.rootId } }
    : { operation, input };
}

/** Enabling the type is no change to policies: what holds before it is asked of an organization that has it enabled. */
export function stepChanges(step: OptOutStep): readonly Change[] {
  switch (step.kind) {
    case "enable-type":
      return [];
    case "create-policy": {
      const policy = {
        id: createdPolicyId,
        name: step.policyName,
        type: aiOptOutType,
        content: fullLockContent,
      };
      return [{ kind: "policy-created", policy }];
    }
    case "update-policy":
      return [{ kind: "policy-updated", policyId: step.policyId, content: step.content }];
    case "attach-policy":
      return [{ kind: "policy-attached", policyId: step.policyId, targetId: step.rootId }];
    case "detach-policy":
      return [{ kind: "policy-detached", policyId: step.policyId, targetId: step.rootId }];
  }
}
