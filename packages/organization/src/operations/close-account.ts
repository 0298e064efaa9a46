// CloseAccount: a member account may do nothing more, for good. It stays in the organization, and counts.

import { daysBefore } from "../days.js";
import { fault, faultFor } from "../fault.js";
import { findAccount } from "../find-account.js";
import type { Operation } from "../operation.js";
import type { Quotas } from "../quotas.js";
import { requireNoDelegation } from "../service-principals.js";
import type { Organization } from "../state/organization.js";

/** Completes within the call: the account is closed in the next answer, where AWS may say `PENDING_CLOSURE` first. */
export const closeAccount: Operation<"CloseAccount"> = {
  kind: "write",
  callers: "management",
  decide({ AccountId }, { organization, quotas }, now) {
    const { id: accountId, membership } = findAccount(organization, AccountId);
    if (accountId === organization.managementAccountId) {
      const message = `\`${accountId}\` is the management account, which cannot be closed here`;
      faultFor("ConstraintViolationException", "CANNOT_CLOSE_MANAGEMENT_ACCOUNT", message);
    }
    if (membership.account.closedAt !== undefined) {
      fault("AccountAlreadyClosedException", `account \`${accountId}\` is closed already`);
    }
    if (organization.featureSet !== "ALL") {
      const message =
        "this organization is for consolidated billing only; closing accounts needs all features";
      faultFor("ConstraintViolationException", "ORGANIZATION_NOT_IN_ALL_FEATURES_MODE", message);
    }
    requireNoDelegation(organization, accountId);
    withinQuota(organization, quotas, now);
    return {
      events: [{ type: "account.closed", organizationId: organization.id, accountId }],
      output: () => ({}),
    };
  },
};

/** Days in which closures count together. Source: the API model. */
const windowDays = 30;

/** The base, or the share of the member accounts where that is more, and never more than the maximum. */
function withinQuota(organization: Organization, quotas: Quotas, now: number): void {
  const { closuresBaseMax, closuresPercentMax, closuresMax } = quotas;
  const share = Math.floor(((organization.accounts.size - 1) * closuresPercentMax) / 100);
  const limit = Math.min(closuresMax, Math.max(closuresBaseMax, share));
  if (organization.closures.since(daysBefore(now, windowDays)) < limit) return;
  const message = `${limit} accounts were closed in the past ${windowDays} days, the most allowed; try again later`;
  faultFor("ConstraintViolationException", "CLOSE_ACCOUNT_QUOTA_EXCEEDED", message);
}
