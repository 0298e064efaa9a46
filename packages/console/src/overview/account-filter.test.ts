import { expect, test } from "vitest";
import { filterAccounts, stateOfWord } from "./account-filter.js";
import type { AccountFilter } from "./account-filter.js";
import { accountStatesOf } from "../organization/account-states.js";
import { drawOrganization } from "../organization/drawn-organization.fixture.js";

const { tree, evaluation } = drawOrganization({
  units: { web: "r-1", "web-next": "r-1", deep: "web" },
  accounts: { management: "r-1", Alpha: "web", beta: "web-next", gamma: "deep" },
  policies: {
    out: { content: { services: { default: { opt_out_policy: { "@@assign": "optOut" } } } }, at: ["web"] },
  },
});
const { accounts } = accountStatesOf(tree, evaluation);

test.each<[string, Partial<AccountFilter>, string | undefined, readonly string[]]>([
  ["nothing", {}, undefined, ["management", "Alpha", "gamma", "beta"]],
  ["a state", { state: "opted-out" }, undefined, ["Alpha", "gamma"]],
  ["an OU with what stands below it, not one whose name begins alike", {}, "Root/web", ["Alpha", "gamma"]],
  ["part of a name, in any case", { text: " ALPH " }, undefined, ["Alpha"]],
  ["all of them", { state: "opted-out", text: "gam" }, "Root/web", ["gamma"]],
  ["what nothing is", { text: "zeta" }, undefined, []],
])("%s", (_, filter, path, names) => {
  const shown = filterAccounts(accounts, { state: undefined, unit: undefined, text: "", ...filter }, path);
  expect(shown.map(({ name }) => name)).toEqual(names);
});

test("a word that is no state is no filter", () => {
  expect(["opted-in", "opted", undefined].map(stateOfWord)).toEqual(["opted-in", undefined, undefined]);
});
