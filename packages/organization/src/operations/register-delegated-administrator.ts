// RegisterDelegatedAdministrator: a member account administers a service, and may read all about the organization.

import { fault, faultFor } from "../fault.js";
import { findAccount } from "../find-account.js";
import type { Operation } from "../operation.js";
import { requireDelegationFeatures, requireServicePrincipal } from "../service-principals.js";
import type { Organization } from "../state/organization.js";
import type { MemberAccount } from "../state/tree-node.js";

export const registerDelegatedAdministrator: Operation<"RegisterDelegatedAdministrator"> = {
  kind: "write",
  callers: "management",
  decide({ AccountId, ServicePrincipal: servicePrincipal }, { organization, quotas }) {
    requireServicePrincipal(servicePrincipal);
    const member = findAccount(organization, AccountId);
    requireEligible(organization, member);
    requireDelegationFeatures(organization);
    if (!organization.serviceAccess.has(servicePrincipal)) {
      const message = `\`${servicePrincipal}\` has no access to this organization; call EnableAWSServiceAccess first`;
      faultFor("ConstraintViolationException", "SERVICE_ACCESS_NOT_ENABLED", message);
    }
    const administrators = organization.delegatedAdministrators.of(servicePrincipal);
    if (administrators.has(member.id)) {
      const message = `account \`${member.id}\` is a delegated administrator for \`${servicePrincipal}\` already`;
      fault("AccountAlreadyRegisteredException", message);
    }
    const { delegatedAdministratorsPerServiceMax: limit } = quotas;
    if (administrators.size >= limit) {
      const message = `\`${servicePrincipal}\` has ${limit} delegated administrators, the most allowed; deregister one first`;
      const reason = "MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED";
      faultFor("ConstraintViolationException", reason, message);
    }
    const accountId = member.id;
    const registered = { type: "delegated-administrator.registered", accountId, servicePrincipal } as const;
    return { events: [{ ...registered, organizationId: organization.id }], output: () => ({}) };
  },
};

function requireEligible(organization: Organization, { id, membership }: MemberAccount): void {
  if (id === organization.managementAccountId) {
    const message = `\`${id}\` is the management account, which administers everything; name a member account`;
    const reason = "CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR";
    faultFor("ConstraintViolationException", reason, message);
  }
  if (membership.account.closedAt !== undefined) {
    const message = `account \`${id}\` is closed and may do nothing; name another account`;
    const reason = "CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR";
    faultFor("ConstraintViolationException", reason, message);
  }
}
