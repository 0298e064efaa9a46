// The golden responses of the operations on transfers of responsibility, and of accounts in GovCloud.

import type { Handshake, ResponsibilityTransfer } from "@aws-sdk/client-organizations";
import type { OperationName } from "../operation-types.js";
import { askedFor, billOf, handedOver, start } from "../transfers.fixture.js";
import type { Golden } from "./golden.fixture.js";

const handshake: Handshake = {
  Id: "h-csy05oa1vjhapcwvpip881cchgqhmbd6",
  Arn: "arn:aws:organizations::111111111111:handshake/o-g8y70oei0p/transfer_responsibility/h-csy05oa1vjhapcwvpip881cchgqhmbd6",
  Parties: [
    { Id: "g8y70oei0p", Type: "ORGANIZATION" },
    { Id: "222222222222", Type: "ACCOUNT" },
  ],
  State: "OPEN",
  RequestedTimestamp: new Date("2026-01-01T00:13:00.000Z"),
  ExpirationTimestamp: new Date("2026-01-16T00:13:00.000Z"),
  Action: "TRANSFER_RESPONSIBILITY",
  Resources: [
    {
      Value: "o-g8y70oei0p",
      Type: "ORGANIZATION",
      Resources: [
        { Value: "111111111111", Type: "MANAGEMENT_ACCOUNT" },
        { Value: "root@acme.example", Type: "MANAGEMENT_EMAIL" },
        { Value: "Acme", Type: "MANAGEMENT_NAME" },
      ],
    },
    { Value: "222222222222", Type: "ACCOUNT" },
    {
      Value: "rt-r6g0nzyoww",
      Type: "RESPONSIBILITY_TRANSFER",
      Resources: [
        { Value: "BILLING", Type: "TRANSFER_TYPE" },
        { Value: "2026-02-01T00:00:00.000Z", Type: "TRANSFER_START_TIMESTAMP" },
      ],
    },
    { Value: "Join us", Type: "NOTES" },
  ],
};

const inbound: ResponsibilityTransfer = {
  Arn: "arn:aws:organizations::111111111111:transfer/o-g8y70oei0p/billing/inbound/rt-r6g0nzyoww",
  Name: "Solo",
  Id: "rt-r6g0nzyoww",
  Type: "BILLING",
  Status: "ACCEPTED",
  Source: { ManagementAccountId: "222222222222", ManagementAccountEmail: "solo@other.example" },
  Target: { ManagementAccountId: "111111111111", ManagementAccountEmail: "root@acme.example" },
  StartTimestamp: start,
  ActiveHandshakeId: "h-csy05oa1vjhapcwvpip881cchgqhmbd6",
};

const outbound: ResponsibilityTransfer = {
  ...inbound,
  Arn: "arn:aws:organizations::222222222222:transfer/o-d6tghna4wa/billing/outbound/rt-r6g0nzyoww",
};

const { Id = "" } = inbound;
const source = { as: "222222222222" };

export const transferGoldens = {
  CreateGovCloudAccount: {
    input: { AccountName: "Ledger", Email: "ledger@acme.example" },
    output: {
      CreateAccountStatus: {
        Id: "car-d6tghna4waa6jccsy05oa1vjhapcwvpi",
        AccountName: "Ledger",
        State: "SUCCEEDED",
        RequestedTimestamp: new Date("2026-01-01T00:12:00.000Z"),
        CompletedTimestamp: new Date("2026-01-01T00:12:00.000Z"),
        AccountId: "806182740787",
        GovCloudAccountId: "561864330480",
      },
    },
  },
  DescribeResponsibilityTransfer: {
    before: (cell) => handedOver(cell),
    input: { Id },
    output: { ResponsibilityTransfer: inbound },
  },
  InviteOrganizationToTransferResponsibility: {
    before: (cell) => cell.act("CreateOrganization", {}, source),
    input: billOf("222222222222", { Notes: "Join us" }),
    output: { Handshake: handshake },
  },
  ListInboundResponsibilityTransfers: {
    before: (cell) => handedOver(cell),
    input: { Type: "BILLING", Id },
    output: { ResponsibilityTransfers: [inbound] },
  },
  ListOutboundResponsibilityTransfers: {
    before: (cell) => askedFor(cell),
    input: { Type: "BILLING" },
    manner: source,
    output: {
      ResponsibilityTransfers: [
        { ...outbound, Status: "REQUESTED", Source: { ManagementAccountId: "222222222222" } },
      ],
    },
  },
  TerminateResponsibilityTransfer: {
    before: (cell) => handedOver(cell),
    input: { Id, EndTimestamp: new Date("2026-03-31T23:59:59.000Z") },
    manner: source,
    output: {
      ResponsibilityTransfer: {
        ...outbound,
        Status: "WITHDRAWN",
        EndTimestamp: new Date("2026-03-31T23:59:59.999Z"),
      },
    },
  },
  UpdateResponsibilityTransfer: {
    before: (cell) => handedOver(cell),
    input: { Id, Name: "The bill of Solo" },
    output: { ResponsibilityTransfer: { ...inbound, Name: "The bill of Solo" } },
  },
} satisfies { readonly [Name in OperationName]?: Golden<Name> };
