// Every operation by its name on the wire.

import type { Operations } from "../operation.js";
import { acceptHandshake } from "./accept-handshake.js";
import { attachPolicy } from "./attach-policy.js";
import { cancelHandshake } from "./cancel-handshake.js";
import { closeAccount } from "./close-account.js";
import { createAccount } from "./create-account.js";
import { createGovCloudAccount } from "./create-gov-cloud-account.js";
import { createOrganization } from "./create-organization.js";
import { createOrganizationalUnit } from "./create-organizational-unit.js";
import { createPolicy } from "./create-policy.js";
import { declineHandshake } from "./decline-handshake.js";
import { deleteOrganization } from "./delete-organization.js";
import { deleteOrganizationalUnit } from "./delete-organizational-unit.js";
import { deletePolicy } from "./delete-policy.js";
import { deleteResourcePolicy } from "./delete-resource-policy.js";
import { deregisterDelegatedAdministrator } from "./deregister-delegated-administrator.js";
import { describeAccount } from "./describe-account.js";
import { describeCreateAccountStatus } from "./describe-create-account-status.js";
import { describeEffectivePolicy } from "./describe-effective-policy.js";
import { describeHandshake } from "./describe-handshake.js";
import { describeOrganization } from "./describe-organization.js";
import { describeOrganizationalUnit } from "./describe-organizational-unit.js";
import { describePolicy } from "./describe-policy.js";
import { describeResourcePolicy } from "./describe-resource-policy.js";
import { describeResponsibilityTransfer } from "./describe-responsibility-transfer.js";
import { detachPolicy } from "./detach-policy.js";
import { disableAWSServiceAccess } from "./disable-aws-service-access.js";
import { disablePolicyType } from "./disable-policy-type.js";
import { enableAllFeatures } from "./enable-all-features.js";
import { enableAWSServiceAccess } from "./enable-aws-service-access.js";
import { enablePolicyType } from "./enable-policy-type.js";
import { inviteAccountToOrganization } from "./invite-account-to-organization.js";
import { inviteOrganizationToTransferResponsibility } from "./invite-organization-to-transfer-responsibility.js";
import { leaveOrganization } from "./leave-organization.js";
import { listAccounts } from "./list-accounts.js";
import { listAccountsForParent } from "./list-accounts-for-parent.js";
import { listAccountsWithInvalidEffectivePolicy } from "./list-accounts-with-invalid-effective-policy.js";
import { listAWSServiceAccessForOrganization } from "./list-aws-service-access-for-organization.js";
import { listChildren } from "./list-children.js";
import { listCreateAccountStatus } from "./list-create-account-status.js";
import { listDelegatedAdministrators } from "./list-delegated-administrators.js";
import { listDelegatedServicesForAccount } from "./list-delegated-services-for-account.js";
import { listEffectivePolicyValidationErrors } from "./list-effective-policy-validation-errors.js";
import { listHandshakesForAccount } from "./list-handshakes-for-account.js";
import { listHandshakesForOrganization } from "./list-handshakes-for-organization.js";
import { listInboundResponsibilityTransfers } from "./list-inbound-responsibility-transfers.js";
import { listOrganizationalUnitsForParent } from "./list-organizational-units-for-parent.js";
import { listOutboundResponsibilityTransfers } from "./list-outbound-responsibility-transfers.js";
import { listParents } from "./list-parents.js";
import { listPolicies } from "./list-policies.js";
import { listPoliciesForTarget } from "./list-policies-for-target.js";
import { listRoots } from "./list-roots.js";
import { listTagsForResource } from "./list-tags-for-resource.js";
import { listTargetsForPolicy } from "./list-targets-for-policy.js";
import { moveAccount } from "./move-account.js";
import { putResourcePolicy } from "./put-resource-policy.js";
import { registerDelegatedAdministrator } from "./register-delegated-administrator.js";
import { removeAccountFromOrganization } from "./remove-account-from-organization.js";
import { tagResource } from "./tag-resource.js";
import { terminateResponsibilityTransfer } from "./terminate-responsibility-transfer.js";
import { untagResource } from "./untag-resource.js";
import { updateOrganizationalUnit } from "./update-organizational-unit.js";
import { updatePolicy } from "./update-policy.js";
import { updateResponsibilityTransfer } from "./update-responsibility-transfer.js";

