import { describe, expect, test } from "vitest";
import type { Choice } from "@withhold/policy";
import { accountStatesOf } from "../organization/account-states.js";
import { optOutStates, stateOf } from "./opt-out-state.js";
import { optInToLex, optOutOfAll, organizationWith } from "./organization.fixture.js";

const cases: readonly (readonly [readonly Choice[], ReturnType<typeof stateOf>])[] = [
  [["optOut", "optOut"], "opted-out"],
  [["optOut", "optIn", "undetermined", "undecided"], "opted-in"],
  [["optOut", "undetermined", "undecided"], "undecided"],
  [["optOut", "undetermined"], "undetermined"],
  [[], "undetermined"],
];

describe("the state of choices", () => {
  test.each(cases)("%j is %s", (choices, state) => {
    expect(stateOf(choices)).toBe(state);
  });
});

test("an account stands here as it stands on the overview", () => {
  const { tree, evaluation } = organizationWith({
    contents: { "p-all": optOutOfAll, "p-lex": optInToLex, "p-secret": null },
    attachments: [
      { policyId: "p-all", targetId: "ou-root-prod" },
      { policyId: "p-lex", targetId: "111111111111" },
      { policyId: "p-secret", targetId: "ou-root-lab" },
    ],
    unread: [{ what: "the content of policy p-secret", why: "denied", about: "p-secret" }],
  });
  const stateAt = optOutStates(evaluation);
  const { accounts } = accountStatesOf(tree, evaluation);
  expect(accounts.map(({ id }) => [id, stateAt(id)])).toEqual(accounts.map(({ id, state }) => [id, state]));
  expect(new Set(accounts.map(({ state }) => state))).toEqual(
    new Set(["opted-in", "opted-out", "undetermined"]),
  );
});
