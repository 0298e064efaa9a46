// What somebody says who signs in: one of three forms of a body, and its limits.

import { OperatorError } from "../operator/operator-error.js";
import { readMembers, readObject } from "../operator/read-members.js";
import { newPasswordSchema } from "./password-schema.js";

/** As somebody knows it who need not know the limits of passwords. */
const password = { type: "string", minLength: 1, maxLength: 128 } as const;

export const userSignInSchema = {
  type: "object",
  required: ["accountId", "userName", "password"],
  additionalProperties: false,
  properties: {
    accountId: { type: "string", description: "the 12 digits of an account id", pattern: "^[0-9]{12}$" },
    userName: {
      type: "string",
      description: "the name of a user, 1 to 64 letters, digits and `_+=,.@-`",
      minLength: 1,
      maxLength: 64,
      pattern: "^[\\w+=,.@\\-]+$",
    },
    password,
    newPassword: newPasswordSchema,
  },
} as const;

export const rootSignInSchema = {
  type: "object",
  required: ["email", "password"],
  additionalProperties: false,
  properties: { email: { type: "string", minLength: 1, maxLength: 64 }, password },
} as const;

export const linkSignInSchema = {
  type: "object",
  required: ["signInToken"],
  additionalProperties: false,
  properties: { signInToken: { type: "string", minLength: 1, maxLength: 64 } },
} as const;

export type SignInRequest =
  | {
      readonly kind: "user";
      readonly accountId: string;
      readonly userName: string;
      readonly password: string;
      readonly newPassword?: string;
    }
  | { readonly kind: "root"; readonly email: string; readonly password: string }
  | { readonly kind: "link"; readonly signInToken: string };

/** Throws an `OperatorError` that names the place. */
export function readSignInRequest(body: Uint8Array): SignInRequest {
  const value = readObject(body);
  if (Object.hasOwn(value, "signInToken")) return { kind: "link", ...readMembers(value, linkSignInSchema) };
  if (Object.hasOwn(value, "email")) return { kind: "root", ...readMembers(value, rootSignInSchema) };
  if (Object.hasOwn(value, "accountId") || Object.hasOwn(value, "userName"))
    return { kind: "user", ...readMembers(value, userSignInSchema) };
  const message =
    "who signs in is missing; give `accountId`, `userName` and `password`, or `email` and `password`, or `signInToken`";
  throw new OperatorError("invalid-request", message, "$");
}
