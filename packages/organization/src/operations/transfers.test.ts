import type { ResponsibilityTransferStatus } from "@aws-sdk/client-organizations";
import { expect, test } from "vitest";
import { ExampleCell, drawn } from "../example-cell.fixture.js";
import { day } from "../handshakes.fixture.js";
import { observe, replayed } from "../observation.fixture.js";
import { agree, ask, askedFor, billOf, handedOver, neighbour } from "../transfers.fixture.js";

const statusOf = (c: ExampleCell, Id: string, now = c.now): ResponsibilityTransferStatus | undefined =>
  c.act("DescribeResponsibilityTransfer", { Id }, { now }).ResponsibilityTransfer?.Status;
const tags = [{ Key: "team", Value: "finance" }];

test.each([
  ["DeclineHandshake", "DECLINED"],
  ["CancelHandshake", "CANCELED"],
  ["AcceptHandshake", "ACCEPTED"],
] as const)("%s moves the transfer with its handshake, for both organizations", (name, status) => {
  const c = new ExampleCell();
  const { source, handshakeId: HandshakeId, transferId } = askedFor(c);
  expect(statusOf(c, transferId)).toBe("REQUESTED");
  c.act(name, { HandshakeId }, { as: name === "CancelHandshake" ? c.management : source });
  expect(statusOf(c, transferId)).toBe(status);
  const seen = c.act("DescribeResponsibilityTransfer", { Id: transferId }, { as: source });
  expect(seen.ResponsibilityTransfer?.Status).toBe(status);
  expect(observe(replayed(c.recorded))).toStrictEqual(observe(c.cell));
});

test("an invitation lasts for 15 days, but ends a day before its start", () => {
  const c = new ExampleCell();
  const { transferId } = askedFor(c);
  const sent = c.now;
  expect(statusOf(c, transferId, sent + 15 * day - 1)).toBe("REQUESTED");
  expect(statusOf(c, transferId, sent + 15 * day)).toBe("EXPIRED");
  const late = Date.UTC(2026, 0, 25);
  const input = billOf(neighbour(c, "333333333333"));
  const { Handshake } = c.act("InviteOrganizationToTransferResponsibility", input, { now: late });
  expect(Handshake?.ExpirationTimestamp).toEqual(new Date("2026-01-31T00:00:00Z"));
  const HandshakeId = drawn(Handshake?.Id);
  const manner = { as: "333333333333", now: Date.UTC(2026, 0, 31) };
  expect(c.refusal("AcceptHandshake", { HandshakeId }, manner)).toBe("InvalidHandshakeTransitionException");
  expect(c.refusal("AcceptHandshake", { HandshakeId }, { ...manner, now: manner.now - 1 })).toBe("accepted");
});

test("a start leaves a day to answer, or is refused", () => {
  const inviteAt = (now: number): string => {
    const c = new ExampleCell();
    return c.refusal("InviteOrganizationToTransferResponsibility", billOf(c.outsider), { now });
  };
  expect(inviteAt(Date.UTC(2026, 0, 31))).toBe("InvalidInputException: START_DATE_TOO_EARLY");
  expect(inviteAt(Date.UTC(2026, 0, 31) - 1)).toBe("accepted");
});

test("only the management account of another organization hands over", () => {
  const c = new ExampleCell();
  const { handshakeId: HandshakeId } = ask(c, c.app, neighbour(c, "333333333333"));
  expect(c.refusal("AcceptHandshake", { HandshakeId }, { as: c.app })).toBe("AccessDeniedException");
  const sent = ask(c, c.outsider);
  c.act("CreateOrganization", {}, { as: c.outsider, partition: "aws-cn" });
  const manner = { as: c.outsider, partition: "aws-cn" };
  expect(c.refusal("AcceptHandshake", { HandshakeId: sent.handshakeId }, manner)).toBe(
    "HandshakeConstraintViolationException: ORGANIZATION_FROM_DIFFERENT_SELLER_OF_RECORD",
  );
});

test("who was asked by its address shows by its address alone, until it agrees", () => {
  const c = new ExampleCell();
  c.act("CreateOrganization", {}, { as: c.outsider });
  const asked = ask(c, c.outsider, c.management, { Target: { Type: "EMAIL", Id: "SOLO@other.example" } });
  const sourceOf = () =>
    c.act("DescribeResponsibilityTransfer", { Id: asked.transferId }).ResponsibilityTransfer?.Source;
  expect(sourceOf()).toStrictEqual({ ManagementAccountEmail: "SOLO@other.example" });
  agree(c, asked);
  expect(sourceOf()).toStrictEqual({
    ManagementAccountId: c.outsider,
    ManagementAccountEmail: "solo@other.example",
  });
});

