// Errors that the Query protocol itself raises, before any operation runs.

/** A request of the Query protocol that cannot be understood. The HTTP status is 400, the sender's fault. */
export interface QueryFault {
  readonly code: "MalformedQueryString" | "MissingAction" | "InvalidAction";
  readonly message: string;
}
