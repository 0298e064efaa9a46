// InviteOrganizationToTransferResponsibility: offers the management account of another organization to pay its bill.

import { daysAfter, daysBefore } from "../days.js";
import { fault, faultFor } from "../fault.js";
import { invitationDays, isPending } from "../handshake-rules.js";
import { sentHandshake } from "../handshake-shape.js";
import { drawHandshakeId, drawTransferId } from "../ids.js";
import { isDayStart, monthStart } from "../months.js";
import type { MemberContext, Operation } from "../operation.js";
import type { Quotas } from "../quotas.js";
import { recipientOf } from "../recipient-of.js";
import type { Recipient } from "../state/handshake.js";
import { checkTags, tagPairs } from "../tags.js";
import { inboundTransfers, isRunning, isUnderWay } from "../transfer-rules.js";

/** Before its start an invitation must be answered by so many days. Source: AWS's guide to billing transfers. */
const answerDaysBefore = 1;

/**
 * The caller's organization becomes the target, the one asked the source. Whether an account is the management account
 * of an organization is for nobody to find out by asking: it shows when it accepts.
 */
export const inviteOrganizationToTransferResponsibility: Operation<"InviteOrganizationToTransferResponsibility"> =
  {
    kind: "write",
    callers: "management",
    decide({ Target, StartTimestamp, SourceName: name, Notes: notes, Tags }, context, now) {
      const { cell, organization, quotas, draw } = context;
      checkTags(Tags, quotas);
      const recipient = recipientOf(Target, cell);
      const startsAt = StartTimestamp.getTime();
      requireStart(startsAt, quotas, now);
      requireOther(recipient, context);
      requireNew(recipient, startsAt, context, now);
      const handshakeId = drawHandshakeId(draw, cell);
      const tags = tagPairs(Tags);
      const sent = {
        type: "responsibility-transfer.requested",
        organizationId: organization.id,
        handshakeId,
        expiresAt: Math.min(daysAfter(now, invitationDays), daysBefore(startsAt, answerDaysBefore)),
        recipient,
        ...(notes === undefined ? {} : { notes }),
        ...(tags.length === 0 ? {} : { tags }),
        transferId: drawTransferId(draw, cell),
        name,
        startsAt,
      } as const;
      return {
        events: [sent],
        output: () => sentHandshake(cell, handshakeId, now),
      };
    },
  };

function requireStart(startsAt: number, { transferMonthsAheadMax: months }: Quotas, now: number): void {
  if (!isDayStart(startsAt)) {
    const message = "a transfer starts with a day, at 00:00:00 UTC; name the first of a month";
    faultFor("InvalidInputException", "START_DATE_NOT_BEGINNING_OF_DAY", message);
  }
  if (startsAt !== monthStart(startsAt)) {
    const message = "a transfer starts on the first of a month; name that day";
    faultFor("InvalidInputException", "START_DATE_NOT_BEGINNING_OF_MONTH", message);
  }
  if (daysBefore(startsAt, answerDaysBefore) <= now) {
    const message =
      "that start leaves no time to answer: an invitation is answered a day before; name a later month";
    faultFor("InvalidInputException", "START_DATE_TOO_EARLY", message);
  }
  if (startsAt > monthStart(now, months)) {
    const message = `that start is more than ${months} months ahead, the most that the quota allows`;
    faultFor("InvalidInputException", "START_DATE_TOO_LATE", message);
  }
}

function requireOther(recipient: Recipient, { cell, account }: MemberContext): void {
  if (cell.accountOf(recipient) !== account) return;
  const message =
    "an organization pays its own bill without a transfer; name the management account of another";
  faultFor("HandshakeConstraintViolationException", "SOURCE_AND_TARGET_CANNOT_MATCH", message);
}

/** Neither asked already nor handing over already, and within the quota. */
function requireNew(
  recipient: Recipient,
  startsAt: number,
  { cell, organization, quotas }: MemberContext,
  now: number,
): void {
  const inbound = inboundTransfers(cell, organization);
  const same = new Set(cell.handshakesTo(recipient));
  const sent = inbound.find((one) => same.has(one) && isPending(one, now));
  if (sent !== undefined) {
    const message = `handshake \`${sent.id}\` asks \`${recipient.id}\` already; cancel it to send another`;
    fault("DuplicateHandshakeException", message);
  }
  const current = inbound.find((one) => same.has(one) && isRunning(one, startsAt));
  if (current !== undefined) {
    const message = `transfer \`${current.transfer.id}\` from \`${recipient.id}\` is still in force at that start`;
    faultFor("HandshakeConstraintViolationException", "RESPONSIBILITY_TRANSFER_ALREADY_EXISTS", message);
  }
  if (inbound.filter((one) => isUnderWay(one, now)).length < quotas.inboundTransfersMax) return;
  const message = `transfers and open invitations come to ${quotas.inboundTransfersMax}, the most that the quota of the organization allows`;
  faultFor("ConstraintViolationException", "RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION", message);
}
