// The errors that AWS's service model declares per operation, transcribed; and those that cannot occur yet, with why.

import type { OperationName } from "./operation-types.js";

const always =
  "AccessDeniedException AWSOrganizationsNotInUseException ServiceException TooManyRequestsException";
const read = `${always} InvalidInputException`;
const write = `${read} ConcurrentModificationException`;
const policyWrite = `${write} UnsupportedAPIEndpointException`;
const policyRead = `${read} UnsupportedAPIEndpointException`;

const transcribed: { readonly [Name in OperationName]: string } = {
  AttachPolicy: `${policyWrite} ConstraintViolationException DuplicatePolicyAttachmentException PolicyNotFoundException PolicyTypeNotEnabledException TargetNotFoundException PolicyChangesInProgressException`,
  CreateAccount: `${policyWrite} ConstraintViolationException FinalizingOrganizationException`,
  CreateOrganization:
    "AccessDeniedException AlreadyInOrganizationException ConcurrentModificationException ConstraintViolationException InvalidInputException ServiceException TooManyRequestsException AccessDeniedForDependencyException",
  CreateOrganizationalUnit: `${write} ConstraintViolationException DuplicateOrganizationalUnitException ParentNotFoundException`,
  CreatePolicy: `${policyWrite} ConstraintViolationException DuplicatePolicyException MalformedPolicyDocumentException PolicyTypeNotAvailableForOrganizationException`,
  DeletePolicy: `${policyWrite} PolicyInUseException PolicyNotFoundException`,
  DescribeCreateAccountStatus: `${policyRead} CreateAccountStatusNotFoundException`,
  DescribeEffectivePolicy: `${policyRead} ConstraintViolationException TargetNotFoundException EffectivePolicyNotFoundException`,
  DescribeOrganization: `${always} ConcurrentModificationException`,
  DescribePolicy: `${policyRead} PolicyNotFoundException`,
  DetachPolicy: `${policyWrite} ConstraintViolationException PolicyNotAttachedException PolicyNotFoundException TargetNotFoundException PolicyChangesInProgressException`,
  DisablePolicyType: `${policyWrite} ConstraintViolationException PolicyTypeNotEnabledException RootNotFoundException PolicyChangesInProgressException`,
  EnablePolicyType: `${policyWrite} ConstraintViolationException PolicyTypeAlreadyEnabledException RootNotFoundException PolicyTypeNotAvailableForOrganizationException PolicyChangesInProgressException`,
  ListAccounts: read,
  ListOrganizationalUnitsForParent: `${read} ParentNotFoundException`,
  ListPolicies: policyRead,
  ListPoliciesForTarget: `${policyRead} TargetNotFoundException`,
  ListRoots: read,
  MoveAccount: `${write} SourceParentNotFoundException DestinationParentNotFoundException DuplicateAccountException AccountNotFoundException`,
  UpdatePolicy: `${policyWrite} ConstraintViolationException DuplicatePolicyException MalformedPolicyDocumentException PolicyNotFoundException PolicyChangesInProgressException`,
};

export function declaredFaults(name: OperationName): readonly string[] {
  return transcribed[name].split(" ").toSorted();
}

const constraintTable = "only the constraint table of `wire` raises it for this operation";
const noMoreQuotas = "no quota of ours binds this operation";

/** Declared by many operations, raised by none in this package. */
export const nowhereRaised: Readonly<Record<string, string>> = {
  AccessDeniedForDependencyException: "no service-linked role is made",
  ConcurrentModificationException: "a cell decides its writes one after another",
  FinalizingOrganizationException: "an organization is ready when it is created",
  PolicyChangesInProgressException: "policy changes complete within the call",
  ServiceException: "the server answers it when it fails, not the domain",
  TooManyRequestsException: "throttling is the server's",
  UnsupportedAPIEndpointException: "every operation is offered at every endpoint",
};

/** Declared by the operation, and raised by it elsewhere or not yet. Shrinking this is progress. */
export const notHere: { readonly [Name in OperationName]: Readonly<Record<string, string>> } = {
  AttachPolicy: { InvalidInputException: constraintTable },
  CreateAccount: {},
  CreateOrganization: {
    AccessDeniedException: "any account may call; identity policies are the server's to ask",
    ConstraintViolationException: "creating in billing mode is allowed everywhere",
    InvalidInputException: constraintTable,
  },
  CreateOrganizationalUnit: {},
  CreatePolicy: {},
  DeletePolicy: {},
  DescribeCreateAccountStatus: { InvalidInputException: constraintTable },
  DescribeEffectivePolicy: { ConstraintViolationException: noMoreQuotas },
  DescribeOrganization: { AccessDeniedException: "every account of the organization may call" },
  DescribePolicy: { InvalidInputException: constraintTable },
  DetachPolicy: {},
  DisablePolicyType: {
    ConstraintViolationException:
      "no service that depends on a policy type exists (POLICY_TYPE_ENABLED_FOR_THIS_SERVICE)",
    InvalidInputException: constraintTable,
  },
  EnablePolicyType: { ConstraintViolationException: noMoreQuotas, InvalidInputException: constraintTable },
  ListAccounts: { InvalidInputException: constraintTable },
  ListOrganizationalUnitsForParent: { InvalidInputException: constraintTable },
  ListPolicies: { InvalidInputException: constraintTable },
  ListPoliciesForTarget: { InvalidInputException: constraintTable },
  ListRoots: { InvalidInputException: constraintTable },
  MoveAccount: {
    InvalidInputException: "an organization has one root (MOVING_ACCOUNT_BETWEEN_DIFFERENT_ROOTS)",
  },
  UpdatePolicy: {},
};
