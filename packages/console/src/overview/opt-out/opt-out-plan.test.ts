import { describe, expect, test } from "vitest";
import { drawOrganization } from "../../organization/drawn-organization.fixture.js";
import type { Drawn } from "../../organization/drawn-organization.fixture.js";
import { fullLockContent, isFullLock } from "./full-lock.js";
import { planOptOut } from "./opt-out-plan.js";
import type { OptOutPlan, OptOutPlans } from "./opt-out-plan.js";

const lock = JSON.parse(fullLockContent) as object;
const none = { "@@operators_allowed_for_child_policies": ["@@none"] };
const out = { services: { default: { opt_out_policy: { "@@assign": "optOut" } } } };
const lexIn = { services: { lex: { opt_out_policy: { "@@assign": "optIn" } } } };
const pollyIn = { services: { polly: { opt_out_policy: { "@@assign": "optIn" } } } };
const lexOut = { services: { lex: { opt_out_policy: { "@@assign": "optOut" } } } };

function plansOf(drawn: Drawn): Exclude<OptOutPlans, { isDone: true }> {
  const plans = planOptOut(drawOrganization(drawn).evaluation);
  if (plans.isDone) throw new Error("done already");
  return plans;
}

const steps = ({ steps }: OptOutPlan): readonly string[] =>
  steps.map((step) => ("policyName" in step ? `${step.kind} ${step.policyName}` : step.kind));

const told = ({ plans }: { readonly plans: readonly OptOutPlan[] }): readonly unknown[] =>
  plans.map((plan) => [plan.way, plan.isClosed, ...steps(plan)]);

describe("starting from", () => {
  test("a type that is not enabled", () => {
    expect(told(plansOf({ isEnabled: false }))).toEqual([
      ["lock", true, "enable-type", "create-policy OptOutOfEverything", "attach-policy OptOutOfEverything"],
    ]);
  });

  test("a type that is not enabled, with the policy there", () => {
    expect(told(plansOf({ isEnabled: false, policies: { mine: { content: lock, at: [] } } }))).toEqual([
      ["lock", true, "enable-type", "attach-policy mine"],
    ]);
  });

  test("nothing", () => {
    expect(told(plansOf({}))).toEqual([
      ["lock", true, "create-policy OptOutOfEverything", "attach-policy OptOutOfEverything"],
    ]);
  });

  test("the policy there, attached to nothing", () => {
    expect(told(plansOf({ policies: { mine: { content: lock, at: [] } } }))).toEqual([
      ["lock", true, "attach-policy mine"],
    ]);
  });

  test("the policy there, attached to an OU", () => {
    const drawn = { units: { web: "r-1" }, policies: { mine: { content: lock, at: ["web"] } } };
    expect(told(plansOf(drawn))).toEqual([["lock", true, "attach-policy mine"]]);
  });

  test("weaker content at the root: a lock beside it, or locks in it", () => {
    const plans = plansOf({ policies: { weak: { content: out, at: ["r-1"] } } });
    expect(plans.hindrances).toEqual([]);
    expect(told(plans)).toEqual([
      ["lock", true, "create-policy OptOutOfEverything", "attach-policy OptOutOfEverything"],
      ["mend", true, "update-policy weak"],
    ]);
  });

  test("a policy at the root that opts in and would win: what really closes it, and never the lock alone", () => {
    const plans = plansOf({ policies: { leak: { content: lexIn, at: ["r-1"] } } });
    expect(plans.hindrances.map(({ policy, services }) => [policy.name, services])).toEqual([
      ["leak", [{ kind: "service", key: "lex", name: "Amazon Lex" }]],
    ]);
    expect(told(plans)).toEqual([
      ["mend", true, "update-policy leak"],
      [
        "replace",
        true,
        "create-policy OptOutOfEverything",
        "attach-policy OptOutOfEverything",
        "detach-policy leak",
      ],
    ]);
  });

  test("a policy at the root that opts one service out without a lock of its own keeps that one open", () => {
    const plans = plansOf({ policies: { one: { content: lexOut, at: ["r-1"] } } });
    expect(plans.hindrances.map(({ policy, services }) => [policy.name, services])).toEqual([
      ["one", [{ kind: "service", key: "lex", name: "Amazon Lex" }]],
    ]);
    expect(plans.plans.map(({ way, isClosed }) => [way, isClosed])).toEqual([
      ["mend", true],
      ["replace", true],
    ]);
  });

  test("the lock at the root, but behind one that opts in", () => {
    const plans = plansOf({
      policies: { leak: { content: lexIn, at: ["r-1"] }, mine: { content: lock, at: ["r-1"] } },
    });
    expect(told(plans)).toEqual([
      ["mend", true, "update-policy leak"],
      ["replace", true, "detach-policy leak"],
    ]);
  });
});

