import { expect, test } from "vitest";
import { accountStatesOf } from "../organization/account-states.js";
import { drawOrganization } from "../organization/drawn-organization.fixture.js";
import type { Drawn } from "../organization/drawn-organization.fixture.js";
import { verdictFacts } from "./verdict-facts.js";
import { verdictOf } from "./verdict.js";
import type { Verdict } from "./verdict.js";

const none = { "@@operators_allowed_for_child_policies": ["@@none"] };
const lock = {
  services: { ...none, default: { ...none, opt_out_policy: { ...none, "@@assign": "optOut" } } },
};

function verdict(drawn: Drawn): Verdict {
  const { tree, policies, evaluation } = drawOrganization(drawn);
  return verdictOf(verdictFacts({ tree, policies, evaluation, states: accountStatesOf(tree, evaluation) }));
}

test("an organization that is closed, and one that only looks so", () => {
  const closed = { lock: { content: lock, at: ["r-1"] } };
  expect(verdict({ policies: closed }).kind).toBe("success");
  const unread = [{ what: "the accounts below ou-1", why: "denied", about: "r-1" }];
  expect(verdict({ policies: closed, unread })).toMatchObject({
    kind: "warning",
    reason: expect.stringContaining("the accounts below ou-1") as string,
  });
});

test("what is unknown names what decides it, not what else could not be read", () => {
  const dark = { other: { content: null, at: [] }, dark: { content: null, at: ["r-1"] } };
  const { headline, reason } = verdict({ policies: dark });
  expect(headline).toBe("Unknown for 1 of 1 account");
  expect(reason).toContain('the content of policy "dark"');
  expect(reason).not.toContain("other");
});

test("a policy that is attached nowhere is told from one that is not there", () => {
  expect(verdict({ policies: { idle: { content: lock, at: [] } } }).reason).toContain("none is attached");
  expect(verdict({}).reason).toContain("no AI services opt-out policy yet");
});
