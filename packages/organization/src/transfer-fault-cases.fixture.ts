// For every fault that is raised about a transfer of responsibility, the call that makes it occur.

import type { ExampleCell } from "./example-cell.fixture.js";
import type { Cases } from "./fault-cases.fixture.js";
import type { Input } from "./operation-types.js";
import { agree, ask, askedFor, billOf, handedOver, neighbour } from "./transfers.fixture.js";

const nowhere = { Id: "rt-nowhere000" };
const twice = [
  { Key: "team", Value: "a" },
  { Key: "team", Value: "b" },
];
const reserved = [{ Key: "AWS:team", Value: "a" }];
const two = [...twice.slice(0, 1), { Key: "stage", Value: "" }];
const day = (text: string): Date => new Date(`${text}Z`);

type Request = Input<"InviteOrganizationToTransferResponsibility">;

const inviting = (c: ExampleCell, change: Partial<Request>, quotas = {}): string => {
  const input = billOf(c.outsider, change);
  return c.refusal("InviteOrganizationToTransferResponsibility", input, { quotas });
};
const ending = (c: ExampleCell, EndTimestamp: Date): string =>
  c.refusal("TerminateResponsibilityTransfer", { Id: handedOver(c).transferId, EndTimestamp });

/** Those of `AcceptHandshake` that only a transfer meets. */
export const transferAcceptanceFaultCases = {
  AWSOrganizationsNotInUseException: (c) => {
    const { handshakeId: HandshakeId } = ask(c, c.outsider);
    return c.refusal("AcceptHandshake", { HandshakeId }, { as: c.outsider });
  },
  "ConstraintViolationException: RESPONSIBILITY_TRANSFER_MAX_OUTBOUND_QUOTA_VIOLATION": (c) => {
    const { source } = handedOver(c);
    const { handshakeId: HandshakeId } = ask(c, source, neighbour(c, "333333333333"));
    return c.refusal("AcceptHandshake", { HandshakeId }, { as: source });
  },
  "ConstraintViolationException: RESPONSIBILITY_TRANSFER_MAX_LEVEL_VIOLATION": (c) => {
    // A circle, however long a chain may be.
    const { source } = handedOver(c);
    const { handshakeId: HandshakeId } = ask(c, c.management, source);
    return c.refusal("AcceptHandshake", { HandshakeId }, { quotas: { transferChainMax: 9 } });
  },
  "ConstraintViolationException: RESPONSIBILITY_TRANSFER_MAX_TRANSFERS_QUOTA_VIOLATION": (c) => {
    handedOver(c);
    const { source, handshakeId: HandshakeId } = ask(c, neighbour(c, "333333333333"));
    const manner = { as: source, quotas: { aggregateInboundTransfersMax: 1 } };
    return c.refusal("AcceptHandshake", { HandshakeId }, manner);
  },
  "HandshakeConstraintViolationException: RESPONSIBILITY_TRANSFER_ALREADY_EXISTS": (c) => {
    // Withdrawn, but still in force in the month in which the other would begin.
    const { source, transferId: Id } = handedOver(c);
    c.act("TerminateResponsibilityTransfer", { Id, EndTimestamp: day("2026-02-28T23:59:59") });
    const { handshakeId: HandshakeId } = ask(c, source, neighbour(c, "333333333333"));
    return c.refusal("AcceptHandshake", { HandshakeId }, { as: source });
  },
} satisfies Cases;