describe("where there is no room, nothing left to do, or not all is known", () => {
  test("the quota of policies reached", () => {
    const many = Object.fromEntries(
      Array.from({ length: 1000 }, (_, at) => [`p${at}`, { content: out, at: [] }]),
    );
    const plans = plansOf({ policies: many });
    expect(plans.plans).toEqual([]);
    expect(plans.refusals).toEqual([expect.stringContaining("1000 policies of this type already")]);
    const mended = plansOf({ policies: { ...many, p0: { content: out, at: ["r-1"] } } });
    expect(told(mended)).toEqual([["mend", true, "update-policy p0"]]);
  });

  test("five policies at the root: one of those that win makes room first", () => {
    const names = ["a", "b", "c"];
    const three = Object.fromEntries(names.map((name) => [name, { content: out, at: ["r-1"] }]));
    const plans = plansOf({
      policies: {
        ...three,
        leak: { content: pollyIn, at: ["r-1"] },
        leak2: { content: pollyIn, at: ["r-1"] },
      },
    });
    expect(plans.refusals).toEqual([expect.stringContaining("attached to the root already")]);
    const replace = plans.plans.find(({ way }) => way === "replace");
    expect(replace && steps(replace)).toEqual([
      "create-policy OptOutOfEverything",
      "detach-policy leak",
      "attach-policy OptOutOfEverything",
      "detach-policy leak2",
    ]);
  });

  test("everything done", () => {
    const { evaluation } = drawOrganization({ policies: { mine: { content: lock, at: ["r-1"] } } });
    expect(planOptOut(evaluation)).toEqual({ isDone: true });
  });

  test("everything done by other words than ours", () => {
    const other = { services: { ...none, default: { opt_out_policy: { ...none, "@@assign": "optOut" } } } };
    const { evaluation } = drawOrganization({ policies: { other: { content: other, at: ["r-1"] } } });
    expect(planOptOut(evaluation)).toEqual({ isDone: true });
  });

  test("a policy at the root that nobody may read: in its place, or not provable", () => {
    const plans = plansOf({ policies: { dark: { content: null, at: ["r-1"] } } });
    expect(plans.hindrances).toMatchObject([{ policy: { name: "dark" }, isUnread: true }]);
    expect(told(plans)).toEqual([
      [
        "replace",
        true,
        "create-policy OptOutOfEverything",
        "attach-policy OptOutOfEverything",
        "detach-policy dark",
      ],
    ]);
  });

  test("attachments that nobody may read: the lock, which cannot be proven to close it", () => {
    const unread = [{ what: "the targets of policy x", why: "denied" }];
    const [plan, ...others] = plansOf({ unread }).plans;
    expect(others).toEqual([]);
    expect(plan).toMatchObject({ way: "lock", isClosed: false });
  });
});

test("a name that is taken is not chosen", () => {
  const [plan] = plansOf({ policies: { OptOutOfEverything: { content: out, at: [] } } }).plans;
  expect(plan?.steps[0]).toMatchObject({ kind: "create-policy", policyName: "OptOutOfEverything-2" });
});

test("what flips and what is deleted is told against how things are, the type disabled", () => {
  const [plan] = plansOf({ isEnabled: false, accounts: { management: "r-1", a: "r-1" } }).plans;
  expect(plan?.report).toMatchObject({
    accountsAffected: 2,
    deletions: [{ certainty: "yes", accounts: [{}, {}] }],
  });
});

test("the full lock is known however it is written, and nothing less is taken for it", () => {
  const keys = JSON.stringify({
    services: {
      default: { opt_out_policy: { "@@assign": "optOut", ...none }, ...none },
      ...none,
    },
  });
  expect([fullLockContent, JSON.stringify(lock, undefined, 4), keys].map(isFullLock)).toEqual([
    true,
    true,
    true,
  ]);
  expect([JSON.stringify(out), "{", null].map(isFullLock)).toEqual([false, false, false]);
});
