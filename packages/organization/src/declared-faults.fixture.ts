// The errors that AWS's service model declares per operation, transcribed; and those that cannot occur yet, with why.

import type { OperationName } from "./operation-types.js";

const always =
  "AccessDeniedException AWSOrganizationsNotInUseException ServiceException TooManyRequestsException";
const read = `${always} InvalidInputException`;
const write = `${read} ConcurrentModificationException`;
const policyWrite = `${write} UnsupportedAPIEndpointException`;
const policyRead = `${read} UnsupportedAPIEndpointException`;
const handshakeChange =
  "AccessDeniedException ConcurrentModificationException HandshakeNotFoundException InvalidHandshakeTransitionException HandshakeAlreadyInStateException InvalidInputException ServiceException TooManyRequestsException";

const transcribed: { readonly [Name in OperationName]: string } = {
  AcceptHandshake: `${handshakeChange} AWSOrganizationsNotInUseException HandshakeConstraintViolationException AccessDeniedForDependencyException ConstraintViolationException MasterCannotLeaveOrganizationException`,
  AttachPolicy: `${policyWrite} ConstraintViolationException DuplicatePolicyAttachmentException PolicyNotFoundException PolicyTypeNotEnabledException TargetNotFoundException PolicyChangesInProgressException`,
  CancelHandshake: handshakeChange,
  CloseAccount: `${policyWrite} AccountAlreadyClosedException AccountNotFoundException ConflictException ConstraintViolationException`,
  CreateAccount: `${policyWrite} ConstraintViolationException FinalizingOrganizationException`,
  CreateGovCloudAccount: `${policyWrite} ConstraintViolationException FinalizingOrganizationException`,
  CreateOrganization:
    "AccessDeniedException AlreadyInOrganizationException ConcurrentModificationException ConstraintViolationException InvalidInputException ServiceException TooManyRequestsException AccessDeniedForDependencyException",
  CreateOrganizationalUnit: `${write} ConstraintViolationException DuplicateOrganizationalUnitException ParentNotFoundException`,
  CreatePolicy: `${policyWrite} ConstraintViolationException DuplicatePolicyException MalformedPolicyDocumentException PolicyTypeNotAvailableForOrganizationException`,
  DeclineHandshake: handshakeChange,
  DeleteOrganization: `${write} ConstraintViolationException OrganizationNotEmptyException`,
  DeleteOrganizationalUnit: `${write} OrganizationalUnitNotEmptyException OrganizationalUnitNotFoundException`,
  DeletePolicy: `${policyWrite} PolicyInUseException PolicyNotFoundException`,
  DeleteResourcePolicy: `${always} ConcurrentModificationException UnsupportedAPIEndpointException ConstraintViolationException ResourcePolicyNotFoundException`,
  DeregisterDelegatedAdministrator: `${policyWrite} ConstraintViolationException AccountNotFoundException AccountNotRegisteredException`,
  DescribeAccount: `${read} AccountNotFoundException`,
  DescribeCreateAccountStatus: `${policyRead} CreateAccountStatusNotFoundException`,
  DescribeEffectivePolicy: `${policyRead} ConstraintViolationException TargetNotFoundException EffectivePolicyNotFoundException`,
  DescribeHandshake:
    "AccessDeniedException ConcurrentModificationException HandshakeNotFoundException InvalidInputException ServiceException TooManyRequestsException",
  DescribeOrganization: `${always} ConcurrentModificationException`,
  DescribeOrganizationalUnit: `${read} OrganizationalUnitNotFoundException`,
  DescribePolicy: `${policyRead} PolicyNotFoundException`,
  DescribeResourcePolicy: `${always} UnsupportedAPIEndpointException ConstraintViolationException ResourcePolicyNotFoundException`,
  DescribeResponsibilityTransfer: `${policyRead} ResponsibilityTransferNotFoundException`,
  DetachPolicy: `${policyWrite} ConstraintViolationException PolicyNotAttachedException PolicyNotFoundException TargetNotFoundException PolicyChangesInProgressException`,
  DisableAWSServiceAccess: `${policyWrite} ConstraintViolationException`,
  DisablePolicyType: `${policyWrite} ConstraintViolationException PolicyTypeNotEnabledException RootNotFoundException PolicyChangesInProgressException`,
  EnableAWSServiceAccess: `${policyWrite} ConstraintViolationException`,
  EnableAllFeatures: `${write} ConstraintViolationException HandshakeConstraintViolationException`,
  EnablePolicyType: `${policyWrite} ConstraintViolationException PolicyTypeAlreadyEnabledException RootNotFoundException PolicyTypeNotAvailableForOrganizationException PolicyChangesInProgressException`,
  InviteAccountToOrganization: `${write} AccountOwnerNotVerifiedException HandshakeConstraintViolationException DuplicateHandshakeException ConstraintViolationException FinalizingOrganizationException`,
  InviteOrganizationToTransferResponsibility: `${policyWrite} ConstraintViolationException DuplicateHandshakeException HandshakeConstraintViolationException`,
  LeaveOrganization: `${write} AccountNotFoundException ConstraintViolationException MasterCannotLeaveOrganizationException`,
  ListAWSServiceAccessForOrganization: `${policyRead} ConstraintViolationException`,
  ListAccounts: read,
  ListAccountsForParent: `${read} ParentNotFoundException`,
  ListAccountsWithInvalidEffectivePolicy: `${policyRead} ConstraintViolationException EffectivePolicyNotFoundException`,
  ListChildren: `${read} ParentNotFoundException`,
  ListCreateAccountStatus: policyRead,
  ListDelegatedAdministrators: `${policyRead} ConstraintViolationException`,
  ListDelegatedServicesForAccount: `${policyRead} ConstraintViolationException AccountNotFoundException AccountNotRegisteredException`,
  ListEffectivePolicyValidationErrors: `${policyRead} ConstraintViolationException EffectivePolicyNotFoundException AccountNotFoundException`,
  ListHandshakesForAccount:
    "AccessDeniedException ConcurrentModificationException InvalidInputException ServiceException TooManyRequestsException",
  ListHandshakesForOrganization: write,
  ListInboundResponsibilityTransfers: `${policyRead} ResponsibilityTransferNotFoundException ConstraintViolationException`,
  ListOrganizationalUnitsForParent: `${read} ParentNotFoundException`,
  ListOutboundResponsibilityTransfers: `${policyRead} ConstraintViolationException`,
  ListParents: `${read} ChildNotFoundException`,
  ListPolicies: policyRead,
  ListPoliciesForTarget: `${policyRead} TargetNotFoundException`,
  ListRoots: read,
  ListTagsForResource: `${read} TargetNotFoundException`,
  ListTargetsForPolicy: `${policyRead} PolicyNotFoundException`,
  MoveAccount: `${write} SourceParentNotFoundException DestinationParentNotFoundException DuplicateAccountException AccountNotFoundException`,
  PutResourcePolicy: `${policyWrite} ConstraintViolationException`,
  RegisterDelegatedAdministrator: `${policyWrite} ConstraintViolationException AccountAlreadyRegisteredException AccountNotFoundException`,
  RemoveAccountFromOrganization: `${write} AccountNotFoundException ConstraintViolationException MasterCannotLeaveOrganizationException`,
  TagResource: `${write} ConstraintViolationException TargetNotFoundException`,
  TerminateResponsibilityTransfer: `${policyWrite} ConstraintViolationException ResponsibilityTransferNotFoundException ResponsibilityTransferAlreadyInStatusException InvalidResponsibilityTransferTransitionException`,
  UntagResource: `${write} ConstraintViolationException TargetNotFoundException`,
  UpdateOrganizationalUnit: `${write} DuplicateOrganizationalUnitException OrganizationalUnitNotFoundException`,
  UpdatePolicy: `${policyWrite} ConstraintViolationException DuplicatePolicyException MalformedPolicyDocumentException PolicyNotFoundException PolicyChangesInProgressException`,
  UpdateResponsibilityTransfer: `${policyRead} ResponsibilityTransferNotFoundException ConstraintViolationException`,
};

