import fc from "fast-check";
import { expect, test } from "vitest";
import { ExampleCell, delegationTo, service } from "../example-cell.fixture.js";
import { byId, invited } from "../handshakes.fixture.js";
import { handedOver } from "../transfers.fixture.js";
import { evolve } from "../evolve.js";
import { observe } from "../observation.fixture.js";
import { busyCell, perform, randomCalls } from "../random-calls.fixture.js";
import type { Cell } from "../state/cell.js";
import { cellLines } from "./cell-lines.js";
import { checkpointForm } from "./line.js";
import type { CheckpointLine } from "./line.js";
import { restoreCell } from "./restore-cell.js";

/** As they are stored. */
const stored = (cell: Cell): CheckpointLine[] =>
  Array.from(cellLines(cell), (line) => JSON.parse(JSON.stringify(line)) as CheckpointLine);

test("a restored cell is the live one, and stays it whatever happens next", () => {
  fc.assert(
    fc.property(randomCalls, randomCalls, (before, after) => {
      const live = busyCell();
      for (const call of before) perform(live, call);
      const restored = restoreCell(stored(live.cell));
      expect(observe(restored)).toStrictEqual(observe(live.cell));
      const restoredAt = live.recorded.length;
      for (const call of after) perform(live, call);
      for (const { event, at } of live.recorded.slice(restoredAt)) evolve(restored, event, at);
      expect(observe(restored)).toStrictEqual(observe(live.cell));
      // Places too, which page tokens hold and no answer shows.
      expect(stored(restored)).toStrictEqual(stored(live.cell));
    }),
    { numRuns: 60 },
  );
});

test("places that deregistering left open stay open", () => {
  const live = new ExampleCell();
  const names = ["a", "b", "c"].map((name) => `${name}.amazonaws.com`);
  const second = live.account("second");
  for (const account of [live.app, second]) for (const name of names) live.register(account, name);
  const end = (AccountId: string, ServicePrincipal: string | undefined) =>
    live.act("DeregisterDelegatedAdministrator", { AccountId, ServicePrincipal: ServicePrincipal ?? "" });
  end(live.app, names[1]);
  for (const name of names) end(second, name);
  live.register(second, names[0]);
  live.act("DisableAWSServiceAccess", { ServicePrincipal: names[1] ?? "" });
  const restored = restoreCell(stored(live.cell));
  expect(stored(restored)).toStrictEqual(stored(live.cell));
  expect(observe(restored)).toStrictEqual(observe(live.cell));
});

/** Of structures, what is in them. */
function membersOf(row: object): string {
  if (Array.isArray(row)) return "tuple";
  const open = new Set(["transfer", "result"]);
  return Object.entries(row)
    .map(([name, value]) => (open.has(name) ? `${name}(${Object.keys(value as object).join(" ")})` : name))
    .join(" ");
}

// A checkpoint is read by the release that knows its form. Rows that changed under the same form would be misread.
test("what the rows of this form hold: with any change here, raise `checkpointForm`", () => {
  const live = new ExampleCell();
  const stage = { Key: "stage", Value: "test" };
  live.act("TagResource", { ResourceId: live.spare, Tags: [stage] });
  const HandshakeId = invited(live, { ...byId(live.outsider), Notes: "hello", Tags: [stage] });
  live.act("CancelHandshake", { HandshakeId });
  live.act("CreateGovCloudAccount", { AccountName: "gov", Email: "gov@acme.example" });
  const { transferId: Id } = handedOver(live);
  live.act("TerminateResponsibilityTransfer", { Id });
  live.act("PutResourcePolicy", { Content: delegationTo(live.app) });
  live.act("EnableAWSServiceAccess", { ServicePrincipal: service });
  live.act("RegisterDelegatedAdministrator", { AccountId: live.app, ServicePrincipal: service });
  const members = stored(live.cell).flatMap((line) => {
    const rows: readonly object[] = "rows" in line ? line.rows : [line];
    return rows.map((row) => `${line.part}: ${membersOf(row)}`);
  });
  expect({ form: checkpointForm, members: [...new Set(members)] }).toEqual({
    form: 5,
    members: [
      "accounts: id email name createdAt organizationId",
      "accounts: id email name createdAt partition",
      "handshakes: id place organizationId action requestedAt expiresAt recipient notes tags ended",
      "handshakes: id place organizationId action requestedAt expiresAt recipient transfer(id name startsAt sourceOrganizationId endsAt) ended",
      "handshake-places: part last",
      "organization: part id rootId partition managementAccountId featureSet lastAttachment closures",
      "units: id parentId name",
      "members: id parentId method joinedAt movedAt",
      "policies: id type awsManaged name description content at",
      "creations: id accountName requestedAt result(state accountId)",
      "creations: id accountName requestedAt result(state accountId govCloudAccountId)",
      "held: tuple",
      "tags: id pairs numbering",
      "enabled: tuple",
      "resource-policy: part id content",
      "service-access: servicePrincipal enabledAt",
      "administrators: id since services numbering",
      "order: part what of keys numbering",
      "member-places: part numbering",
    ],
  });
});

test("lines that name what none before them made are refused", () => {
  const live = new ExampleCell();
  const lines = stored(live.cell);
  for (const part of ["accounts", "organization", "members", "policies"] as const) {
    expect(() => restoreCell(lines.filter((line) => line.part !== part))).toThrow("checkpoint");
  }
});
