// Who may call an operation at all, before the caller's own policies are asked.

import type { Outcome } from "@withhold/iam";
import { authorizationRequests } from "./authorization/authorization-request.js";
import { delegableActions } from "./authorization/delegable-actions.js";
import { delegationOutcome } from "./authorization/delegation-outcome.js";
import { fault } from "./fault.js";
import type { Context, MemberContext, Operation } from "./operation.js";
import type { Input, OperationName } from "./operation-types.js";

/** The context that an operation gets from a caller who may call it at all. What the input names need not exist. */
export function admit<Name extends OperationName>(
  name: Name,
  operation: Operation<Name>,
  input: Input<Name>,
  context: Context,
): Context {
  if (operation.callers !== "anyone") return admitMember(name, operation, input, context);
  requireOpen(context);
  return context;
}

/** The same for an operation that only accounts of an organization may call. */
export function admitMember<Name extends OperationName>(
  name: Name,
  operation: Operation<Name>,
  input: Input<Name>,
  context: Context,
): MemberContext {
  const asMember = memberContext(context);
  if (operation.callers === "management") requireManagement(asMember);
  else requireGrant(name, operation, input, asMember);
  return asMember;
}

/** A closed account may do nothing, as on AWS. */
function requireOpen({ account }: Context): void {
  if (account.closedAt === undefined) return;
  fault(
    "AccessDeniedException",
    `account ${account.id} is closed and may do nothing; call as another account`,
  );
}

function memberContext(context: Context): MemberContext {
  requireOpen(context);
  // Named one by one: a spread costs more than all the rest of a read.
  const { cell, account, principal, callerContext, partition, catalogue, quotas, draw, page } = context;
  const organization = cell.organizationOf(account);
  const member = organization?.accounts.get(account.id);
  if (organization === undefined || member === undefined) {
    const message = `account ${account.id} is in no organization; create one first (CreateOrganization)`;
    return fault("AWSOrganizationsNotInUseException", message);
  }
  return {
    cell,
    account,
    principal,
    callerContext,
    partition,
    catalogue,
    quotas,
    draw,
    page,
    organization,
    member,
  };
}

function isManagement({ organization, account }: MemberContext): boolean {
  return organization.managementAccountId === account.id;
}

function requireManagement(context: MemberContext): void {
  if (isManagement(context)) return;
  fault("AccessDeniedException", "only the management account of the organization may call this");
}

/** What the delegation policy denies, it denies to everybody; what it allows counts for those who need it. */
function requireGrant<Name extends OperationName>(
  name: Name,
  operation: Operation<Name>,
  input: Input<Name>,
  context: MemberContext,
): void {
  const entitled = isEntitled(operation, input, context);
  const outcome = askDelegation(name, input, context, entitled);
  if (outcome === "allow" || (outcome === "implicit-deny" && entitled)) return;
  if (outcome === "explicit-deny") {
    fault("AccessDeniedException", "the delegation policy of the organization denies this");
  }
  const what = operation.own === undefined ? "this" : "this for another account";
  const message = `only the management account of the organization and its delegated administrators may call ${what}`;
  fault("AccessDeniedException", message);
}

/** Without the delegation policy: by what the account is. */
function isEntitled<Name extends OperationName>(
  { callers, kind, own }: Operation<Name>,
  input: Input<Name>,
  context: MemberContext,
): boolean {
  if (callers === "member" || isManagement(context)) return true;
  const { organization, account } = context;
  if (kind === "read" && organization.delegatedAdministrators.has(account.id)) return true;
  return own?.(input, account.id) === true;
}

function askDelegation<Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  context: MemberContext,
  entitled: boolean,
): Outcome {
  const { organization, principal, callerContext } = context;
  const { resourcePolicy } = organization;
  // A pattern covers what can be delegated, and nothing else: it keeps nobody from leaving.
  if (resourcePolicy === undefined || !delegableActions.includes(name)) return "implicit-deny";
  const { policy } = resourcePolicy;
  if (entitled && policy.denies.length === 0) return "implicit-deny";
  const requests = authorizationRequests(name, input, context);
  const delegation = { policy, accountId: organization.managementAccountId };
  return delegationOutcome(delegation, requests, { principal, context: callerContext });
}
