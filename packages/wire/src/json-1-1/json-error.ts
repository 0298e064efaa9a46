// Errors as AWS JSON 1.1 knows them.

/**
 * `modelled`: declared by an operation, with its own members. `common`: shared by all services,
 * such as `SerializationException` or `UnrecognizedClientException`.
 */
export type JsonError =
  | {
      readonly kind: "modelled";
      readonly code: string;
      readonly message: string;
      readonly reason?: string | undefined;
      /** Of `TooManyRequestsException` alone. */
      readonly type?: string | undefined;
    }
  | { readonly kind: "common"; readonly code: string; readonly message: string };

/** A request body that cannot be read as what the operation takes. */
export interface SerializationFault {
  readonly kind: "common";
  readonly code: "SerializationException";
  readonly message: string;
}

/** Says why a body cannot be read. */
export function serializationFault(message: string): SerializationFault {
  return { kind: "common", code: "SerializationException", message };
}
