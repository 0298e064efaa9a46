// How a call of the operator is refused.

/** By code: the status that goes with it. */
const statuses = {
  "invalid-request": 400,
  unauthenticated: 401,
  "sign-in-failed": 401,
  "account-closed": 403,
  "not-operator": 403,
  "not-root": 403,
  "not-found": 404,
  "email-taken": 409,
  "too-large": 413,
  "unsupported-media-type": 415,
  "too-many-attempts": 429,
  failed: 500,
  "not-stored": 500,
  busy: 503,
} as const;

export type OperatorErrorCode = keyof typeof statuses;

export const operatorErrorCodes = Object.keys(statuses) as OperatorErrorCode[];

/**
 * Messages are lower case, without full stop, and say what to do; `place` is the JSONPath of what is wrong;
 * `retryAfterSeconds` says when to come back.
 */
export class OperatorError extends Error {
  override readonly name = "OperatorError";
  readonly code: OperatorErrorCode;
  readonly place: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: OperatorErrorCode, message: string, place?: string, retryAfterSeconds?: number) {
    super(message);
    this.code = code;
    this.place = place;
    this.retryAfterSeconds = retryAfterSeconds ?? (code === "busy" ? 1 : undefined);
  }

  get status(): number {
    return statuses[this.code];
  }
}