test("the tags of an invitation are the transfer's once it is agreed to, for who asked", () => {
  const c = new ExampleCell();
  c.act("CreateOrganization", {}, { as: c.outsider });
  const asked = ask(c, c.outsider, c.management, { Tags: tags });
  const input = { ResourceId: asked.transferId };
  expect(c.act("ListTagsForResource", input).Tags).toEqual([]);
  agree(c, asked);
  expect(c.act("ListTagsForResource", input).Tags).toEqual(tags);
  const as = c.outsider;
  expect(c.act("ListTagsForResource", input, { as }).Tags).toEqual([]);
  c.act("TagResource", { ...input, Tags: [{ Key: "ours", Value: "" }] }, { as });
  expect(c.act("ListTagsForResource", input, { as }).Tags).toEqual([{ Key: "ours", Value: "" }]);
  expect(c.refusal("ListTagsForResource", input, { as: neighbour(c, "333333333333") })).toBe(
    "TargetNotFoundException",
  );
});

test("withdrawn without an end it ends with the month, and counts no longer as handed over", () => {
  const c = new ExampleCell();
  const { source, transferId: Id } = handedOver(c);
  const { ResponsibilityTransfer: ended } = c.act("TerminateResponsibilityTransfer", { Id });
  expect(ended?.EndTimestamp).toEqual(new Date("2026-01-31T23:59:59.999Z"));
  const next = ask(c, source, neighbour(c, "333333333333"));
  expect(c.refusal("AcceptHandshake", { HandshakeId: next.handshakeId }, { as: source })).toBe("accepted");
});

test("a chain is as long as its longest way: one withdrawn beside the next adds nothing", () => {
  const c = new ExampleCell();
  const { source, transferId: Id } = handedOver(c);
  c.act("TerminateResponsibilityTransfer", { Id });
  agree(c, ask(c, source, neighbour(c, "333333333333")));
  const { handshakeId: HandshakeId } = ask(c, neighbour(c, "444444444444"), source);
  expect(c.refusal("AcceptHandshake", { HandshakeId }, { as: "444444444444" })).toBe("accepted");
});

test("both organizations stay until a transfer has ended, and then go", () => {
  const c = new ExampleCell();
  const { source, transferId: Id } = handedOver(c);
  c.act("RemoveAccountFromOrganization", { AccountId: c.app });
  c.act("TerminateResponsibilityTransfer", { Id });
  const held = "ConstraintViolationException: ACTIVE_RESPONSIBILITY_TRANSFER_PROCESS";
  for (const as of [c.management, source]) expect(c.refusal("DeleteOrganization", {}, { as })).toBe(held);
  c.act("TagResource", { ResourceId: Id, Tags: tags }, { as: source });
  const now = Date.UTC(2026, 1, 1);
  expect(c.refusal("DeleteOrganization", {}, { now })).toBe("accepted");
  // Gone with the organization that asked for it.
  const gone = c.refusal("DescribeResponsibilityTransfer", { Id }, { as: source });
  expect(gone).toBe("ResponsibilityTransferNotFoundException");
  expect(observe(replayed(c.recorded))).toStrictEqual(observe(c.cell));
  expect(c.refusal("DeleteOrganization", {}, { as: source })).toBe("accepted");
});

test("an organization that was asked may go; what its account agreed to before is not the next one's", () => {
  const c = new ExampleCell();
  const { source: as, transferId: Id } = handedOver(c);
  c.act("TerminateResponsibilityTransfer", { Id });
  c.act("DeleteOrganization", {}, { as, now: Date.UTC(2026, 1, 1) });
  c.act("CreateOrganization", {}, { as });
  expect(c.refusal("DescribeResponsibilityTransfer", { Id }, { as })).toBe(
    "ResponsibilityTransferNotFoundException",
  );
  const later = ask(c, as, c.management, { StartTimestamp: new Date("2026-04-01Z") });
  expect(c.refusal("DeleteOrganization", {}, { as })).toBe("accepted");
  expect(statusOf(c, later.transferId)).toBe("REQUESTED");
});

test("a name that a transfer has already leaves no record", () => {
  const c = new ExampleCell();
  const { transferId: Id, source: as } = handedOver(c);
  const before = c.recorded.length;
  c.act("UpdateResponsibilityTransfer", { Id, Name: "Solo" });
  expect(c.recorded).toHaveLength(before);
  c.act("UpdateResponsibilityTransfer", { Id, Name: "Ours" }, { as });
  expect(c.act("DescribeResponsibilityTransfer", { Id }).ResponsibilityTransfer?.Name).toBe("Ours");
});
