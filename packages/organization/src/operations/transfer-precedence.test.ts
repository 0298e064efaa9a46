import { expect, test } from "vitest";
import { ExampleCell } from "../example-cell.fixture.js";
import type { Manner } from "../cell-driver.fixture.js";
import type { Input } from "../operation-types.js";
import { ask, askedFor, billOf, handedOver, neighbour } from "../transfers.fixture.js";

type Call = (cell: ExampleCell) => string;

/** `both` commits the two faults at once; `mended` only the second. */
function over(operation: string, [first, second]: readonly [string, string], both: Call, mended: Call): void {
  test(`${operation}: ${first} before ${second}`, () => {
    expect([both(new ExampleCell()), mended(new ExampleCell())]).toEqual([first, second]);
  });
}

type Request = Input<"InviteOrganizationToTransferResponsibility">;
const invite =
  (change: Partial<Request>, before: (cell: ExampleCell) => unknown = () => 0, manner: Manner = {}): Call =>
  (c) => {
    before(c);
    return c.refusal("InviteOrganizationToTransferResponsibility", billOf(c.outsider, change), manner);
  };
const twice = { Tags: [0, 1].map((Value) => ({ Key: "team", Value: `${Value}` })) };
const nobody = { Target: { Type: "EMAIL", Id: "nobody" } } as const;
const itself = { Target: { Type: "ACCOUNT", Id: "111111111111" } } as const;
const noon = { StartTimestamp: new Date("2026-01-02T12:00:00Z") };
const past = { StartTimestamp: new Date("2020-01-02T00:00:00Z") };
const early = { StartTimestamp: new Date("2026-01-01T00:00:00Z") };
const none = { quotas: { inboundTransfersMax: 0 } };

over(
  "InviteOrganizationToTransferResponsibility",
  ["InvalidInputException: DUPLICATE_TAG_KEY", "InvalidInputException: INVALID_EMAIL_ADDRESS_TARGET"],
  invite({ ...twice, ...nobody }),
  invite(nobody),
);
over(
  "InviteOrganizationToTransferResponsibility",
  [
    "InvalidInputException: INVALID_EMAIL_ADDRESS_TARGET",
    "InvalidInputException: START_DATE_NOT_BEGINNING_OF_DAY",
  ],
  invite({ ...nobody, ...noon }),
  invite(noon),
);
over(
  "InviteOrganizationToTransferResponsibility",
  [
    "InvalidInputException: START_DATE_NOT_BEGINNING_OF_DAY",
    "InvalidInputException: START_DATE_NOT_BEGINNING_OF_MONTH",
  ],
  invite(noon),
  invite(past),
);
over(
  "InviteOrganizationToTransferResponsibility",
  ["InvalidInputException: START_DATE_NOT_BEGINNING_OF_MONTH", "InvalidInputException: START_DATE_TOO_EARLY"],
  invite(past),
  invite(early),
);
over(
  "InviteOrganizationToTransferResponsibility",
  [
    "InvalidInputException: START_DATE_TOO_EARLY",
    "HandshakeConstraintViolationException: SOURCE_AND_TARGET_CANNOT_MATCH",
  ],
  invite({ ...itself, ...early }),
  invite(itself),
);
over(
  "InviteOrganizationToTransferResponsibility",
  [
    "DuplicateHandshakeException",
    "ConstraintViolationException: RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION",
  ],
  invite({}, askedFor, none),
  invite({}, undefined, none),
);
over(
  "InviteOrganizationToTransferResponsibility",
  [
    "HandshakeConstraintViolationException: RESPONSIBILITY_TRANSFER_ALREADY_EXISTS",
    "ConstraintViolationException: RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION",
  ],
  invite({}, handedOver, none),
  invite({}, undefined, none),
);

const accept = (c: ExampleCell, HandshakeId: string, manner: Manner): string =>
  c.refusal("AcceptHandshake", { HandshakeId }, manner);
const partition = "aws-cn";
const elsewhere = "HandshakeConstraintViolationException: ORGANIZATION_FROM_DIFFERENT_SELLER_OF_RECORD";

over(
  "AcceptHandshake of a transfer",
  ["InvalidHandshakeTransitionException", elsewhere],
  (c) => {
    const { source: as, handshakeId } = askedFor(c);
    c.act("CancelHandshake", { HandshakeId: handshakeId });
    return accept(c, handshakeId, { as, partition });
  },
  (c) => {
    const { source: as, handshakeId } = askedFor(c);
    return accept(c, handshakeId, { as, partition });
  },
);
over(
  "AcceptHandshake of a transfer",
  [elsewhere, "AWSOrganizationsNotInUseException"],
  (c) => accept(c, ask(c, c.outsider).handshakeId, { as: c.outsider, partition }),
  (c) => accept(c, ask(c, c.outsider).handshakeId, { as: c.outsider }),
);

const quota = (name: string): string => `ConstraintViolationException: RESPONSIBILITY_TRANSFER_MAX_${name}`;
const noChain = { quotas: { transferChainMax: 0, aggregateInboundTransfersMax: 0 } };

over(
  "AcceptHandshake of a transfer",
  [quota("OUTBOUND_QUOTA_VIOLATION"), quota("LEVEL_VIOLATION")],
  (c) => {
    const { source: as } = handedOver(c);
    const { handshakeId } = ask(c, as, neighbour(c, "333333333333"));
    return accept(c, handshakeId, { as, ...noChain });
  },
  (c) => {
    const { source: as, handshakeId } = askedFor(c);
    return accept(c, handshakeId, { as, ...noChain });
  },
);
over(
  "AcceptHandshake of a transfer",
  [quota("LEVEL_VIOLATION"), quota("TRANSFERS_QUOTA_VIOLATION")],
  (c) => {
    const { source: as, handshakeId } = askedFor(c);
    return accept(c, handshakeId, { as, ...noChain });
  },
  (c) => {
    const { source: as, handshakeId } = askedFor(c);
    return accept(c, handshakeId, { as, quotas: { aggregateInboundTransfersMax: 0 } });
  },
);

const end = (text: string, asked: (cell: ExampleCell) => { readonly transferId: string }): Call => {
  const EndTimestamp = new Date(text);
  return (c) => c.refusal("TerminateResponsibilityTransfer", { Id: asked(c).transferId, EndTimestamp });
};
over(
  "TerminateResponsibilityTransfer",
  ["InvalidResponsibilityTransferTransitionException", "InvalidInputException: END_DATE_NOT_END_OF_MONTH"],
  end("2020-01-01T00:00:00Z", askedFor),
  end("2020-01-01T00:00:00Z", handedOver),
);
over(
  "TerminateResponsibilityTransfer",
  ["InvalidInputException: END_DATE_NOT_END_OF_MONTH", "InvalidInputException: END_DATE_TOO_EARLY"],
  end("2020-01-01T00:00:00Z", handedOver),
  end("2020-01-31T23:59:59Z", handedOver),
);

test("DeleteOrganization: members before transfers", () => {
  const c = new ExampleCell();
  handedOver(c);
  expect(c.refusal("DeleteOrganization", {})).toBe("OrganizationNotEmptyException");
  c.act("RemoveAccountFromOrganization", { AccountId: c.app });
  expect(c.refusal("DeleteOrganization", {})).toBe(
    "ConstraintViolationException: ACTIVE_RESPONSIBILITY_TRANSFER_PROCESS",
  );
});
