// Why an input is refused, in the words of the service model.

import type { SerializationFault } from "../json-1-1/json-error.js";

/** The reasons of `InvalidInputException` that the constraint table alone can give. */
export type InputReason =
  | "INPUT_REQUIRED"
  | "MAX_LENGTH_EXCEEDED"
  | "MIN_LENGTH_EXCEEDED"
  | "MAX_VALUE_EXCEEDED"
  | "MIN_VALUE_EXCEEDED"
  | "INVALID_PATTERN"
  | "INVALID_PATTERN_TARGET_ID"
  | "INVALID_SYNTAX_POLICY_ID"
  | "INVALID_ENUM"
  | "INVALID_ENUM_POLICY_TYPE"
  | "INVALID_LIST_MEMBER";

/** A well-formed input that breaks a constraint. */
export interface InvalidInputFault {
  readonly kind: "modelled";
  readonly code: "InvalidInputException";
  readonly reason: InputReason;
  readonly message: string;
}

/** Either kind can be handed to `encodeJsonError`. */
export type InputFault = SerializationFault | InvalidInputFault;

/** Says which constraint an input breaks. */
export function invalidInput(reason: InputReason, message: string): InvalidInputFault {
  return { kind: "modelled", code: "InvalidInputException", reason, message };
}