export function declaredFaults(name: OperationName): readonly string[] {
  return transcribed[name].split(" ").toSorted();
}

const constraintTable = "only the constraint table of `wire` raises it for this operation";
const changesOnly = "only what changes something asks for all features";
const noMoreQuotas = "no quota of ours binds this operation";

/** Declared by many operations, raised by none in this package but those named in `raisedAfterAll`. */
export const nowhereRaised: Readonly<Record<string, string>> = {
  AccountOwnerNotVerifiedException: "addresses are not verified here",
  AccessDeniedForDependencyException: "no service-linked role is made",
  ConcurrentModificationException: "a cell decides its writes one after another",
  FinalizingOrganizationException: "an organization is ready when it is created",
  PolicyChangesInProgressException: "policy changes complete within the call",
  ServiceException: "the server answers it when it fails, not the domain",
  TooManyRequestsException: "throttling is the server's",
  UnsupportedAPIEndpointException: "every other operation is offered at every endpoint",
};

export const raisedAfterAll: Readonly<Record<string, readonly OperationName[]>> = {
  UnsupportedAPIEndpointException: ["CreateGovCloudAccount"],
};

/** Declared by the operation, and raised by it elsewhere or not yet. Shrinking this is progress. */
export const notHere: { readonly [Name in OperationName]: Readonly<Record<string, string>> } = {
  AcceptHandshake: { InvalidInputException: constraintTable },
  AttachPolicy: { InvalidInputException: constraintTable },
  CancelHandshake: { InvalidInputException: constraintTable },
  CloseAccount: {
    ConflictException: "closing completes within the call, so nothing is under way",
    InvalidInputException: constraintTable,
  },
  CreateAccount: {},
  CreateGovCloudAccount: {},
  CreateOrganization: {
    ConstraintViolationException: "creating in billing mode is allowed everywhere",
    InvalidInputException: constraintTable,
  },
  CreateOrganizationalUnit: {},
  CreatePolicy: {},
  DeclineHandshake: { InvalidInputException: constraintTable },
  DeleteOrganization: { InvalidInputException: "the operation takes no input" },
  DeleteOrganizationalUnit: { InvalidInputException: constraintTable },
  DeletePolicy: {},
  DeleteResourcePolicy: { ConstraintViolationException: changesOnly },
  DeregisterDelegatedAdministrator: {},
  DescribeAccount: { InvalidInputException: constraintTable },
  DescribeCreateAccountStatus: { InvalidInputException: constraintTable },
  DescribeEffectivePolicy: { ConstraintViolationException: noMoreQuotas },
  DescribeHandshake: { InvalidInputException: constraintTable },
  DescribeOrganization: {},
  DescribeOrganizationalUnit: { InvalidInputException: constraintTable },
  DescribePolicy: { InvalidInputException: constraintTable },
  DescribeResourcePolicy: { ConstraintViolationException: changesOnly },
  DescribeResponsibilityTransfer: { InvalidInputException: constraintTable },
  DetachPolicy: {},
  DisableAWSServiceAccess: {},
  DisablePolicyType: {
    ConstraintViolationException:
      "no service that depends on a policy type exists (POLICY_TYPE_ENABLED_FOR_THIS_SERVICE)",
    InvalidInputException: constraintTable,
  },
  EnableAWSServiceAccess: {},
  EnableAllFeatures: { InvalidInputException: "the operation takes no input" },
  EnablePolicyType: { ConstraintViolationException: noMoreQuotas, InvalidInputException: constraintTable },
  InviteAccountToOrganization: {},
  InviteOrganizationToTransferResponsibility: {},
  LeaveOrganization: {
    AccountNotFoundException: "the account is that of the caller",
    InvalidInputException: "the operation takes no input",
  },
  ListAWSServiceAccessForOrganization: { InvalidInputException: constraintTable },
  ListAccounts: { InvalidInputException: constraintTable },
  ListAccountsForParent: { InvalidInputException: constraintTable },
  ListAccountsWithInvalidEffectivePolicy: {
    ConstraintViolationException: noMoreQuotas,
    InvalidInputException: constraintTable,
  },
  ListChildren: { InvalidInputException: constraintTable },
  ListCreateAccountStatus: { InvalidInputException: constraintTable },
  ListDelegatedAdministrators: { ConstraintViolationException: changesOnly },
  ListDelegatedServicesForAccount: {
    ConstraintViolationException: changesOnly,
    InvalidInputException: constraintTable,
  },
  ListEffectivePolicyValidationErrors: {
    ConstraintViolationException: noMoreQuotas,
    InvalidInputException: constraintTable,
  },
  ListHandshakesForAccount: {},
  ListHandshakesForOrganization: {},
  ListInboundResponsibilityTransfers: {
    ConstraintViolationException: noMoreQuotas,
    InvalidInputException: constraintTable,
  },
  ListOrganizationalUnitsForParent: { InvalidInputException: constraintTable },
  ListOutboundResponsibilityTransfers: {
    ConstraintViolationException: noMoreQuotas,
    InvalidInputException: constraintTable,
  },
  ListParents: { InvalidInputException: constraintTable },
  ListPolicies: { InvalidInputException: constraintTable },
  ListPoliciesForTarget: { InvalidInputException: constraintTable },
  ListRoots: { InvalidInputException: constraintTable },
  ListTagsForResource: { InvalidInputException: constraintTable },
  ListTargetsForPolicy: { InvalidInputException: constraintTable },
  MoveAccount: {
    InvalidInputException: "an organization has one root (MOVING_ACCOUNT_BETWEEN_DIFFERENT_ROOTS)",
  },
  PutResourcePolicy: {},
  RegisterDelegatedAdministrator: {},
  RemoveAccountFromOrganization: { InvalidInputException: constraintTable },
  TagResource: {},
  TerminateResponsibilityTransfer: { ConstraintViolationException: noMoreQuotas },
  UntagResource: { ConstraintViolationException: "taking tags off breaks no limit" },
  UpdateOrganizationalUnit: { InvalidInputException: constraintTable },
  UpdatePolicy: {},
  UpdateResponsibilityTransfer: { InvalidInputException: constraintTable },
};
