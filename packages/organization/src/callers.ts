// Who may call an operation at all, before any policy is asked.

import { fault } from "./fault.js";
import type { Callers, Context, MemberContext } from "./operation.js";

/** Every caller passes here first. A closed account may do nothing, as on AWS. */
export function requireOpen({ account }: Context): void {
  if (account.closedAt === undefined) return;
  fault(
    "AccessDeniedException",
    `account ${account.id} is closed and may do nothing; call as another account`,
  );
}

/** The context of a caller that belongs to an organization and may call what `callers` says. */
export function requireCaller(callers: Exclude<Callers, "anyone">, context: Context): MemberContext {
  requireOpen(context);
  const organization = context.cell.organizationOf(context.account);
  const member = organization?.accounts.get(context.account.id);
  if (organization === undefined || member === undefined) {
    const message = `account ${context.account.id} is in no organization; create one first (CreateOrganization)`;
    return fault("AWSOrganizationsNotInUseException", message);
  }
  if (callers === "management" && organization.managementAccountId !== context.account.id) {
    fault("AccessDeniedException", "only the management account of the organization may call this");
  }
  // Named one by one: a spread costs more than all the rest of a read.
  const { cell, account, partition, catalogue, quotas, draw, page } = context;
  return { cell, account, partition, catalogue, quotas, draw, page, organization, member };
}
