import { aiOptOutType, evaluateSnapshot } from "@withhold/policy";
import type { Evaluation, OrganizationSnapshot } from "@withhold/policy";
import { describe, expect, it } from "vitest";
import { catalogueWith, policyImpact } from "./policy-impact.js";
import type { Plan } from "./policy-impact.js";

const optOut = (key: string) =>
  JSON.stringify({ services: { [key]: { opt_out_policy: { "@@assign": "optOut" } } } });

const organization: OrganizationSnapshot = {
  version: 1,
  provenance: { source: "test", readAt: "2026-11-24T12:00:00Z" },
  enabledTypes: [aiOptOutType],
  root: { id: "r-1" },
  units: [{ id: "ou-1", name: "Labs", parentId: "r-1" }],
  accounts: [
    { id: "1", name: "Main", parentId: "r-1" },
    { id: "2", name: "Lab", parentId: "ou-1" },
  ],
  policies: [{ id: "p-1", name: "Lex", type: aiOptOutType, content: optOut("lex") }],
  attachments: [{ policyId: "p-1", targetId: "ou-1" }],
  attachmentOrder: "known",
  unread: [],
};

function evaluated(snapshot: OrganizationSnapshot = organization): Evaluation {
  const result = evaluateSnapshot(snapshot);
  if (!result.ok) throw new Error(result.problem.message);
  return result.evaluation;
}

function impact(plan: Plan, evaluation = evaluated()) {
  const result = policyImpact(evaluation, plan);
  if (!result.ok) throw new Error(result.message);
  return result.impact;
}

describe("policyImpact", () => {
  it("counts accounts times services in each direction", () => {
    const { directions, report } = impact({ kind: "create", content: optOut("lex"), targetId: "r-1" });
    expect(directions).toEqual([
      {
        before: "undecided",
        after: "optOut",
        pairs: 1,
        accounts: [{ id: "1", name: "Main" }],
        services: [{ row: { kind: "service", key: "lex", name: "Amazon Lex" }, accounts: 1 }],
      },
    ]);
    expect(report.deletions).toMatchObject([{ certainty: "yes", accounts: [{ id: "1" }] }]);
  });

  it("tells both directions where an update turns some services the one way and some the other", () => {
    const { directions } = impact({ kind: "update", policyId: "p-1", content: optOut("polly") });
    expect(directions.map(({ before, after, pairs }) => [before, after, pairs])).toEqual([
      ["optOut", "undecided", 1],
      ["undecided", "optOut", 1],
    ]);
  });

  it("does not count services that nobody can name yet", () => {
    const [direction] = impact({ kind: "create", content: optOut("default"), targetId: "ou-1" }).directions;
    // Lex is opted out already.
    expect(direction?.pairs).toBe(catalogueWith("{}").size - 1);
    expect(direction?.services.map(({ row }) => row.kind)).toContain("future");
  });

  it("looks below the target for who could still opt in", () => {
    const open = impact({ kind: "create", content: optOut("default"), targetId: "r-1" });
    expect(open.overrides[0]?.answers.every(({ verdict }) => verdict === "reachable")).toBe(true);
    const lock = { "@@operators_allowed_for_child_policies": ["@@none"] };
    const closed = JSON.stringify({
      services: { ...lock, default: { ...lock, opt_out_policy: { ...lock, "@@assign": "optOut" } } },
    });
    const { overrides } = impact({ kind: "create", content: closed, targetId: "r-1" });
    expect(overrides[0]?.answers.some(({ verdict }) => verdict === "reachable")).toBe(false);
  });

  it("looks at the targets that a policy has, and at one more", () => {
    const update = { kind: "update", policyId: "p-1", content: optOut("polly") } as const;
    expect(impact(update).overrides.map(({ point }) => point.id)).toEqual(["ou-1"]);
    expect(impact({ ...update, targetId: "r-1" }).overrides.map(({ point }) => point.id)).toEqual([
      "ou-1",
      "r-1",
    ]);
    expect(impact({ ...update, targetId: "ou-1" }).overrides).toHaveLength(1);
  });

  it("says what would hold once the type is enabled", () => {
    const disabled = evaluated({ ...organization, enabledTypes: [], attachments: [] });
    const { assumesEnabled, directions } = impact(
      { kind: "create", content: optOut("lex"), targetId: "r-1" },
      disabled,
    );
    expect(assumesEnabled).toBe(true);
    expect(directions[0]?.pairs).toBe(2);
  });

  it("takes a service that the server may know, and refuses what no server takes", () => {
    expect(
      impact({ kind: "create", content: optOut("acme-summaries"), targetId: "r-1" }).directions[0]?.pairs,
    ).toBe(2);
    expect(
      policyImpact(evaluated(), { kind: "create", content: optOut("Not A Key"), targetId: "r-1" }).ok,
    ).toBe(false);
    expect(policyImpact(evaluated(), { kind: "create", content: "{", targetId: "r-1" }).ok).toBe(false);
  });
});
