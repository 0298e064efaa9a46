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

const createSignInLink = {
  operationId: "CreateSignInLink",
  summary: "Makes a one-time link that signs the operator in",
  description:
    "The link signs in as the root user of the first account, once, within 15 minutes, unless the server is restarted. " +
    "For the operator. Of more than 16 links the oldest end.",
  ...signed,
  requestBody: { required: true, content: json("NoMembers") },
  responses: {
    "201": answer("The link; the token is in the fragment of its URL.", "SignInLink"),
    ...bodyRefusals,
    "401": unsignedRefusal,
    "403": refusal("Whoever signed is not the operator."),
    ...writeRefusals,
  },
} as const;

const forRootUsers =
  "For the root user of an account, about itself. The record says that it happened; what is kept is a hash, sealed.";

const putRootPassword = {
  operationId: "PutRootPassword",
  summary: "Sets the password of the root user who calls",
  description: forRootUsers,
  ...signed,
  requestBody: { required: true, content: json("RootPassword") },
  responses: {
    "200": answer("The password is set, durably.", "RootPasswordState"),
    ...bodyRefusals,
    "401": unsignedRefusal,
    "403": refusal("Whoever signed is no root user, or of a closed account."),
    ...writeRefusals,
  },
} as const;

const deleteRootPassword = {
  operationId: "DeleteRootPassword",
  summary: "Removes the password of the root user who calls",
  description: `${forRootUsers} Sessions that it let in last on, an hour at the most.`,
  ...signed,
  responses: {
    "200": answer("There is no password.", "RootPasswordState"),
    "401": unsignedRefusal,
    "403": refusal("Whoever signed is no root user, or of a closed account."),
    ...writeRefusals,
  },
} as const;

const askPermissions = {
  operationId: "AskPermissions",
  summary: "Says which calls the caller is permitted",
  description:
    "Asks what the calls themselves would ask first: which account may call, and what the policies allow. Nothing is " +
    "done, and nothing recorded. Whether a call that is permitted would succeed is another question. A root user never " +
    "needs policies in its own account, unless service control policies stand over it.",
  ...signed,
  requestBody: { required: true, content: json("Permissions") },
  responses: {
    "200": answer("In the order of the calls.", "Permitted"),
    ...bodyRefusals,
    "401": unsignedRefusal,
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
  "/v1/permissions": { post: askPermissions },
  "/v1/root-password": { delete: deleteRootPassword, put: putRootPassword },
  "/v1/sign-in": { post: signIn },
  "/v1/sign-in-links": { post: createSignInLink },
} as const;
