// What went wrong with a call, in the words of the API, for people.

export interface ApiError {
  /** The API's own code: `AccessDeniedException`, `PolicyTypeNotEnabledException`. */
  readonly code: string;
  readonly message: string;
  readonly requestId?: string;
  readonly status?: number;
  /** True where some of the calls of a change were made before one failed. */
  readonly isPartial?: boolean;
}

interface Thrown {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly isPartial?: unknown;
  readonly $metadata?: { readonly requestId?: string; readonly httpStatusCode?: number };
}

/** Total: whatever was thrown has a code and a message. */
export function apiError(thrown: unknown): ApiError {
  if (typeof thrown !== "object" || thrown === null) return { code: "UnknownError", message: String(thrown) };
  const { name, message, isPartial, $metadata } = thrown as Thrown;
  if (
    thrown instanceof TypeError &&
    $metadata === undefined &&
    /fetch|network|load failed/i.test(String(message))
  ) {
    return {
      code: "NetworkError",
      message: "the server cannot be reached; check that it runs, then try again",
    };
  }
  return {
    code: typeof name === "string" ? name : "UnknownError",
    message: typeof message === "string" && message !== "" ? message : "no message was given",
    ...($metadata?.requestId === undefined ? {} : { requestId: $metadata.requestId }),
    ...(isPartial === true ? { isPartial } : {}),
    ...($metadata?.httpStatusCode === undefined ? {} : { status: $metadata.httpStatusCode }),
  };
}

export function isAccessDenied({ code }: ApiError): boolean {
  return code === "AccessDeniedException" || code === "AccessDenied";
}

/** Credentials that were good once. */
export function isExpired({ code }: ApiError): boolean {
  return code === "ExpiredTokenException" || code === "ExpiredToken";
}

/** Worth another try by itself. */
export function isTransient({ code, status }: ApiError): boolean {
  return code === "NetworkError" || code === "TooManyRequestsException" || (status ?? 0) >= 500;
}
