// Inputs of the operations of STS that are built, with the scalars and lists in them.
// Facts from the API model of AWS STS (2011-06-15).

import type { Shape } from "./shape.js";

/** By shape name; an input is named after its operation, `{operation}Request`. */
export const stsShapes = {
  ProvidedContextsListType: { type: "list", member: "ProvidedContext", min: 1, max: 5 },
  arnType: {
    type: "string",
    min: 20,
    max: 2048,
    pattern: "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+",
  },
  contextAssertionType: { type: "string", min: 4, max: 2048 },
  durationSecondsType: { type: "integer", min: 900, max: 129600 },
  externalIdType: { type: "string", min: 2, max: 1224, pattern: "[\\w+=,.@:\\/-]*" },
  policyDescriptorListType: { type: "list", member: "PolicyDescriptorType" },
  roleDurationSecondsType: { type: "integer", min: 900, max: 43200 },
  roleSessionNameType: { type: "string", min: 2, max: 64, pattern: "[\\w+=,.@-]*" },
  serialNumberType: { type: "string", min: 9, max: 256, pattern: "[\\w+=/:,.@-]*" },
  sourceIdentityType: { type: "string", min: 2, max: 64, pattern: "[\\w+=,.@-]*" },
  tagKeyListType: { type: "list", member: "tagKeyType", max: 50 },
  tagKeyType: { type: "string", min: 1, max: 128, pattern: "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+" },
  tagListType: { type: "list", member: "Tag", max: 50 },
  tagValueType: { type: "string", min: 0, max: 256, pattern: "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*" },
  tokenCodeType: { type: "string", min: 6, max: 6, pattern: "[\\d]*" },
  unrestrictedSessionPolicyDocumentType: {
    type: "string",
    min: 1,
    pattern: "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+",
  },
  AssumeRoleRequest: {
    type: "structure",
    required: ["RoleArn", "RoleSessionName"],
    members: {
      RoleArn: "arnType",
      RoleSessionName: "roleSessionNameType",
      PolicyArns: "policyDescriptorListType",
      Policy: "unrestrictedSessionPolicyDocumentType",
      DurationSeconds: "roleDurationSecondsType",
      Tags: "tagListType",
      TransitiveTagKeys: "tagKeyListType",
      ExternalId: "externalIdType",
      SerialNumber: "serialNumberType",
      TokenCode: "tokenCodeType",
      SourceIdentity: "sourceIdentityType",
      ProvidedContexts: "ProvidedContextsListType",
    },
  },
  GetCallerIdentityRequest: { type: "structure", members: {} },
  GetSessionTokenRequest: {
    type: "structure",
    members: {
      DurationSeconds: "durationSecondsType",
      SerialNumber: "serialNumberType",
      TokenCode: "tokenCodeType",
    },
  },
  PolicyDescriptorType: { type: "structure", members: { arn: "arnType" } },
  ProvidedContext: {
    type: "structure",
    members: { ProviderArn: "arnType", ContextAssertion: "contextAssertionType" },
  },
  Tag: {
    type: "structure",
    required: ["Key", "Value"],
    members: { Key: "tagKeyType", Value: "tagValueType" },
  },
} as const satisfies Readonly<Record<string, Shape>>;
