// ARNs of what an organization holds.

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

function prefix(organization: Organization): string {
  return `arn:${organization.partition}:organizations::${organization.managementAccountId}`;
}
