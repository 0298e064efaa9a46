// Faults: the errors that an operation answers with, by the names of AWS's service model.

import type {
  ConstraintViolationExceptionReason,
  HandshakeConstraintViolationExceptionReason,
  InvalidInputExceptionReason,
} from "@aws-sdk/client-organizations";

/** Faults that carry a machine-readable reason beside their message. */
export interface FaultReasons {
  ConstraintViolationException: ConstraintViolationExceptionReason;
  HandshakeConstraintViolationException: HandshakeConstraintViolationExceptionReason;
  InvalidInputException: InvalidInputExceptionReason;
}

/** Faults without a reason. Source: the service model; a name joins the list with the operation that needs it. */
export type PlainFaultName =
  | "AWSOrganizationsNotInUseException"
  | "AccessDeniedException"
  | "AccountAlreadyClosedException"
  | "AccountAlreadyRegisteredException"
  | "AccountNotFoundException"
  | "AccountNotRegisteredException"
  | "AlreadyInOrganizationException"
  | "ChildNotFoundException"
  | "CreateAccountStatusNotFoundException"
  | "DestinationParentNotFoundException"
  | "DuplicateAccountException"
  | "DuplicateHandshakeException"
  | "DuplicateOrganizationalUnitException"
  | "DuplicatePolicyAttachmentException"
  | "DuplicatePolicyException"
  | "EffectivePolicyNotFoundException"
  | "HandshakeAlreadyInStateException"
  | "HandshakeNotFoundException"
  | "InvalidHandshakeTransitionException"
  | "InvalidResponsibilityTransferTransitionException"
  | "MalformedPolicyDocumentException"
  | "MasterCannotLeaveOrganizationException"
  | "OrganizationNotEmptyException"
  | "OrganizationalUnitNotEmptyException"
  | "OrganizationalUnitNotFoundException"
  | "ParentNotFoundException"
  | "PolicyInUseException"
  | "PolicyNotAttachedException"
  | "PolicyNotFoundException"
  | "PolicyTypeAlreadyEnabledException"
  | "PolicyTypeNotAvailableForOrganizationException"
  | "PolicyTypeNotEnabledException"
  | "ResourcePolicyNotFoundException"
  | "ResponsibilityTransferAlreadyInStatusException"
  | "ResponsibilityTransferNotFoundException"
  | "RootNotFoundException"
  | "ServiceException"
  | "SourceParentNotFoundException"
  | "TargetNotFoundException"
  | "UnsupportedAPIEndpointException";

export type FaultName = PlainFaultName | keyof FaultReasons;

/** An answer that is an error. On the wire `ServiceException` is status 500, every other 400. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: FaultName;
  readonly reason: string | undefined;

  constructor(code: FaultName, message: string, reason?: string) {
    super(message);
    this.code = code;
    this.reason = reason;
  }
}

/** Ends the operation. Messages are lower case, without full stop, user input in backticks, and say what to do. */
export function fault(code: PlainFaultName, message: string): never {
  throw new Fault(code, message);
}

/** `fault` for the exceptions that carry a `Reason`. */
export function faultFor<Code extends keyof FaultReasons>(
  code: Code,
  reason: FaultReasons[Code],
  message: string,
): never {
  throw new Fault(code, message, reason);
}
