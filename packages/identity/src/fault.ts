// Faults: the errors that IAM and STS operations answer with, by the names of their service models.

/**
 * HTTP status by code. Source: the service models; for `AccessDenied` and `ValidationError`, which these do not have,
 * answers of AWS as people report them.
 */
export const faultStatuses = {
  AccessDenied: 403,
  DeleteConflict: 409,
  EntityAlreadyExists: 409,
  InvalidInput: 400,
  InvalidUserType: 400,
  LimitExceeded: 409,
  MalformedPolicyDocument: 400,
  NoSuchEntity: 404,
  PackedPolicyTooLarge: 400,
  PasswordPolicyViolation: 400,
  Throttling: 400,
  ValidationError: 400,
} as const;

export type IdentityFaultName = keyof typeof faultStatuses;

/** An answer that is an error. */
export class IdentityFault extends Error {
  override readonly name = "IdentityFault";
  readonly code: IdentityFaultName;

  constructor(code: IdentityFaultName, message: string) {
    super(message);
    this.code = code;
  }
}

/** Ends the operation. Messages are lower case, without full stop, user input in backticks, and say what to do. */
export function identityFault(code: IdentityFaultName, message: string): never {
  throw new IdentityFault(code, message);
}
