// The rules that several operations on transfers of responsibility share.

import type { ResponsibilityTransferStatus } from "@aws-sdk/client-organizations";
import { fault, faultFor } from "./fault.js";
import { handshakeState, isPending } from "./handshake-rules.js";
import type { Context } from "./operation.js";
import type { Cell } from "./state/cell.js";
import type { Handshake } from "./state/handshake.js";
import type { Organization } from "./state/organization.js";
import type { Transfer } from "./state/transfer.js";

/** A handshake that asks for a transfer. */
export type TransferHandshake = Handshake & { readonly transfer: Transfer };

/** `inbound`: of the organization that takes over; `outbound`: of the one that hands over. */
export type Direction = "inbound" | "outbound";

/** A transfer as one of its two organizations sees it. */
export interface TransferView {
  readonly handshake: TransferHandshake;
  readonly direction: Direction;
}

export function isTransfer(handshake: Handshake): handshake is TransferHandshake {
  return handshake.transfer !== undefined;
}

export function transferStatus(
  cell: Cell,
  handshake: TransferHandshake,
  now: number,
): ResponsibilityTransferStatus {
  if (handshake.transfer.endsAt !== undefined) return "WITHDRAWN";
  const state = handshakeState(cell, handshake, now);
  return state === "OPEN" ? "REQUESTED" : state;
}

/** All that the organization asked others for, in the order of asking. */
export function inboundTransfers(cell: Cell, organization: Organization): readonly TransferHandshake[] {
  return cell.handshakes.ofOrganization(organization.id).filter(isTransfer);
}

/** What its management account was asked for, but for what that account agreed to in an organization of before. */
export function outboundTransfers(cell: Cell, organization: Organization): readonly TransferHandshake[] {
  const { id, managementAccountId } = organization;
  return cell
    .handshakesTo({ type: "ACCOUNT", id: managementAccountId })
    .filter(isTransfer)
    .filter(({ transfer: { sourceOrganizationId: source } }) => source === undefined || source === id);
}

/** Undefined where the organization has no part in the transfer, or there is none: which of the two is not told. */
export function transferView(cell: Cell, organization: Organization, id: string): TransferView | undefined {
  const handshake = cell.handshakes.ofTransfer(id);
  if (handshake === undefined || !isTransfer(handshake)) return undefined;
  if (handshake.organizationId === organization.id) return { handshake, direction: "inbound" };
  const isOurs = outboundTransfers(cell, organization).includes(handshake);
  return isOurs ? { handshake, direction: "outbound" } : undefined;
}

export function findTransfer(
  cell: Cell,
  organization: Organization,
  id: string,
  direction?: Direction,
): TransferView {
  const view = transferView(cell, organization, id);
  if (view !== undefined && (direction ?? view.direction) === view.direction) return view;
  const where = direction === "inbound" ? "to" : "from or to";
  const message = `no transfer \`${id}\` ${where} this organization; ListInboundResponsibilityTransfers and ListOutboundResponsibilityTransfers name them`;
  return fault("ResponsibilityTransferNotFoundException", message);
}

/** Agreed to, and not over at that moment. */
export function isRunning(
  { ended, transfer: { endsAt = Infinity } }: TransferHandshake,
  moment: number,
): boolean {
  return ended?.state === "ACCEPTED" && endsAt > moment;
}

/** Agreed to and not over, or still to be answered. */
export function isUnderWay(handshake: TransferHandshake, now: number): boolean {
  return isPending(handshake, now) || isRunning(handshake, now);
}

/** Those that hold an organization: it took or asked for them, or hands over by them. */
export function holdingTransfers(cell: Cell, organization: Organization, now: number): number {
  const inbound = inboundTransfers(cell, organization).filter((one) => isUnderWay(one, now));
  const outbound = outboundTransfers(cell, organization).filter((one) => isRunning(one, now));
  return inbound.length + outbound.length;
}

