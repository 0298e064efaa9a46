import { expect, test } from "vitest";
import { accountStatesOf } from "./account-states.js";
import { drawOrganization } from "./drawn-organization.fixture.js";

const optOut = { opt_out_policy: { "@@assign": "optOut" } };
const optIn = { opt_out_policy: { "@@assign": "optIn" } };

function statesOf(drawn: Parameters<typeof drawOrganization>[0]): Record<string, string> {
  const { tree, evaluation } = drawOrganization(drawn);
  return Object.fromEntries(accountStatesOf(tree, evaluation).accounts.map(({ id, state }) => [id, state]));
}

test("an account is what the first of the states is that hold for it", () => {
  const states = statesOf({
    accounts: { management: "r-1", leaking: "r-1", named: "r-1", dark: "r-1", both: "r-1" },
    policies: {
      all: { content: { services: { default: optOut } }, at: ["management", "leaking", "dark"] },
      lex: { content: { services: { lex: optIn } }, at: ["leaking"] },
      onlyLex: { content: { services: { lex: optOut } }, at: ["named"] },
      unread: { content: null, at: ["dark", "both"] },
      polly: { content: { services: { polly: optIn } }, at: [] },
    },
  });
  expect(states).toEqual({
    management: "opted-out",
    leaking: "opted-in",
    // Named services alone do not reach those that AWS may add.
    named: "undecided",
    dark: "undetermined",
    both: "undetermined",
  });
});

test("nothing counts while the type is not enabled", () => {
  const all = { content: { services: { default: optOut } }, at: ["r-1"] };
  expect(statesOf({ policies: { all }, isEnabled: false })).toEqual({ management: "undecided" });
  expect(statesOf({ policies: { all } })).toEqual({ management: "opted-out" });
});

test("accounts come in the order of the tree, by name, with the way to them", () => {
  const { tree, evaluation } = drawOrganization({
    units: { workloads: "r-1", production: "workloads", archive: "r-1" },
    accounts: { "web-10": "production", "web-9": "production", management: "r-1", old: "archive" },
  });
  const { accounts, counts } = accountStatesOf(tree, evaluation);
  expect(accounts.map(({ path, name }) => `${path}/${name}`)).toEqual([
    "Root/management",
    "Root/archive/old",
    "Root/workloads/production/web-9",
    "Root/workloads/production/web-10",
  ]);
  expect(counts).toEqual({ "opted-in": 0, undecided: 4, undetermined: 0, "opted-out": 0 });
  expect(accounts.filter(({ isManagement }) => isManagement).map(({ id }) => id)).toEqual(["management"]);
});
