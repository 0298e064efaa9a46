// The rules that several handshake operations share.

import type { HandshakeFilter, HandshakeState } from "@aws-sdk/client-organizations";
import { daysBefore } from "./days.js";
import { fault, faultFor } from "./fault.js";
import type { Context, Page } from "./operation.js";
import type { Cell } from "./state/cell.js";
import type { Handshake } from "./state/handshake.js";
import type { Organization } from "./state/organization.js";

/** Until when an invitation may be answered. Source: AWS's quota page. */
export const invitationDays = 15;
/** Until when a request for all features may be completed. Source: AWS's quota page. */
export const allFeaturesDays = 90;
/** How long a handshake is shown after its end. Source: AWS's quota page, and the API model. */
const shownDays = 30;

/** `REQUESTED`: accounts have still to agree. `OPEN`: it waits for whom it was sent to. */
export function handshakeState(cell: Cell, handshake: Handshake, now: number): HandshakeState {
  const { action, ended, expiresAt } = handshake;
  if (ended !== undefined) return ended.state;
  if (expiresAt <= now) return "EXPIRED";
  return action === "ENABLE_ALL_FEATURES" && approvalsMissing(cell, handshake) > 0 ? "REQUESTED" : "OPEN";
}

/** Neither answered nor taken back nor expired. */
export function isPending({ ended, expiresAt }: Handshake, now: number): boolean {
  return ended === undefined && expiresAt > now;
}

/** The accounts that have still to agree to all features; who declined has, too. */
function approvalsMissing(cell: Cell, { id, organizationId }: Handshake): number {
  const members = cell.organizations.get(organizationId)?.accounts;
  const missing = cell.handshakes
    .ofOrganization(organizationId)
    .filter(
      ({ parentId, ended, recipient }) =>
        parentId === id && ended?.state !== "ACCEPTED" && members?.has(recipient?.id ?? "") === true,
    );
  return missing.length;
}

/** The request for all features that an organization has under way. */
export function pendingMigration(cell: Cell, { id }: Organization, now: number): Handshake | undefined {
  return cell.handshakes
    .ofOrganization(id)
    .find((handshake) => handshake.action === "ENABLE_ALL_FEATURES" && isPending(handshake, now));
}

function pendingInvitations(cell: Cell, { id }: Organization, now: number): readonly Handshake[] {
  return cell.handshakes
    .ofOrganization(id)
    .filter((handshake) => handshake.action === "INVITE" && isPending(handshake, now));
}

/** What counts toward the quota of accounts: members, and who may become one. Source: AWS's quota page. */
export function accountsCounted(cell: Cell, organization: Organization, now: number): number {
  return organization.accounts.size + pendingInvitations(cell, organization, now).length;
}

/** What the caller's account is to a handshake. */
type Side = "sender" | "recipient";

/** A handshake as one of its two sides sees it. */
interface Part {
  readonly handshake: Handshake;
  /** Which sent it. */
  readonly organization: Organization;
  readonly side: Side;
}

/** Undefined where the account has no part in the handshake, or there is none: which of the two is not told. */
export function partIn(id: string, { cell, account }: Pick<Context, "cell" | "account">): Part | undefined {
  const handshake = cell.handshakes.get(id);
  const organization = handshake && cell.organizations.get(handshake.organizationId);
  if (handshake === undefined || organization === undefined) return undefined;
  const side = sideOf(cell, handshake, organization, account);
  return side && { handshake, organization, side };
}

/** A handshake that the caller's account has a part in; of others it learns nothing. */
export function findHandshake(id: string, context: Context, now: number): Part {
  const part = partIn(id, context);
  if (part !== undefined && isShown(part.handshake, now)) return part;
  const { account } = context;
  const message = `no handshake \`${id}\` that account ${account.id} has a part in; ListHandshakesForAccount names what it received, ListHandshakesForOrganization what it sent`;
  return fault("HandshakeNotFoundException", message);
}

function sideOf(
  cell: Cell,
  handshake: Handshake,
  organization: Organization,
  account: Context["account"],
): Side | undefined {
  if (organization.managementAccountId === account.id) return "sender";
  return cell.isSentTo(handshake, account) ? "recipient" : undefined;
}

/** Refuses to end what has an end already, or what may not end this way. */
export function requireTransition(
  cell: Cell,
  handshake: Handshake,
  wanted: "ACCEPTED" | "DECLINED" | "CANCELED",
  now: number,
): void {
  const state = handshakeState(cell, handshake, now);
  if (state === wanted) {
    fault("HandshakeAlreadyInStateException", `handshake \`${handshake.id}\` is ${wanted} already`);
  }
  if (isPending(handshake, now) && !(state === "REQUESTED" && wanted === "ACCEPTED")) return;
  const missing = approvalsMissing(cell, handshake);
  const why =
    state === "REQUESTED"
      ? `${missing === 1 ? "an account has" : `${missing} accounts have`} still to agree; see ListHandshakesForOrganization`
      : `it is ${state}; send a new one`;
  fault(
    "InvalidHandshakeTransitionException",
    `handshake \`${handshake.id}\` cannot become ${wanted}: ${why}`,
  );
}

/** A page of those that a filter lets through, and of which AWS would still tell. */
export function pageOfHandshakes(
  handshakes: readonly Handshake[],
  filter: HandshakeFilter | undefined,
  page: Page,
  now: number,
): { readonly items: readonly Handshake[]; readonly more: { readonly NextToken?: string } } {
  const { ActionType, ParentHandshakeId } = filter ?? {};
  if (ActionType !== undefined && ParentHandshakeId !== undefined) {
    const message = "a filter has `ActionType` or `ParentHandshakeId`, not both; drop one";
    faultFor("InvalidInputException", "MAX_LIMIT_EXCEEDED_FILTER", message);
  }
  const keep = (handshake: Handshake): boolean =>
    isShown(handshake, now) &&
    (ActionType === undefined || handshake.action === ActionType) &&
    (ParentHandshakeId === undefined || handshake.parentId === ParentHandshakeId);
  return pageByPlace(handshakes, page, keep);
}

/** A page of handshakes in the order of their places. */
export function pageByPlace<T extends Handshake>(
  handshakes: readonly T[],
  { after, count }: Page,
  keep: (handshake: T) => boolean = () => true,
): { readonly items: readonly T[]; readonly more: { readonly NextToken?: string } } {
  const items: T[] = [];
  for (const handshake of handshakes) {
    if (handshake.place <= after || !keep(handshake)) continue;
    if (items.length === count) return { items, more: { NextToken: String(items.at(-1)?.place) } };
    items.push(handshake);
  }
  return { items, more: {} };
}

function isShown({ ended, expiresAt }: Handshake, now: number): boolean {
  return (ended?.at ?? expiresAt) > daysBefore(now, shownDays);
}
