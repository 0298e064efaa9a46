// What the operator says about an account to be made: its limits, and the body that holds it.

import { readBodyMembers } from "./read-members.js";

export interface NewAccountRequest {
  readonly name: string;
  readonly email: string;
}

/** In JSON Schema, the limits that the service model sets for `CreateAccount`. Lengths are in code points. */
export const newAccountSchema = {
  type: "object",
  required: ["name", "email"],
  additionalProperties: false,
  properties: {
    name: {
      type: "string",
      description: "1 to 50 printable ASCII characters",
      minLength: 1,
      maxLength: 50,
      pattern: "^[\\u0020-\\u007E]+$",
    },
    email: {
      type: "string",
      description: "an e-mail address of 6 to 64 characters",
      minLength: 6,
      maxLength: 64,
      pattern: "^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$",
    },
  },
} as const;

/** Throws an `OperatorError` that names the place. What is not a member is refused, not passed over. */
export function readNewAccountRequest(body: Uint8Array): NewAccountRequest {
  return readBodyMembers(body, newAccountSchema);
}