export const transferFaultCases = {
  CreateGovCloudAccount: {
    UnsupportedAPIEndpointException: (c) => {
      const manner = { as: c.outsider, partition: "aws-cn" };
      c.act("CreateOrganization", {}, manner);
      return c.refusal("CreateGovCloudAccount", { AccountName: "b", Email: "b@acme.example" }, manner);
    },
    "InvalidInputException: DUPLICATE_TAG_KEY": (c) =>
      c.refusal("CreateGovCloudAccount", { AccountName: "b", Email: "b@acme.example", Tags: twice }),
    "InvalidInputException: INVALID_SYSTEM_TAGS_PARAMETER": (c) =>
      c.refusal("CreateGovCloudAccount", { AccountName: "b", Email: "b@acme.example", Tags: reserved }),
    "ConstraintViolationException: MAX_TAG_LIMIT_EXCEEDED": (c) => {
      const input = { AccountName: "b", Email: "b@acme.example", Tags: two };
      return c.refusal("CreateGovCloudAccount", input, { quotas: { tagsMax: 1 } });
    },
    "ConstraintViolationException: ACCOUNT_NUMBER_LIMIT_EXCEEDED": (c) => {
      const input = { AccountName: "b", Email: "b@acme.example" };
      return c.refusal("CreateGovCloudAccount", input, { quotas: { accountsMax: 2 } });
    },
  },
  DescribeResponsibilityTransfer: {
    ResponsibilityTransferNotFoundException: (c) => {
      const { transferId: Id } = handedOver(c);
      const as = neighbour(c, "333333333333");
      return c.refusal("DescribeResponsibilityTransfer", { Id }, { as });
    },
  },
  InviteOrganizationToTransferResponsibility: {
    "InvalidInputException: DUPLICATE_TAG_KEY": (c) => inviting(c, { Tags: twice }),
    "InvalidInputException: INVALID_SYSTEM_TAGS_PARAMETER": (c) => inviting(c, { Tags: reserved }),
    "ConstraintViolationException: MAX_TAG_LIMIT_EXCEEDED": (c) => inviting(c, { Tags: two }, { tagsMax: 1 }),
    "InvalidInputException: INVALID_PARTY_TYPE_TARGET": (c) =>
      inviting(c, { Target: { Type: "ORGANIZATION", Id: "o-other00000" } }),
    "InvalidInputException: INVALID_EMAIL_ADDRESS_TARGET": (c) =>
      inviting(c, { Target: { Type: "EMAIL", Id: "nobody" } }),
    "InvalidInputException: INVALID_PATTERN_TARGET_ID": (c) =>
      inviting(c, { Target: { Type: "ACCOUNT", Id: "solo@other.example" } }),
    "InvalidInputException: TARGET_NOT_SUPPORTED": (c) =>
      inviting(c, { Target: { Type: "ACCOUNT", Id: "999999999999" } }),
    "InvalidInputException: START_DATE_NOT_BEGINNING_OF_DAY": (c) =>
      inviting(c, { StartTimestamp: day("2026-02-01T00:00:00.001") }),
    "InvalidInputException: START_DATE_NOT_BEGINNING_OF_MONTH": (c) =>
      inviting(c, { StartTimestamp: day("2026-02-02T00:00:00") }),
    "InvalidInputException: START_DATE_TOO_EARLY": (c) =>
      inviting(c, { StartTimestamp: day("2026-01-01T00:00:00") }),
    "InvalidInputException: START_DATE_TOO_LATE": (c) =>
      inviting(c, { StartTimestamp: day("2027-02-01T00:00:00") }),
    "HandshakeConstraintViolationException: SOURCE_AND_TARGET_CANNOT_MATCH": (c) =>
      inviting(c, { Target: { Type: "EMAIL", Id: "ROOT@acme.example" } }),
    DuplicateHandshakeException: (c) => {
      askedFor(c);
      return inviting(c, { Target: { Type: "EMAIL", Id: "Solo@other.example" } });
    },
    "HandshakeConstraintViolationException: RESPONSIBILITY_TRANSFER_ALREADY_EXISTS": (c) => {
      handedOver(c);
      return inviting(c, {});
    },
    "ConstraintViolationException: RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION": (c) => {
      handedOver(c);
      const target = { Target: { Type: "EMAIL", Id: "new@other.example" } } as const;
      return inviting(c, target, { inboundTransfersMax: 1 });
    },
  },
  ListInboundResponsibilityTransfers: {
    // It is outbound for the organization that hands over.
    ResponsibilityTransferNotFoundException: (c) => {
      const { source: as, transferId: Id } = handedOver(c);
      return c.refusal("ListInboundResponsibilityTransfers", { Type: "BILLING", Id }, { as });
    },
  },
  ListOutboundResponsibilityTransfers: {},
  TerminateResponsibilityTransfer: {
    ResponsibilityTransferNotFoundException: (c) => c.refusal("TerminateResponsibilityTransfer", nowhere),
    ResponsibilityTransferAlreadyInStatusException: (c) => {
      const { transferId: Id, source: as } = handedOver(c);
      c.act("TerminateResponsibilityTransfer", { Id });
      return c.refusal("TerminateResponsibilityTransfer", { Id }, { as });
    },
    InvalidResponsibilityTransferTransitionException: (c) =>
      c.refusal("TerminateResponsibilityTransfer", { Id: askedFor(c).transferId }),
    "InvalidInputException: END_DATE_NOT_END_OF_MONTH": (c) => ending(c, day("2026-02-28T23:59:58")),
    "InvalidInputException: END_DATE_TOO_EARLY": (c) => ending(c, day("2025-12-31T23:59:59")),
    "InvalidInputException: END_DATE_TOO_LATE": (c) => ending(c, day("2027-02-28T23:59:59")),
  },
  UpdateResponsibilityTransfer: {
    ResponsibilityTransferNotFoundException: (c) =>
      c.refusal("UpdateResponsibilityTransfer", { ...nowhere, Name: "New" }),
    "ConstraintViolationException: TRANSFER_RESPONSIBILITY_UPDATE_NOT_ALLOWED": (c) => {
      const asked = askedFor(c);
      agree(c, asked);
      c.act("TerminateResponsibilityTransfer", { Id: asked.transferId });
      return c.refusal("UpdateResponsibilityTransfer", { Id: asked.transferId, Name: "New" });
    },
  },
} satisfies Record<string, Cases>;
