// What the operator says about an account to be made: its limits, and the body that holds it.

import { decodeJsonBody } from "@withhold/wire";
import { OperatorError } from "./operator-error.js";

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
    name: { type: "string", minLength: 1, maxLength: 50, pattern: "^[\\u0020-\\u007E]+$" },
    email: { type: "string", minLength: 6, maxLength: 64, pattern: "^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$" },
  },
} as const;

const limits = {
  name: "1 to 50 printable ASCII characters",
  email: "an e-mail address of 6 to 64 characters",
} as const;

type Member = keyof NewAccountRequest;

const members = newAccountSchema.required;

/** Throws an `OperatorError` that names the place. What is not a member is refused, not passed over. */
export function readNewAccountRequest(body: Uint8Array): NewAccountRequest {
  const decoded = decodeJsonBody(body);
  if (!decoded.ok) throw new OperatorError("invalid-request", decoded.fault.message, "$");
  const { value } = decoded;
  const stranger = Object.keys(value).find((name) => !members.some((member) => member === name));
  if (stranger !== undefined) {
    const name = stranger.slice(0, 64);
    const message = `unknown member \`${name}\`; there are ${members.join(" and ")}`;
    throw new OperatorError("invalid-request", message, `$[${JSON.stringify(name)}]`);
  }
  return { name: stringOf(value, "name"), email: stringOf(value, "email") };
}

function stringOf(value: Readonly<Record<string, unknown>>, member: Member): string {
  const given = Object.hasOwn(value, member) ? value[member] : undefined;
  const { minLength, maxLength, pattern } = newAccountSchema.properties[member];
  if (typeof given === "string") {
    const length = Array.from(given).length;
    if (length >= minLength && length <= maxLength && new RegExp(pattern, "u").test(given)) return given;
  }
  const what = given === undefined ? "is missing" : "cannot be used";
  throw new OperatorError("invalid-request", `\`${member}\` ${what}; give ${limits[member]}`, `$.${member}`);
}
