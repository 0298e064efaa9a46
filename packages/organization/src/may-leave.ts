// Which accounts may leave their organization, be it that they go or that they are sent.

import { wholeDays } from "./days.js";
import { fault, faultFor } from "./fault.js";
import type { Quotas } from "./quotas.js";
import { requireNoDelegation } from "./service-principals.js";
import type { Organization } from "./state/organization.js";
import type { MemberAccount } from "./state/tree-node.js";

/** At once, also when it was just created, unless a waiting time is set. `now` in milliseconds since the epoch. */
export function requireMayLeave(
  organization: Organization,
  member: MemberAccount,
  quotas: Quotas,
  now: number,
): void {
  if (member.id === organization.managementAccountId) {
    const message = `\`${member.id}\` is the management account, which cannot leave; delete the organization instead`;
    fault("MasterCannotLeaveOrganizationException", message);
  }
  requireNoDelegation(organization, member.id);
  requireGone(member, quotas, now);
  requireAge(member, quotas, now);
}

/** A closed account stays for a while, in which AWS could still reopen it. */
function requireGone(
  { id, membership }: MemberAccount,
  { closedAccountDaysMin: days }: Quotas,
  now: number,
): void {
  const { closedAt } = membership.account;
  if (closedAt === undefined || wholeDays(closedAt, now) >= days) return;
  const message = `account \`${id}\` is closed and stays in the organization for ${days} days after that; it may leave then`;
  faultFor("ConstraintViolationException", "ACCOUNT_CANNOT_LEAVE_ORGANIZATION", message);
}

/** Accounts that were invited may go whenever. */
function requireAge(
  { id, membership }: MemberAccount,
  { createdAccountDaysMin: days }: Quotas,
  now: number,
): void {
  if (membership.method === "INVITED" || wholeDays(membership.account.createdAt, now) >= days) return;
  const message = `account \`${id}\` was created less than ${days} days ago; it may leave once it is that old`;
  faultFor("ConstraintViolationException", "WAIT_PERIOD_ACTIVE", message);
}
