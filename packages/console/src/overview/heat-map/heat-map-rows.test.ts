import { expect, test } from "vitest";
import { accountStatesOf } from "../../organization/account-states.js";
import { drawOrganization } from "../../organization/drawn-organization.fixture.js";
import { heatMapRows } from "./heat-map-rows.js";

test("accounts stand under their OU, with what holds for them counted", () => {
  const { tree, evaluation } = drawOrganization({
    units: { web: "r-1", empty: "r-1" },
    accounts: { management: "r-1", alpha: "web", beta: "web" },
    policies: {
      in: { content: { services: { default: { opt_out_policy: { "@@assign": "optIn" } } } }, at: ["beta"] },
    },
  });
  const rows = heatMapRows(accountStatesOf(tree, evaluation).accounts);
  expect(rows.map((row) => (row.kind === "unit" ? `${row.path}: ${row.accounts}` : row.account.id))).toEqual([
    "Root: 1",
    "management",
    "Root/web: 2",
    "alpha",
    "beta",
  ]);
  expect(rows[2]).toMatchObject({ counts: { "opted-in": 1, undecided: 1, undetermined: 0, "opted-out": 0 } });
  expect(heatMapRows([])).toEqual([]);
});
