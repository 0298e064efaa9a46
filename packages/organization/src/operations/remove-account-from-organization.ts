// RemoveAccountFromOrganization: the account leaves, without its policies and tags, and may found an organization.

import { wholeDays } from "../days.js";
import { fault, faultFor } from "../fault.js";
import { findAccount } from "../find-account.js";
import type { Operation } from "../operation.js";
import type { Quotas } from "../quotas.js";
import { requireNoDelegation } from "../service-principals.js";
import type { MemberAccount } from "../state/tree-node.js";

/** Takes effect at once, for accounts just created too, unless a waiting time is set. */
export const removeAccountFromOrganization: Operation<"RemoveAccountFromOrganization"> = {
  kind: "write",
  callers: "management",
  decide({ AccountId }, { organization, quotas }, now) {
    const member = findAccount(organization, AccountId);
    if (member.id === organization.managementAccountId) {
      const message = `\`${member.id}\` is the management account, which cannot be removed; delete the organization instead`;
      fault("MasterCannotLeaveOrganizationException", message);
    }
    requireNoDelegation(organization, member.id);
    requireGone(member, quotas, now);
    requireAge(member, quotas, now);
    const departed = { type: "account.departed", accountId: member.id, method: "REMOVED" } as const;
    return { events: [{ ...departed, organizationId: organization.id }], output: () => ({}) };
  },
};

/** A closed account stays for a while, in which AWS could still reopen it. */
function requireGone(
  { id, membership }: MemberAccount,
  { closedAccountDaysMin: days }: Quotas,
  now: number,
): void {
  const { closedAt } = membership.account;
  if (closedAt === undefined || wholeDays(closedAt, now) >= days) return;
  const message = `account \`${id}\` is closed and stays in the organization for ${days} days after that; remove it then`;
  faultFor("ConstraintViolationException", "ACCOUNT_CANNOT_LEAVE_ORGANIZATION", message);
}

/** Accounts that were invited may go whenever. */
function requireAge(
  { id, membership }: MemberAccount,
  { createdAccountDaysMin: days }: Quotas,
  now: number,
): void {
  if (membership.method === "INVITED" || wholeDays(membership.account.createdAt, now) >= days) return;
  const message = `account \`${id}\` was created less than ${days} days ago; remove it once it is that old`;
  faultFor("ConstraintViolationException", "WAIT_PERIOD_ACTIVE", message);
}
