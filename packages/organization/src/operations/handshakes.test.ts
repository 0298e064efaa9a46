import { describe, expect, test } from "vitest";
import { ExampleCell, aiType, drawn } from "../example-cell.fixture.js";
import { billing, byAddress, byId, day, invited, migrating } from "../handshakes.fixture.js";
import { observe, replayed } from "../observation.fixture.js";

const stateOf = (cell: ExampleCell, HandshakeId: string, now = cell.now, as = cell.management) =>
  cell.act("DescribeHandshake", { HandshakeId }, { as, now }).Handshake?.State;
const accept = (cell: ExampleCell, HandshakeId: string, as: string) =>
  cell.act("AcceptHandshake", { HandshakeId }, { as });
const idsFor = (cell: ExampleCell, as: string, now = cell.now) =>
  cell.act("ListHandshakesForAccount", {}, { as, now }).Handshakes?.map(({ Id }) => Id);
const membersOf = (cell: ExampleCell, as = cell.management) =>
  cell.act("ListAccounts", {}, { as }).Accounts?.map(({ Id }) => Id);

describe("an invitation", () => {
  test("brings the account under the root, with its tags, and the policies there hold at once", () => {
    const cell = new ExampleCell();
    const Tags = [{ Key: "team", Value: "ledger" }];
    const id = invited(cell, { ...byId(cell.outsider), Tags });
    expect(membersOf(cell)).not.toContain(cell.outsider);
    accept(cell, id, cell.outsider);
    expect(cell.act("DescribeAccount", { AccountId: cell.outsider }).Account).toMatchObject({
      JoinedMethod: "INVITED",
      JoinedTimestamp: new Date(cell.now),
    });
    expect(cell.act("ListParents", { ChildId: cell.outsider }).Parents).toMatchObject([{ Id: cell.root }]);
    expect(cell.act("ListTagsForResource", { ResourceId: cell.outsider }).Tags).toEqual(Tags);
    expect(cell.choices(cell.outsider)).toEqual({ default: "optOut" });
    expect(cell.targets("p-FullAWSAccess")).toContain(cell.outsider);
  });

  test("to an address reaches whoever has it, in any case, and who gets it only later", () => {
    const cell = new ExampleCell();
    const known = invited(cell, byAddress("SOLO@other.example"));
    const unknown = invited(cell, byAddress("Later@other.example"));
    const later = cell.openAccount("333333333333", "later@other.example", "Later");
    expect([idsFor(cell, cell.outsider), idsFor(cell, later)]).toEqual([[known], [unknown]]);
    accept(cell, unknown, later);
    expect(membersOf(cell)).toContain(later);
    expect(cell.act("DescribeHandshake", { HandshakeId: unknown }).Handshake?.Parties?.[1]).toEqual({
      Id: "Later@other.example",
      Type: "EMAIL",
    });
  });

  test("is open for 15 days to the millisecond, and expires without a record", () => {
    const cell = new ExampleCell();
    const id = invited(cell);
    const records = cell.recorded.length;
    const end = cell.now + 15 * day;
    expect([stateOf(cell, id, end - 1), stateOf(cell, id, end)]).toEqual(["OPEN", "EXPIRED"]);
    expect(cell.recorded).toHaveLength(records);
    const act = (now: number) =>
      cell.refusal("AcceptHandshake", { HandshakeId: id }, { as: cell.outsider, now });
    expect(act(end)).toBe("InvalidHandshakeTransitionException");
    expect(act(end - 1)).toBe("accepted");
  });

  test("is shown for 30 days after its end, and then to nobody", () => {
    const cell = new ExampleCell();
    const declined = invited(cell);
    cell.act("DeclineHandshake", { HandshakeId: declined }, { as: cell.outsider });
    const expiring = invited(cell);
    const end = cell.now + 30 * day - 60_000;
    expect(idsFor(cell, cell.outsider, end - 1)).toEqual([declined, expiring]);
    expect(idsFor(cell, cell.outsider, end)).toEqual([expiring]);
    expect(cell.refusal("DescribeHandshake", { HandshakeId: declined }, { now: end })).toBe(
      "HandshakeNotFoundException",
    );
    expect(idsFor(cell, cell.outsider, cell.now + 45 * day)).toEqual([]);
  });

  test("may be sent again once the last one has ended", () => {
    const cell = new ExampleCell();
    const again = (now = cell.now) =>
      cell.refusal("InviteAccountToOrganization", byId(cell.outsider), { now });
    cell.act("DeclineHandshake", { HandshakeId: invited(cell) }, { as: cell.outsider });
    expect(again()).toBe("accepted");
    expect(again(cell.now + 15 * day - 1)).toBe("DuplicateHandshakeException");
    expect(again(cell.now + 15 * day)).toBe("accepted");
  });

  test("of one organization does not stand in the way of another's", () => {
    const cell = new ExampleCell();
    const other = cell.openAccount("333333333333", "other@other.example", "Other");
    cell.act("CreateOrganization", {}, { as: other });
    invited(cell);
    expect(cell.refusal("InviteAccountToOrganization", byId(cell.outsider), { as: other })).toBe("accepted");
    expect(idsFor(cell, cell.outsider)).toHaveLength(2);
  });

  test("counts as an account while it is open, for invitations and creations alike", () => {
    const cell = new ExampleCell();
    const id = invited(cell);
    const create = () =>
      cell.refusal(
        "CreateAccount",
        { AccountName: "b", Email: "b@acme.example" },
        { quotas: { accountsMax: 3 } },
      );
    expect(create()).toBe("ConstraintViolationException: ACCOUNT_NUMBER_LIMIT_EXCEEDED");
    cell.act("CancelHandshake", { HandshakeId: id });
    expect(create()).toBe("accepted");
  });

  test("that was accepted does not count toward those of a day, nor does one of yesterday", () => {
    const cell = new ExampleCell();
    const quotas = { accountsMax: 4, invitationsBaseMax: 1 };
    for (let sent = 0; sent < 3; sent += 1) cell.act("CancelHandshake", { HandshakeId: invited(cell) });
    accept(cell, invited(cell), cell.outsider);
    let calls = 0;
    const invite = (now: number) => {
      calls += 1;
      return cell.refusal("InviteAccountToOrganization", byAddress(`${calls}@other.example`), {
        quotas,
        now,
      });
    };
    expect(invite(cell.now)).toBe("accepted");
    const last = cell.recorded.at(-1)?.at ?? 0;
    expect(invite(last)).toContain("ACCOUNT_NUMBER_LIMIT_EXCEEDED");
    cell.act("CancelHandshake", { HandshakeId: idsForOrganization(cell).at(-1) ?? "" });
    expect(invite(last)).toContain("HANDSHAKE_RATE_LIMIT_EXCEEDED");
    expect(invite(last + day)).toBe("accepted");
  });

  test("moves an account out of another organization, which then knows it no more", () => {
    const cell = new ExampleCell();
    cell.attach(cell.spare, cell.app);
    const as = billing(cell);
    expect([membersOf(cell), membersOf(cell, as)]).toEqual([[cell.management], [as, cell.app]]);
    expect(cell.targets(cell.spare)).toEqual([]);
    const departures = cell.recorded.filter(({ event }) => event.type === "account.departed");
    expect(departures.map(({ event }) => event)).toEqual([
      { type: "account.departed", organizationId: cell.organization, accountId: cell.app, method: "LEFT" },
    ]);
    expect(cell.refusal("DescribeEffectivePolicy", { PolicyType: aiType }, { as: cell.app })).toBe(
      "EffectivePolicyNotFoundException",
    );
  });

  test("is gone with its organization", () => {
    const cell = new ExampleCell();
    const HandshakeId = invited(cell);
    cell.act("RemoveAccountFromOrganization", { AccountId: cell.app });
    cell.act("DeleteOrganization", {});
    expect(idsFor(cell, cell.outsider)).toEqual([]);
    expect(cell.refusal("AcceptHandshake", { HandshakeId }, { as: cell.outsider })).toBe(
      "HandshakeNotFoundException",
    );
  });
});

