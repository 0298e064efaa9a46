// A handshake as clients see it: the output structure of AWS's service model.

import type * as aws from "@aws-sdk/client-organizations";
import { handshakeArn } from "./arn.js";
import { handshakeState } from "./handshake-rules.js";
import type { Cell } from "./state/cell.js";
import type { Handshake } from "./state/handshake.js";
import type { Organization } from "./state/organization.js";

/** Undefined when its organization is gone. */
export function handshakeShape(cell: Cell, handshake: Handshake, now: number): aws.Handshake | undefined {
  const organization = cell.organizations.get(handshake.organizationId);
  if (organization === undefined) return undefined;
  const { id, action, recipient, requestedAt, expiresAt } = handshake;
  const sender: aws.HandshakeParty = { Id: bare(organization.id), Type: "ORGANIZATION" };
  return {
    Id: id,
    Arn: handshakeArn(organization, handshake),
    Parties: recipient === undefined ? [sender] : [sender, { Id: recipient.id, Type: recipient.type }],
    State: handshakeState(cell, handshake, now),
    RequestedTimestamp: new Date(requestedAt),
    ExpirationTimestamp: new Date(expiresAt),
    Action: action,
    Resources: resourcesOf(handshake, organization),
  };
}

function resourcesOf(
  { action, recipient, parentId, notes }: Handshake,
  organization: Organization,
): aws.HandshakeResource[] {
  const sender: aws.HandshakeResource = { Value: organization.id, Type: "ORGANIZATION" };
  if (action === "INVITE") sender.Resources = introduction(organization);
  const resources = [sender];
  if (parentId !== undefined) resources.unshift({ Value: bare(parentId), Type: "PARENT_HANDSHAKE" });
  if (recipient !== undefined) resources.push({ Value: recipient.id, Type: recipient.type });
  if (notes !== undefined) resources.push({ Value: notes, Type: "NOTES" });
  return resources;
}

/** What who is invited wants to know. */
function introduction(organization: Organization): aws.HandshakeResource[] {
  const account = organization.accounts.get(organization.managementAccountId)?.membership.account;
  return [
    { Value: account?.email, Type: "MASTER_EMAIL" },
    { Value: account?.name, Type: "MASTER_NAME" },
    { Value: organization.featureSet, Type: "ORGANIZATION_FEATURE_SET" },
  ];
}

/** Parties and parents stand without `o-` and `h-`. Source: the answers that AWS's guide shows. */
function bare(id: string): string {
  return id.slice(id.indexOf("-") + 1);
}

export function handshakeShapes(cell: Cell, handshakes: readonly Handshake[], now: number): aws.Handshake[] {
  return handshakes.flatMap((handshake) => handshakeShape(cell, handshake, now) ?? []);
}
