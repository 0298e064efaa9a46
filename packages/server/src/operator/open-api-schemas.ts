// The schemas of the operator's API: what bodies and answers are made of.

import { permissionsSchema } from "../permissions/permissions-request.js";
import { rootPasswordSchema } from "../sign-in/root-password.js";
import { linkSignInSchema, rootSignInSchema, userSignInSchema } from "../sign-in/sign-in-request.js";
import { newAccountSchema } from "./new-account-request.js";
import { operatorErrorCodes } from "./operator-error.js";

const string = { type: "string" } as const;
const accountId = { type: "string", pattern: "^\\d{12}$" } as const;
const time = { type: "string", format: "date-time" } as const;

/** An object of these members, the `optional` ones of which may be absent. */
const object = <Members extends object>(members: Members, optional?: object) => ({
  type: "object" as const,
  required: Object.keys(members),
  additionalProperties: false,
  properties: { ...members, ...optional },
});

export const openApiSchemas = {
  NewAccount: newAccountSchema,
  CreatedAccount: object({
    account: object({ id: accountId, ...newAccountSchema.properties }),
    rootAccessKey: object({ accessKeyId: string, secretAccessKey: string }),
  }),
  SignIn: { oneOf: [userSignInSchema, rootSignInSchema, linkSignInSchema] },
  SignedIn: object(
    {
      version: { const: 1 },
      principal: object(
        { arn: string, accountId, kind: { type: "string", enum: ["user", "root"] } },
        { userName: string, email: string },
      ),
      region: string,
      passwordResetRequired: { type: "boolean" },
    },
    {
      credentials: {
        ...object({ accessKeyId: string, secretAccessKey: string, sessionToken: string, expiration: time }),
        description: "Absent where a new password is required first.",
      },
    },
  ),
  Permissions: permissionsSchema,
  Permitted: object({
    version: { const: 1 },
    calls: {
      type: "array",
      items: object(
        { operation: string, allowed: { type: "boolean" } },
        { reason: { type: "string", description: "What the call would be refused with." } },
      ),
    },
  }),
  RootPassword: rootPasswordSchema,
  RootPasswordState: object({
    version: { const: 1 },
    accountId,
    rootPassword: { type: "string", enum: ["set", "none"] },
  }),
  NoMembers: object({}),
  SignInLink: object({ version: { const: 1 }, url: { type: "string", format: "uri" }, expiration: time }),
  Refusal: object({
    error: object(
      { code: { type: "string", enum: operatorErrorCodes }, message: string },
      { place: { type: "string", description: "JSONPath of what is wrong in the body." } },
    ),
    requestId: {
      type: "string",
      description: "Also in the header `x-amzn-requestid`, and in the server's log.",
    },
  }),
} as const;