function idsForOrganization(cell: ExampleCell): string[] {
  const { Handshakes } = cell.act("ListHandshakesForOrganization", {});
  return (Handshakes ?? []).map(({ Id }) => drawn(Id));
}

describe("all features", () => {
  test("come once every invited account has agreed and the management account accepts", () => {
    const { cell, as, request, approval } = migrating(new ExampleCell());
    const featureSet = () => cell.act("DescribeOrganization", {}, { as }).Organization?.FeatureSet;
    expect(cell.refusal("AcceptHandshake", { HandshakeId: request }, { as })).toBe(
      "InvalidHandshakeTransitionException",
    );
    accept(cell, approval, cell.app);
    expect([stateOf(cell, request, cell.now, as), featureSet()]).toEqual(["OPEN", "CONSOLIDATED_BILLING"]);
    accept(cell, request, as);
    expect([stateOf(cell, request, cell.now, as), featureSet()]).toEqual(["ACCEPTED", "ALL"]);
    const RootId = drawn(cell.act("ListRoots", {}, { as }).Roots?.[0]?.Id);
    expect(cell.refusal("EnablePolicyType", { RootId, PolicyType: aiType }, { as })).toBe("accepted");
  });

  test("need nobody's word but the management account's where every account was created", () => {
    const cell = new ExampleCell();
    const as = cell.outsider;
    cell.act("CreateOrganization", { FeatureSet: "CONSOLIDATED_BILLING" }, { as });
    cell.act("CreateAccount", { AccountName: "b", Email: "b@other.example" }, { as });
    const { Handshake } = cell.act("EnableAllFeatures", {}, { as });
    expect(Handshake?.State).toBe("OPEN");
    expect(cell.refusal("AcceptHandshake", { HandshakeId: drawn(Handshake?.Id) }, { as })).toBe("accepted");
  });

  test("wait for who declined until it leaves", () => {
    const { cell, as, request, approval } = migrating(new ExampleCell());
    cell.act("DeclineHandshake", { HandshakeId: approval }, { as: cell.app });
    expect(stateOf(cell, request, cell.now, as)).toBe("REQUESTED");
    cell.act("LeaveOrganization", {}, { as: cell.app });
    expect(stateOf(cell, request, cell.now, as)).toBe("OPEN");
  });

  test("ask an account that leaves no more", () => {
    const { cell, as, request, approval } = migrating(new ExampleCell());
    cell.act("RemoveAccountFromOrganization", { AccountId: cell.app }, { as });
    expect(stateOf(cell, approval, cell.now, cell.app)).toBe("CANCELED");
    expect(stateOf(cell, request, cell.now, as)).toBe("OPEN");
  });

  test("are asked for no more when the request is canceled, and may be asked for again", () => {
    const { cell, as, request, approval } = migrating(new ExampleCell());
    cell.act("CancelHandshake", { HandshakeId: request }, { as });
    expect(stateOf(cell, approval, cell.now, cell.app)).toBe("CANCELED");
    expect(cell.refusal("EnableAllFeatures", {}, { as })).toBe("accepted");
  });

  test("expire after 90 days, the request and the approvals alike", () => {
    const { cell, as, request, approval } = migrating(new ExampleCell());
    const end = cell.now + 90 * day;
    const states = (now: number) => [stateOf(cell, request, now, as), stateOf(cell, approval, now, cell.app)];
    expect([states(end - 1), states(end)]).toEqual([
      ["REQUESTED", "OPEN"],
      ["EXPIRED", "EXPIRED"],
    ]);
    expect(cell.refusal("EnableAllFeatures", {}, { as, now: end - 1 })).toContain("PENDING");
    expect(cell.refusal("EnableAllFeatures", {}, { as, now: end })).toBe("accepted");
  });

  test("cancel the open invitations when they are asked for", () => {
    const cell = new ExampleCell();
    const as = billing(cell);
    const { Handshake } = cell.act("InviteAccountToOrganization", byAddress("new@other.example"), { as });
    cell.act("EnableAllFeatures", {}, { as });
    expect(stateOf(cell, drawn(Handshake?.Id), cell.now, as)).toBe("CANCELED");
  });

  test("are shown to the account as its approval alone, and to the organization as both", () => {
    const { cell, as, request, approval } = migrating(new ExampleCell());
    const Filter = { ParentHandshakeId: request };
    const under = cell.act("ListHandshakesForOrganization", { Filter }, { as }).Handshakes;
    expect(under?.map(({ Id }) => Id)).toEqual([approval]);
    expect(idsFor(cell, cell.app)).toContain(approval);
    expect(idsFor(cell, cell.app)).not.toContain(request);
    expect(idsFor(cell, as)).toEqual([]);
  });
});

test("an account that left may come back, and its own organization is open to it", () => {
  const cell = new ExampleCell();
  cell.act("LeaveOrganization", {}, { as: cell.app });
  expect(cell.refusal("DescribeOrganization", {}, { as: cell.app })).toBe(
    "AWSOrganizationsNotInUseException",
  );
  accept(cell, invited(cell, byId(cell.app)), cell.app);
  expect(membersOf(cell)).toContain(cell.app);
});

test("a replayed journal knows every handshake as the live cell does", () => {
  const { cell } = migrating(new ExampleCell());
  invited(cell, { ...byAddress("new@other.example"), Notes: "hello", Tags: [{ Key: "a", Value: "b" }] });
  expect(observe(replayed(cell.recorded))).toStrictEqual(observe(cell.cell));
});
