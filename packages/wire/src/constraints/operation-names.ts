// The names of all operations of the service model.

/** The 63 operations of AWS Organizations (2016-11-28), in alphabetical order. */
export const operationNames = [
  "AcceptHandshake",
  "AttachPolicy",
  "CancelHandshake",
  "CloseAccount",
  "CreateAccount",
  "CreateGovCloudAccount",
  "CreateOrganization",
  "CreateOrganizationalUnit",
  "CreatePolicy",
  "DeclineHandshake",
  "DeleteOrganization",
  "DeleteOrganizationalUnit",
  "DeletePolicy",
  "DeleteResourcePolicy",
  "DeregisterDelegatedAdministrator",
  "DescribeAccount",
  "DescribeCreateAccountStatus",
  "DescribeEffectivePolicy",
  "DescribeHandshake",
  "DescribeOrganization",
  "DescribeOrganizationalUnit",
  "DescribePolicy",
  "DescribeResourcePolicy",
  "DescribeResponsibilityTransfer",
  "DetachPolicy",
  "DisableAWSServiceAccess",
  "DisablePolicyType",
  "EnableAWSServiceAccess",
  "EnableAllFeatures",
  "EnablePolicyType",
  "InviteAccountToOrganization",
  "InviteOrganizationToTransferResponsibility",
  "LeaveOrganization",
  "ListAWSServiceAccessForOrganization",
  "ListAccounts",
  "ListAccountsForParent",
  "ListAccountsWithInvalidEffectivePolicy",
  "ListChildren",
  "ListCreateAccountStatus",
  "ListDelegatedAdministrators",
  "ListDelegatedServicesForAccount",
  "ListEffectivePolicyValidationErrors",
  "ListHandshakesForAccount",
  "ListHandshakesForOrganization",
  "ListInboundResponsibilityTransfers",
  "ListOrganizationalUnitsForParent",
  "ListOutboundResponsibilityTransfers",
  "ListParents",
  "ListPolicies",
  "ListPoliciesForTarget",
  "ListRoots",
  "ListTagsForResource",
  "ListTargetsForPolicy",
  "MoveAccount",
  "PutResourcePolicy",
  "RegisterDelegatedAdministrator",
  "RemoveAccountFromOrganization",
  "TagResource",
  "TerminateResponsibilityTransfer",
  "UntagResource",
  "UpdateOrganizationalUnit",
  "UpdatePolicy",
  "UpdateResponsibilityTransfer",
] as const;

/** An operation of AWS Organizations. */
export type OperationName = (typeof operationNames)[number];

const known: ReadonlySet<string> = new Set(operationNames);

/** Whether a name, cased exactly, is that of an operation. */
export function isOperationName(name: string): name is OperationName {
  return known.has(name);
}
