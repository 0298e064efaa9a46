// ARNs of what an organization holds.

import type { PolicyType } from "@aws-sdk/client-organizations";
import type { Handshake } from "./state/handshake.js";
import type { Organization } from "./state/organization.js";
import type { Policy } from "./state/policy.js";
import type { TreeNode } from "./state/tree-node.js";

export function organizationArn(organization: Organization): string {
  return `${prefix(organization)}:organization/${organization.id}`;
}

/** Of the root, an OU or an account. */
export function nodeArn(organization: Organization, node: TreeNode): string {
  const kind = node.kind === "organizational-unit" ? "ou" : node.kind;
  return `${prefix(organization)}:${kind}/${organization.id}/${node.id}`;
}

/** AWS's own policies belong to no organization. */
export function policyArn(organization: Organization, policy: Policy): string {
  const type = policy.type.toLowerCase();
  return policy.awsManaged
    ? `arn:${organization.partition}:organizations::aws:policy/${type}/${policy.id}`
    : `${prefix(organization)}:policy/${organization.id}/${type}/${policy.id}`;
}

export function handshakeArn(organization: Organization, { id, action }: Handshake): string {
  return `${prefix(organization)}:handshake/${organization.id}/${action.toLowerCase()}/${id}`;
}

/** Of whatever in the organization has an ARN of its own and can be named by its id. */
export function resourceArn(organization: Organization, id: string): string | undefined {
  const node = organization.node(id);
  if (node !== undefined) return nodeArn(organization, node);
  const policy = organization.policies.get(id);
  if (policy !== undefined) return policyArn(organization, policy);
  return id === organization.resourcePolicy?.id ? resourcePolicyArn(organization, id) : undefined;
}

export function resourcePolicyArn(organization: Organization, id: string): string {
  return `${prefix(organization)}:resourcepolicy/${organization.id}/${id}`;
}

/** What a call is about to make, or to let in. */
export type NewResource =
  | { readonly kind: "ou" | "resourcepolicy" }
  /** An invited one may have its id already. */
  | { readonly kind: "account"; readonly id?: string | undefined }
  | { readonly kind: "policy"; readonly policyType: PolicyType };

/** With `*` for an id that is not drawn yet. */
export function newResourceArn(organization: Organization, resource: NewResource): string {
  const type = resource.kind === "policy" ? `/${resource.policyType.toLowerCase()}` : "";
  const id = (resource.kind === "account" ? resource.id : undefined) ?? "*";
  return `${prefix(organization)}:${resource.kind}/${organization.id}${type}/${id}`;
}

function prefix(organization: Organization): string {
  return `arn:${organization.partition}:organizations::${organization.managementAccountId}`;
}