export const operations: Operations = {
  AcceptHandshake: acceptHandshake,
  AttachPolicy: attachPolicy,
  CancelHandshake: cancelHandshake,
  CloseAccount: closeAccount,
  CreateAccount: createAccount,
  CreateGovCloudAccount: createGovCloudAccount,
  CreateOrganization: createOrganization,
  CreateOrganizationalUnit: createOrganizationalUnit,
  CreatePolicy: createPolicy,
  DeclineHandshake: declineHandshake,
  DeleteOrganization: deleteOrganization,
  DeleteOrganizationalUnit: deleteOrganizationalUnit,
  DeletePolicy: deletePolicy,
  DeleteResourcePolicy: deleteResourcePolicy,
  DeregisterDelegatedAdministrator: deregisterDelegatedAdministrator,
  DescribeAccount: describeAccount,
  DescribeCreateAccountStatus: describeCreateAccountStatus,
  DescribeEffectivePolicy: describeEffectivePolicy,
  DescribeHandshake: describeHandshake,
  DescribeOrganization: describeOrganization,
  DescribeOrganizationalUnit: describeOrganizationalUnit,
  DescribePolicy: describePolicy,
  DescribeResourcePolicy: describeResourcePolicy,
  DescribeResponsibilityTransfer: describeResponsibilityTransfer,
  DetachPolicy: detachPolicy,
  DisableAWSServiceAccess: disableAWSServiceAccess,
  DisablePolicyType: disablePolicyType,
  EnableAWSServiceAccess: enableAWSServiceAccess,
  EnableAllFeatures: enableAllFeatures,
  EnablePolicyType: enablePolicyType,
  InviteAccountToOrganization: inviteAccountToOrganization,
  InviteOrganizationToTransferResponsibility: inviteOrganizationToTransferResponsibility,
  LeaveOrganization: leaveOrganization,
  ListAWSServiceAccessForOrganization: listAWSServiceAccessForOrganization,
  ListAccounts: listAccounts,
  ListAccountsForParent: listAccountsForParent,
  ListAccountsWithInvalidEffectivePolicy: listAccountsWithInvalidEffectivePolicy,
  ListChildren: listChildren,
  ListCreateAccountStatus: listCreateAccountStatus,
  ListDelegatedAdministrators: listDelegatedAdministrators,
  ListDelegatedServicesForAccount: listDelegatedServicesForAccount,
  ListEffectivePolicyValidationErrors: listEffectivePolicyValidationErrors,
  ListHandshakesForAccount: listHandshakesForAccount,
  ListHandshakesForOrganization: listHandshakesForOrganization,
  ListInboundResponsibilityTransfers: listInboundResponsibilityTransfers,
  ListOrganizationalUnitsForParent: listOrganizationalUnitsForParent,
  ListOutboundResponsibilityTransfers: listOutboundResponsibilityTransfers,
  ListParents: listParents,
  ListPolicies: listPolicies,
  ListPoliciesForTarget: listPoliciesForTarget,
  ListRoots: listRoots,
  ListTagsForResource: listTagsForResource,
  ListTargetsForPolicy: listTargetsForPolicy,
  MoveAccount: moveAccount,
  PutResourcePolicy: putResourcePolicy,
  RegisterDelegatedAdministrator: registerDelegatedAdministrator,
  RemoveAccountFromOrganization: removeAccountFromOrganization,
  TagResource: tagResource,
  TerminateResponsibilityTransfer: terminateResponsibilityTransfer,
  UntagResource: untagResource,
  UpdateOrganizationalUnit: updateOrganizationalUnit,
  UpdatePolicy: updatePolicy,
  UpdateResponsibilityTransfer: updateResponsibilityTransfer,
};
