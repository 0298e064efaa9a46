// A handshake as clients see it: the output structure of AWS's service model.

import type * as aws from "@aws-sdk/client-organizations";
import { handshakeArn } from "./arn.js";
import { handshakeState } from "./handshake-rules.js";
import type { Account } from "./state/account.js";
import type { Cell } from "./state/cell.js";
import type { Handshake } from "./state/handshake.js";
import type { Organization } from "./state/organization.js";
import type { Transfer } from "./state/transfer.js";

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

/** The answer of an operation that sent one. */
export function sentHandshake(cell: Cell, id: string, now: number): { readonly Handshake?: aws.Handshake } {
  const handshake = cell.handshakes.get(id);
  const Handshake = handshake && handshakeShape(cell, handshake, now);
  return Handshake === undefined ? {} : { Handshake };
}

function resourcesOf(
  { action, recipient, parentId, notes, transfer }: Handshake,
  organization: Organization,
): aws.HandshakeResource[] {
  const sender: aws.HandshakeResource = { Value: organization.id, Type: "ORGANIZATION" };
  if (action === "INVITE") sender.Resources = introduction(organization);
  if (transfer !== undefined) sender.Resources = introductionOfPayer(organization);
  const resources = [sender];
  if (parentId !== undefined) resources.unshift({ Value: bare(parentId), Type: "PARENT_HANDSHAKE" });
  if (recipient !== undefined) resources.push({ Value: recipient.id, Type: recipient.type });
  if (transfer !== undefined) resources.push(transferResource(transfer));
  if (notes !== undefined) resources.push({ Value: notes, Type: "NOTES" });
  return resources;
}

function transferResource({ id, startsAt }: Transfer): aws.HandshakeResource {
  const Resources: aws.HandshakeResource[] = [
    { Value: "BILLING", Type: "TRANSFER_TYPE" },
    { Value: new Date(startsAt).toISOString(), Type: "TRANSFER_START_TIMESTAMP" },
  ];
  return { Value: id, Type: "RESPONSIBILITY_TRANSFER", Resources };
}

/** What who is invited wants to know. */
function introduction(organization: Organization): aws.HandshakeResource[] {
  const account = managementOf(organization);
  return [
    { Value: account?.email, Type: "MASTER_EMAIL" },
    { Value: account?.name, Type: "MASTER_NAME" },
    { Value: organization.featureSet, Type: "ORGANIZATION_FEATURE_SET" },
  ];
}

/** What who is to hand over wants to know. */
function introductionOfPayer(organization: Organization): aws.HandshakeResource[] {
  const account = managementOf(organization);
  return [
    { Value: account?.id, Type: "MANAGEMENT_ACCOUNT" },
    { Value: account?.email, Type: "MANAGEMENT_EMAIL" },
    { Value: account?.name, Type: "MANAGEMENT_NAME" },
  ];
}

function managementOf({ accounts, managementAccountId }: Organization): Account | undefined {
  return accounts.get(managementAccountId)?.membership.account;
}

/** Parties and parents stand without `o-` and `h-`. Source: the answers that AWS's guide shows. */
function bare(id: string): string {
  return id.slice(id.indexOf("-") + 1);
}

export function handshakeShapes(cell: Cell, handshakes: readonly Handshake[], now: number): aws.Handshake[] {
  return handshakes.flatMap((handshake) => handshakeShape(cell, handshake, now) ?? []);
}
