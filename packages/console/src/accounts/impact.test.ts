import { expect, test } from "vitest";
import { impactOf, moveChanges } from "./impact.js";
import { nodeRows } from "./node-rows.js";
import { optOutOfAll, organizationWith } from "./organization.fixture.js";

const organization = organizationWith({
  contents: { "p-all": optOutOfAll },
  attachments: [{ policyId: "p-all", targetId: "ou-root-prod" }],
});
const rows = nodeRows(organization);
const [web, data, bench] = ["222222222222", "333333333333", "444444444444"].map((id) => rows.byId.get(id)!);

test("moving out of an opted-out OU flips every service of each account that moves, and of no other", () => {
  const impact = impactOf(organization.snapshot, moveChanges([web!, data!], "ou-root-lab"));
  expect(impact).toMatchObject({ ok: true, report: { accountsAffected: 2, deletions: [] } });
  if (!impact.ok) return;
  expect(impact.groups).toHaveLength(1);
  expect(impact.groups[0]!.accounts.map(({ name }) => name)).toEqual(["Web", "Data"]);
  const [direction, ...others] = impact.groups[0]!.directions;
  expect(others).toEqual([]);
  expect(direction).toMatchObject({ before: "optOut", after: "undecided" });
  expect(direction!.services).toHaveLength(organization.evaluation.rows.length);
  expect(direction!.services).toContain("Amazon Lex");
});

test("moving in opts out, and deletes what was kept", () => {
  const impact = impactOf(organization.snapshot, moveChanges([bench!], "ou-root-eu"));
  expect(impact).toMatchObject({
    ok: true,
    report: { accountsAffected: 1, deletions: [{ certainty: "yes", accounts: [{ name: "Bench" }] }] },
  });
});

test("what is there already does not move", () => {
  expect(moveChanges([web!, bench!], "ou-root-lab")).toEqual([
    { kind: "account-moved", accountId: web!.id, parentId: "ou-root-lab" },
  ]);
  expect(impactOf(organization.snapshot, moveChanges([bench!], "ou-root-lab"))).toMatchObject({
    ok: true,
    groups: [],
  });
});

test("a change that cannot be made is told, not taken for no change", () => {
  expect(impactOf(organization.snapshot, moveChanges([web!], "ou-nowhere"))).toMatchObject({ ok: false });
});
