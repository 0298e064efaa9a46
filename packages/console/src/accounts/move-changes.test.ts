import { expect, test } from "vitest";
import { impactOf } from "../organization/impact-of.js";
import { moveChanges } from "./move-changes.js";
import { nodeRows } from "./node-rows.js";
import { optOutOfAll, organizationWith } from "./organization.fixture.js";

const organization = organizationWith({
  contents: { "p-all": optOutOfAll },
  attachments: [{ policyId: "p-all", targetId: "ou-root-prod" }],
});
const { evaluation } = organization;
const rows = nodeRows(organization);
const [web, data, bench] = ["222222222222", "333333333333", "444444444444"].map((id) => rows.byId.get(id)!);

test("moving out of an opted-out OU flips every service of each account that moves, and of no other", () => {
  const impact = impactOf(evaluation, moveChanges([web!, data!], "ou-root-lab"));
  expect(impact).toMatchObject({ ok: true, report: { accountsAffected: 2, deletions: [] } });
  if (!impact.ok) return;
  expect(impact.rows).toHaveLength(1);
  expect(impact.rows[0]).toMatchObject({ before: "optOut", after: "undecided" });
  expect(impact.rows[0]!.accounts.map(({ name }) => name)).toEqual(["Web", "Data"]);
  expect(impact.rows[0]!.services).toHaveLength(evaluation.rows.length);
});

test("moving in opts out, and deletes what was kept", () => {
  expect(impactOf(evaluation, moveChanges([bench!], "ou-root-eu"))).toMatchObject({
    ok: true,
    report: { accountsAffected: 1, deletions: [{ certainty: "yes", accounts: [{ name: "Bench" }] }] },
  });
});

test("what is there already does not move", () => {
  expect(moveChanges([web!, bench!], "ou-root-lab")).toEqual([
    { kind: "account-moved", accountId: web!.id, parentId: "ou-root-lab" },
  ]);
  expect(impactOf(evaluation, moveChanges([bench!], "ou-root-lab"))).toMatchObject({ ok: true, rows: [] });
});

test("a move that cannot be made is told, not taken for one that changes nothing", () => {
  expect(impactOf(evaluation, moveChanges([web!], "ou-nowhere"))).toMatchObject({ ok: false });
});
