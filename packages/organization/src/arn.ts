// ARNs of what an organization holds.

import type { PolicyType } from "@aws-sdk/client-organizations";
import type { Cell } from "./state/cell.js";
import type { Handshake } from "./state/handshake.js";
import type { Organization } from "./state/organization.js";
import type { Policy } from "./state/policy.js";
import type { TreeNode } from "./state/tree-node.js";
import { transferView } from "./transfer-rules.js";
import type { Direction } from "./transfer-rules.js";

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

/** Each of the two organizations has one of its own for a transfer. */
export function transferArn(organization: Organization, direction: Direction, id: string): string {
  return `${prefix(organization)}:transfer/${organization.id}/billing/${direction}/${id}`;
}

/** Of whatever in the organization has an ARN of its own and can be named by its id. */
export function resourceArn(cell: Cell, organization: Organization, id: string): string | undefined {
  const node = organization.node(id);
  if (node !== undefined) return nodeArn(organization, node);
  const policy = organization.policies.get(id);
  if (policy !== undefined) return policyArn(organization, policy);
  if (id === organization.resourcePolicy?.id) return resourcePolicyArn(organization, id);
  const transfer = transferView(cell, organization, id);
  return transfer && transferArn(organization, transfer.direction, id);
}

export function resourcePolicyArn(organization: Organization, id: string): string {
  return `${prefix(organization)}:resourcepolicy/${organization.id}/${id}`;
}

/** What a call is about to make, or to let in. */
export type NewResource =
  | { readonly kind: "ou" | "resourcepolicy" }
  /** An invited one may have its id already. */
  | { readonly kind: "account"; readonly id?: string | undefined }
  | { readonly kind: "policy"; readonly policyType: PolicyType }
  /** Asked of another organization, so that it is inbound. */
  | { readonly kind: "transfer" };

/** With `*` for an id that is not drawn yet. */
export function newResourceArn(organization: Organization, resource: NewResource): string {
  if (resource.kind === "transfer") return transferArn(organization, "inbound", "*");
  const type = resource.kind === "policy" ? `/${resource.policyType.toLowerCase()}` : "";
  const id = (resource.kind === "account" ? resource.id : undefined) ?? "*";
  return `${prefix(organization)}:${resource.kind}/${organization.id}${type}/${id}`;
}

function prefix(organization: Organization): string {
  return `arn:${organization.partition}:organizations::${organization.managementAccountId}`;
}