/** Refuses what would overlap: an organization hands over once at a time. */
export function requireFree(cell: Cell, source: Organization, startsAt: number): void {
  const current = outboundTransfers(cell, source).find((one) => isRunning(one, startsAt));
  if (current === undefined) return;
  const message = `a transfer from organization \`${source.id}\` is still in force at that start; withdraw it first (TerminateResponsibilityTransfer), or start after it ends`;
  faultFor("HandshakeConstraintViolationException", "RESPONSIBILITY_TRANSFER_ALREADY_EXISTS", message);
}

/**
 * Refuses more than the quotas allow, and a circle, once `source` hands over to `target`. One that was withdrawn counts
 * no longer as handing over. Source: AWS's quota page of billing transfers.
 */
export function withinTransferQuotas(
  source: Organization,
  target: Organization,
  { cell, quotas }: Pick<Context, "cell" | "quotas">,
  now: number,
): void {
  const current = outboundTransfers(cell, source).find(
    ({ ended, transfer: { endsAt } }) => ended?.state === "ACCEPTED" && endsAt === undefined,
  );
  if (current !== undefined) {
    const message = `the organization hands over by transfer \`${current.transfer.id}\`, and one at a time is the most; withdraw it first (TerminateResponsibilityTransfer)`;
    faultFor("ConstraintViolationException", "RESPONSIBILITY_TRANSFER_MAX_OUTBOUND_QUOTA_VIOLATION", message);
  }
  const above = payersOf(cell, target, now);
  const { levels, total } = payees(cell, source, now);
  const length = levelsAbove(cell, target, now) + 1 + levels;
  if (above.includes(source) || length > quotas.transferChainMax) {
    const message = `the chain of transfers would be longer than ${quotas.transferChainMax}, the most that its quota allows`;
    faultFor("ConstraintViolationException", "RESPONSIBILITY_TRANSFER_MAX_LEVEL_VIOLATION", message);
  }
  const most = Math.max(...above.map((payer) => payees(cell, payer, now).total));
  if (most + 1 + total > quotas.aggregateInboundTransfersMax) {
    const message = `the transfers of the chain would be more than ${quotas.aggregateInboundTransfersMax}, the most that its quota allows`;
    const reason = "RESPONSIBILITY_TRANSFER_MAX_TRANSFERS_QUOTA_VIOLATION";
    faultFor("ConstraintViolationException", reason, message);
  }
}

/** The organization, those that it hands over to, those that these hand over to, and so on. */
function payersOf(cell: Cell, organization: Organization, now: number): readonly Organization[] {
  const above = nextPayers(cell, organization, now).flatMap((payer) => payersOf(cell, payer, now));
  return [organization, ...above];
}

/** By how many transfers in a row it hands over, at the most. */
function levelsAbove(cell: Cell, organization: Organization, now: number): number {
  const above = nextPayers(cell, organization, now).map((payer) => 1 + levelsAbove(cell, payer, now));
  return Math.max(0, ...above);
}

/** Two at the most: one was withdrawn and has not ended, the next has not begun. */
function nextPayers(cell: Cell, organization: Organization, now: number): readonly Organization[] {
  return outboundTransfers(cell, organization)
    .filter((one) => isRunning(one, now))
    .flatMap(({ organizationId }) => cell.organizations.get(organizationId) ?? []);
}

/** In how many levels others hand over to an organization, and by how many transfers. */
function payees(
  cell: Cell,
  organization: Organization,
  now: number,
): { readonly levels: number; readonly total: number } {
  const below = inboundTransfers(cell, organization)
    .filter((one) => isRunning(one, now))
    .map(({ transfer }) => cell.organizations.get(transfer.sourceOrganizationId ?? ""))
    .map((source) => (source === undefined ? { levels: 0, total: 0 } : payees(cell, source, now)));
  return {
    levels: Math.max(0, ...below.map(({ levels }) => 1 + levels)),
    total: below.reduce((sum, { total }) => sum + 1 + total, 0),
  };
}
