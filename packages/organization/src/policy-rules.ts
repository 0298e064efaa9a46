// The rules that several policy operations share.

import type { PolicyType } from "@aws-sdk/client-organizations";
import { describeFindings, parsePolicyDocument } from "@withhold/iam";
import type { PolicyKind } from "@withhold/iam";
import { characterCount, describeErrors, isMergeable, parsePolicy } from "@withhold/policy";
import type { Context } from "./operation.js";
import { fault, faultFor } from "./fault.js";
import { charactersMax } from "./policy-types.js";
import type { Organization } from "./state/organization.js";
import type { Policy } from "./state/policy.js";
import type { ResourcePolicy } from "./state/resource-policy.js";
import type { TreeNode } from "./state/tree-node.js";

export function findPolicy(organization: Organization, id: string): Policy {
  return (
    organization.policies.get(id) ??
    fault("PolicyNotFoundException", `no policy \`${id}\` in this organization`)
  );
}

export function findResourcePolicy({ resourcePolicy }: Organization): ResourcePolicy {
  return (
    resourcePolicy ??
    fault(
      "ResourcePolicyNotFoundException",
      "this organization has no resource policy; create one with PutResourcePolicy",
    )
  );
}

/** The root, OU or account to which policies attach. */
export function findTarget(organization: Organization, id: string): TreeNode {
  return (
    organization.node(id) ??
    fault("TargetNotFoundException", `no root, OU or account \`${id}\` in this organization`)
  );
}

/** Policies need all features; an organization for consolidated billing alone has none. */
export function requireAllFeatures(organization: Organization): void {
  if (organization.featureSet === "ALL") return;
  const message = "this organization is for consolidated billing only; enable all features first";
  fault("PolicyTypeNotAvailableForOrganizationException", message);
}

/** AWS's own policies are the same for everybody. */
export function requireOwn(policy: Policy): void {
  if (!policy.awsManaged) return;
  const message = `policy \`${policy.id}\` is managed by AWS and cannot be changed; create one of your own`;
  faultFor("InvalidInputException", "IMMUTABLE_POLICY", message);
}

/** Names are unique per type. `except` may keep the name it has. */
export function requireFreeName(
  organization: Organization,
  type: PolicyType,
  name: string,
  except?: Policy,
): void {
  const holder = organization.policyNamed(type, name);
  if (holder === undefined || holder === except) return;
  fault(
    "DuplicatePolicyException",
    `policy \`${holder.id}\` of type ${type} already has the name \`${name}\``,
  );
}

/** Refuses a content that is too long or that its type does not allow, naming every place. */
export function checkContent(type: PolicyType, content: string, { quotas, catalogue }: Context): void {
  const limit = charactersMax(type, quotas);
  const length = characterCount(content);
  if (length > limit) {
    const message = `the policy has ${length} characters, and ${limit} are allowed for ${type}; white space counts`;
    faultFor("ConstraintViolationException", "POLICY_CONTENT_LIMIT_EXCEEDED", message);
  }
  const problems = isMergeable(type)
    ? describeErrors(parsePolicy(content, { type, catalogue }).findings)
    : controlPolicyProblems(content, controlPolicyKinds[type], limit);
  if (problems !== "") fault("MalformedPolicyDocumentException", problems);
}

const controlPolicyKinds = {
  SERVICE_CONTROL_POLICY: "service-control",
  RESOURCE_CONTROL_POLICY: "resource-control",
} as const;

function controlPolicyProblems(content: string, kind: PolicyKind, charactersMax: number): string {
  const parsed = parsePolicyDocument(content, { kind, name: kind, charactersMax });
  return parsed.ok ? "" : describeFindings(parsed.findings);
}
