// AcceptHandshake: an account joins, hands over a bill, or agrees to all features, or an organization gets these.

import type { DomainEvent } from "../events.js";
import { fault, faultFor } from "../fault.js";
import { findHandshake, requireTransition } from "../handshake-rules.js";
import { handshakeShape } from "../handshake-shape.js";
import { requireMayLeave } from "../may-leave.js";
import type { Context, Operation } from "../operation.js";
import type { Handshake } from "../state/handshake.js";
import type { Organization } from "../state/organization.js";
import { transferAcceptance } from "../transfer-acceptance.js";
import { isTransfer } from "../transfer-rules.js";

/** What was sent to an account is accepted by it; what an organization asks for, by its management account. */
export const acceptHandshake: Operation<"AcceptHandshake"> = {
  kind: "write",
  callers: "anyone",
  decide({ HandshakeId }, context, now) {
    const { cell } = context;
    const { handshake, organization, side } = findHandshake(HandshakeId, context, now);
    if ((handshake.recipient === undefined ? "sender" : "recipient") !== side) {
      const message = `this account sent handshake \`${handshake.id}\`; only the account that it was sent to can accept it`;
      fault("AccessDeniedException", message);
    }
    requireTransition(cell, handshake, "ACCEPTED", now);
    const of = { organizationId: organization.id } as const;
    const accepted = { type: "handshake.accepted", ...of, handshakeId: handshake.id } as const;
    return {
      events: [accepted, ...consequences(handshake, organization, context, now)],
      output: () => ({ Handshake: handshakeShape(cell, handshake, now) }),
    };
  },
};

function consequences(
  handshake: Handshake,
  organization: Organization,
  context: Context,
  now: number,
): readonly DomainEvent[] {
  switch (handshake.action) {
    case "INVITE":
      return [...leaving(organization, context, now), ...joining(handshake, organization, context)];
    case "APPROVE_ALL_FEATURES":
      return [];
    case "ENABLE_ALL_FEATURES":
      return [{ type: "all-features.enabled", organizationId: organization.id }];
    case "TRANSFER_RESPONSIBILITY":
      requirePartition(organization, context);
      return isTransfer(handshake) ? transferAcceptance(handshake, organization, context, now) : [];
  }
}

/** Nothing goes from one partition to another. */
function requirePartition(organization: Organization, { partition }: Context): void {
  if (partition === organization.partition) return;
  const message = `organization \`${organization.id}\` lives in partition \`${organization.partition}\`; sign for a region of that partition`;
  faultFor("HandshakeConstraintViolationException", "ORGANIZATION_FROM_DIFFERENT_SELLER_OF_RECORD", message);
}

/** An account that is in another organization leaves it in the same moment. */
function leaving(organization: Organization, context: Context, now: number): readonly DomainEvent[] {
  requirePartition(organization, context);
  const { cell, account, quotas } = context;
  const current = cell.organizationOf(account);
  const member = current?.accounts.get(account.id);
  if (current === undefined || member === undefined) return [];
  if (current === organization) {
    const message = `account ${account.id} is a member of organization \`${organization.id}\` already`;
    faultFor("HandshakeConstraintViolationException", "ALREADY_IN_AN_ORGANIZATION", message);
  }
  requireMayLeave(current, member, quotas, now);
  return [{ type: "account.departed", organizationId: current.id, accountId: account.id, method: "LEFT" }];
}

/** Under the root, so that its policies hold at once. */
function joining(
  { tags }: Handshake,
  organization: Organization,
  { account, quotas }: Context,
): readonly DomainEvent[] {
  if (organization.accounts.size >= quotas.accountsMax) {
    const message = `organization \`${organization.id}\` holds ${quotas.accountsMax} accounts, the most that its quota allows`;
    faultFor("HandshakeConstraintViolationException", "ACCOUNT_NUMBER_LIMIT_EXCEEDED", message);
  }
  const organizationId = organization.id;
  const parentId = organization.root.id;
  return [
    { type: "account.joined", organizationId, accountId: account.id, parentId, method: "INVITED" },
    ...(tags === undefined
      ? []
      : [{ type: "resource.tagged", organizationId, resourceId: account.id, tags } as const]),
  ];
}
