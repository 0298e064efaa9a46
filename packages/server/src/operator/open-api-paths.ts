// The operations of the operator's API, as its description has them.

import type { openApiSchemas } from "./open-api-schemas.js";

const json = (schema: keyof typeof openApiSchemas) =>
  ({ "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } }) as const;
const answer = (description: string, schema: keyof typeof openApiSchemas) =>
  ({ description, content: json(schema) }) as const;
const refusal = (description: string) => answer(description, "Refusal");

const signed = { security: [{ sigv4: [] }] } as const;
const unsigned = { security: [] } as const;

const unsignedRefusal = refusal("The request is not signed, or not well.");
const bodyRefusals = {
  "400": refusal("The body, or a member of it, cannot be used; `place` says which."),
  "413": refusal("The body is too large."),
  "415": refusal("The body is not `application/json`."),
} as const;
const writeRefusals = {
  "500": refusal("`not-stored`: nothing was changed. `failed`: it is unknown whether something was."),
  "503": refusal("Too much waits; try again after `Retry-After` seconds."),
} as const;

const createAccount = {
  operationId: "CreateStandaloneAccount",
  summary: "Makes an account outside any organization",
  description:
    "Makes an account that belongs to no organization, with an access key of its root user. The answer is the only " +
    "time that the secret is told. E-mail addresses are unique in a server, whatever their case. For the operator, " +
    "who is the root user of the first account.",
  ...signed,
  requestBody: { required: true, content: json("NewAccount") },
  responses: {
    "201": answer("The account exists, durably.", "CreatedAccount"),
    ...bodyRefusals,
    "401": unsignedRefusal,
    "403": refusal("Whoever signed is not the operator."),
    "409": refusal("Another account has the e-mail address."),
    ...writeRefusals,
  },
} as const;

const signIn = {
  operationId: "SignIn",
  summary: "Signs a person in",
  description:
    "Takes the password of an IAM user or of a root user, or the token of a one-time link, and answers credentials of " +
    "an hour, which may do all that the user may. Where the login profile requires a new password, the answer has no " +
    "credentials: send the request again with `newPassword`, which becomes the password, and signs in. Attempts that " +
    "fail are limited, by name and by address.",
  ...unsigned,
  requestBody: { required: true, content: json("SignIn") },
  responses: {
    "200": answer("Signed in, or a new password is required.", "SignedIn"),
    ...bodyRefusals,
    "401": refusal("Nobody is signed in; the same whatever was wrong."),
    "429": refusal("Too many attempts failed; try again after `Retry-After` seconds."),
    ...writeRefusals,
  },
} as const;

const describe = {
  operationId: "DescribeApi",
  summary: "This description",
  ...unsigned,
  responses: {
    "200": { description: "OpenAPI 3.1.", content: { "application/json": { schema: { type: "object" } } } },
  },
} as const;

export const openApiPaths = {
  "/v1/accounts": { post: createAccount },
  "/v1/openapi.json": { get: describe },
  "/v1/sign-in": { post: signIn },
} as const;
