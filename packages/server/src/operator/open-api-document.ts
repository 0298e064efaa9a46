// The OpenAPI description of the routes under `/v1`.

import { newAccountSchema } from "./new-account-request.js";
import { operatorErrorCodes } from "./operator-error.js";

const string = { type: "string" } as const;

const json = (schema: string) =>
  ({ "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } }) as const;
const refusal = (description: string) => ({ description, content: json("Refusal") }) as const;

const signing =
  "AWS Signature Version 4 for the service `withhold`, any region, with the root access key of the first account " +
  "of the server (`credentials` in its data directory). The body is part of what is signed.";

const createAccount = {
  operationId: "CreateStandaloneAccount",
  summary: "Makes an account outside any organization",
  description:
    "Makes an account that belongs to no organization, with an access key of its root user. The answer is the only " +
    "time that the secret is told. E-mail addresses are unique in a server, whatever their case.",
  security: [{ sigv4: [] }],
  requestBody: { required: true, content: json("NewAccount") },
  responses: {
    "201": { description: "The account exists, durably.", content: json("CreatedAccount") },
    "400": refusal("The body, or a member of it, cannot be used; `place` says which."),
    "401": refusal("The request is not signed, or not well."),
    "403": refusal("Whoever signed is not the operator."),
    "409": refusal("Another account has the e-mail address."),
    "413": refusal("The body is too large."),
    "415": refusal("The body is not `application/json`."),
    "500": refusal("`not-stored`: no account was made. `failed`: it is unknown whether one was."),
    "503": refusal("Too many changes wait; try again after `Retry-After` seconds."),
  },
} as const;

const describe = {
  operationId: "DescribeApi",
  summary: "This description",
  security: [],
  responses: {
    "200": { description: "OpenAPI 3.1.", content: { "application/json": { schema: { type: "object" } } } },
  },
} as const;

const schemas = {
  NewAccount: newAccountSchema,
  CreatedAccount: {
    type: "object",
    required: ["account", "rootAccessKey"],
    additionalProperties: false,
    properties: {
      account: {
        type: "object",
        required: ["id", "name", "email"],
        additionalProperties: false,
        properties: { id: { type: "string", pattern: "^\\d{12}$" }, ...newAccountSchema.properties },
      },
      rootAccessKey: {
        type: "object",
        required: ["accessKeyId", "secretAccessKey"],
        additionalProperties: false,
        properties: { accessKeyId: string, secretAccessKey: string },
      },
    },
  },
  Refusal: {
    type: "object",
    required: ["error", "requestId"],
    additionalProperties: false,
    properties: {
      error: {
        type: "object",
        required: ["code", "message"],
        additionalProperties: false,
        properties: {
          code: { type: "string", enum: operatorErrorCodes },
          message: string,
          place: { type: "string", description: "JSONPath of what is wrong in the body." },
        },
      },
      requestId: {
        type: "string",
        description: "Also in the header `x-amzn-requestid`, and in the server's log.",
      },
    },
  },
} as const;

export const openApiDocument = {
  openapi: "3.1.0",
  info: {
    title: "Withhold operator API",
    version: "1",
    description: "What AWS has no call for. Everything else is AWS's own API, at `POST /`.",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  paths: { "/v1/accounts": { post: createAccount }, "/v1/openapi.json": { get: describe } },
  components: {
    schemas,
    securitySchemes: {
      sigv4: { type: "apiKey", in: "header", name: "Authorization", description: signing },
    },
  },
} as const;
