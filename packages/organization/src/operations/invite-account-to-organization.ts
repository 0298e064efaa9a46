// InviteAccountToOrganization: offers an account to join, by its id or its e-mail address.

import { daysAfter, daysBefore } from "../days.js";
import { fault, faultFor } from "../fault.js";
import { accountsCounted, invitationDays, isPending, pendingMigration } from "../handshake-rules.js";
import { sentHandshake } from "../handshake-shape.js";
import { drawHandshakeId } from "../ids.js";
import type { MemberContext, Operation } from "../operation.js";
import type { Quotas } from "../quotas.js";
import { recipientOf } from "../recipient-of.js";
import type { Cell } from "../state/cell.js";
import type { Recipient } from "../state/handshake.js";
import type { Organization } from "../state/organization.js";
import { checkTags, tagPairs } from "../tags.js";

/**
 * An address need not belong to an account yet. An account may be in another organization: it leaves that when it
 * accepts. The tags are those that it gets then.
 */
export const inviteAccountToOrganization: Operation<"InviteAccountToOrganization"> = {
  kind: "write",
  callers: "management",
  decide({ Target, Notes: notes, Tags }, context, now) {
    const { cell, organization, quotas, draw } = context;
    checkTags(Tags, quotas);
    const recipient = recipientOf(Target, cell);
    if (pendingMigration(cell, organization, now) !== undefined) {
      const message =
        "this organization is about to enable all features; invite once that is done or canceled";
      faultFor(
        "HandshakeConstraintViolationException",
        "INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES",
        message,
      );
    }
    requireNew(recipient, context, now);
    withinQuotas(cell, organization, quotas, now);
    const handshakeId = drawHandshakeId(draw, cell);
    const tags = tagPairs(Tags);
    const sent = {
      type: "invitation.sent",
      organizationId: organization.id,
      handshakeId,
      expiresAt: daysAfter(now, invitationDays),
      recipient,
      ...(notes === undefined ? {} : { notes }),
      ...(tags.length === 0 ? {} : { tags }),
    } as const;
    return {
      events: [sent],
      output: () => sentHandshake(cell, handshakeId, now),
    };
  },
};

/** Neither a member nor invited already. */
function requireNew(recipient: Recipient, { cell, organization }: MemberContext, now: number): void {
  const account = cell.accountOf(recipient);
  if (account !== undefined && organization.accounts.has(account.id)) {
    const message = `account ${account.id} is a member of this organization already`;
    faultFor("HandshakeConstraintViolationException", "ALREADY_IN_AN_ORGANIZATION", message);
  }
  const sent = cell
    .handshakesTo(recipient)
    .find(
      (handshake) =>
        handshake.organizationId === organization.id &&
        handshake.action === "INVITE" &&
        isPending(handshake, now),
    );
  if (sent === undefined) return;
  const message = `handshake \`${sent.id}\` invites \`${recipient.id}\` already; cancel it to send another`;
  fault("DuplicateHandshakeException", message);
}

/** Invitations count as accounts while they are open; those that came to nothing count for a day. */
function withinQuotas(cell: Cell, organization: Organization, quotas: Quotas, now: number): void {
  if (accountsCounted(cell, organization, now) >= quotas.accountsMax) {
    const message = `accounts and open invitations come to ${quotas.accountsMax}, the most that the quota of the organization allows`;
    faultFor("HandshakeConstraintViolationException", "ACCOUNT_NUMBER_LIMIT_EXCEEDED", message);
  }
  const limit = Math.max(quotas.invitationsBaseMax, quotas.accountsMax);
  const yesterday = daysBefore(now, 1);
  const sent = cell.handshakes
    .ofOrganization(organization.id)
    .filter(
      ({ action, requestedAt, ended }) =>
        action === "INVITE" && requestedAt > yesterday && ended?.state !== "ACCEPTED",
    );
  if (sent.length < limit) return;
  const message = `${limit} invitations were sent in the past 24 hours and not accepted, the most allowed; try again later`;
  faultFor("HandshakeConstraintViolationException", "HANDSHAKE_RATE_LIMIT_EXCEEDED", message);
}
