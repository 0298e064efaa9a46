import { describe, expect, test } from "vitest";
import { lock } from "../chain.fixture.js";
import { evaluated } from "../evaluation/drawn-snapshot.fixture.js";
import { serviceRow } from "../evaluation/service-row.js";
import type { ServiceRow } from "../evaluation/service-row.js";
import { aiOptOutCharactersMax } from "../parse-policy.js";
import type { OrganizationSnapshot } from "../snapshot/organization-snapshot.js";
import { chainAccountId, snapshotOfChain } from "../snapshot/snapshot-of-chain.js";
import { canOverride, canOverrideTree } from "./can-override.js";
import type { OverrideAnswer, OverrideReport, Remedy } from "./override-answer.js";
import { overrideText, remedyText } from "./override-text.js";
import { findRemedy } from "./remedy.js";

const provenance = { source: "files", readAt: "2026-01-01T00:00:00Z" };
const none = { [lock]: ["@@none"] };
const out = { opt_out_policy: { "@@assign": "optOut" } };
const outLocked = { opt_out_policy: { ...none, "@@assign": "optOut" } };
const optedIn = { opt_out_policy: { "@@assign": "optIn" } };
const everything = { ...none, default: { ...none, ...outLocked } };
const future: ServiceRow = { kind: "future" };

function snapshot(...levels: readonly (readonly object[])[]): OrganizationSnapshot {
  const named = levels.map((level, depth) =>
    level.map((services, index) => ({ name: `p-${depth}-${index}`, content: JSON.stringify({ services }) })),
  );
  return snapshotOfChain(named, provenance);
}

function report(of: OrganizationSnapshot, point: string, ...rows: readonly ServiceRow[]): OverrideReport {
  const result = canOverride(evaluated(of), point, rows);
  if (!result.ok) throw new Error(result.message);
  return result.report;
}

function answer(
  of: OrganizationSnapshot,
  point: string,
  row: string | ServiceRow,
): OverrideAnswer | undefined {
  return report(of, point, typeof row === "string" ? serviceRow(row) : row).answers[0];
}

function remedy(of: OrganizationSnapshot, point: string, ...rows: readonly ServiceRow[]): Remedy {
  const result = findRemedy(evaluated(of), point, rows.length === 0 ? undefined : rows);
  if (!result.ok) throw new Error(result.message);
  return result.remedy;
}

describe("the border", () => {
  const chain = snapshot([{ default: out }], [everything], [{ lex: optedIn }]);

  test("runs beneath the policies of the root or of an OU, and above an account's own", () => {
    expect(answer(chain, "root", "lex")?.verdict).toBe("reachable");
    expect(answer(chain, "ou-1", "lex")?.verdict).toBe("impossible");
    expect(answer(chain, chainAccountId, "lex")?.verdict).toBe("impossible");
    const given = (point: string): unknown => report(chain, point).given.map(({ id }) => id);
    expect([given("root"), given("ou-1"), given(chainAccountId)]).toEqual([
      ["root"],
      ["root", "ou-1"],
      ["root", "ou-1"],
    ]);
  });

  test("does not trust what stands below it: that may be detached", () => {
    const shielded = snapshot([{ default: out }], [{ lex: outLocked }]);
    expect(answer(shielded, "root", "lex")?.verdict).toBe("reachable");
    expect(answer(shielded, chainAccountId, "lex")?.verdict).toBe("reachable");
  });

  test("is that of a node of the snapshot", () => {
    const message = "no root, OU or account `x` in the snapshot";
    expect(canOverride(evaluated(chain), "x")).toEqual({ ok: false, message });
    expect(findRemedy(evaluated(chain), "x")).toEqual({ ok: false, message });
  });

  test("is every node's for the whole tree, with a count of accounts", () => {
    const { points, summary } = canOverrideTree(evaluated(chain), [serviceRow("lex"), future]);
    expect(points.map(({ point, answers }) => [point.id, ...answers.map(({ verdict }) => verdict)])).toEqual([
      ["root", "reachable", "reachable"],
      ["ou-1", "impossible", "impossible"],
    ]);
    expect(summary.map(({ accounts }) => accounts)).toEqual([
      { reachable: 0, impossible: 1, undetermined: 0 },
      { reachable: 0, impossible: 1, undetermined: 0 },
    ]);
  });
});

describe("a service that AWS may add later", () => {
  test("is reached through `default`, or by its own key once it has one", () => {
    expect(answer(snapshot([{ default: out }], []), "root", future)?.witness).toMatchObject({
      content: '{"services":{"default":{"opt_out_policy":{"@@assign":"optIn"}}}}',
      entry: "default",
    });
    expect(
      answer(snapshot([{ default: { ...none, ...outLocked } }], []), "root", future)?.witness,
    ).toMatchObject({
      content: '{"services":{"service-to-come":{"opt_out_policy":{"@@assign":"optIn"}}}}',
      standsInFor: "service-to-come",
    });
  });

  test("differs from one that policies can name today", () => {
    const witness = answer(snapshot([{ default: outLocked }], []), "root", { kind: "unnamed" })?.witness;
    expect(witness?.content).toBe('{"services":{"aidevops":{"opt_out_policy":{"@@assign":"optIn"}}}}');
    expect(witness).not.toHaveProperty("standsInFor");
  });
});

describe("what holds above", () => {
  test("an opt-in above needs nothing below", () => {
    expect(
      answer(
        snapshot([{ default: { opt_out_policy: { ...none, "@@assign": "optIn" } } }], []),
        "root",
        "lex",
      ),
    ).toMatchObject({
      verdict: "reachable",
      choiceAbove: "optIn",
      witness: { needsNothing: true },
    });
  });

  test("no choice that nobody can make is no opt-out, and the text says so", () => {
    const bare = snapshot([{ ...none, lex: outLocked }], []);
    expect(answer(bare, "root", "polly")).toMatchObject({ verdict: "impossible", choiceAbove: "undecided" });
    expect(overrideText(report(bare, "root", serviceRow("polly")))).toContain("This is no opt-out.");
  });

  test("while the type is disabled nothing counts, and everything is open once it is enabled", () => {
    const disabled: OrganizationSnapshot = { ...snapshot([everything], []), enabledTypes: [] };
    expect(answer(disabled, "root", "lex")).toMatchObject({ verdict: "reachable", choiceAbove: "undecided" });
    expect(overrideText(report(disabled, "root", serviceRow("lex")))).toContain(
      "The policy type is not enabled",
    );
    expect(findRemedy(evaluated(disabled), "root")).toMatchObject({
      ok: false,
      message: expect.stringContaining("enable it first"),
    });
  });
});

describe("what is in doubt", () => {
  const hide = (of: OrganizationSnapshot, index: number): OrganizationSnapshot => ({
    ...of,
    policies: of.policies.map((policy, at) => (at === index ? { ...policy, content: null } : policy)),
  });

  test("leaves open what it could close or open", () => {
    const unread = hide(snapshot([everything, { lex: out }], []), 0);
    expect(answer(unread, "root", "polly")).toMatchObject({
      verdict: "undetermined",
      doubts: [{ kind: "unread" }],
    });
    expect(overrideText(report(unread, "root", serviceRow("polly")))).toContain("- the content of policy");
  });

  test("does not matter under locks that hold anyway, nor below the border", () => {
    expect(answer(hide(snapshot([everything], [{ lex: optedIn }], []), 1), "ou-1", "lex")?.verdict).toBe(
      "impossible",
    );
    expect(answer(hide(snapshot([{ default: out }], [{ lex: outLocked }]), 1), "root", "lex")?.verdict).toBe(
      "reachable",
    );
  });
});

describe("a remedy", () => {
  test("adds the one lock that is missing, where a policy has room for it", () => {
    const { edits, changes, reaches } = remedy(
      snapshot([{ ...none, default: { ...none, ...out } }], []),
      "root",
    );
    expect(edits).toEqual(["lock `opt_out_policy` of `default`, so that no policy below changes it"]);
    expect(changes).toEqual([
      { kind: "policy-updated", policyId: "policy-1", content: JSON.stringify({ services: everything }) },
    ]);
    expect(reaches.map(({ id }) => id)).toEqual(["root"]);
  });

  test("closes one service by its own entry", () => {
    const { edits } = remedy(snapshot([{ default: out }], []), "root", serviceRow("lex"));
    expect(edits).toEqual([
      "set `opt_out_policy` of `lex` to `optOut`",
      "lock `opt_out_policy` of `lex`, so that no policy below changes it",
    ]);
  });

  test("ends an exception that is made at or above the point", () => {
    const { changes, edits } = remedy(
      snapshot([{ lex: optedIn }, everything], []),
      "root",
      serviceRow("lex"),
    );
    expect(changes).toMatchObject([{ kind: "policy-updated", policyId: "policy-1" }]);
    expect(edits).toHaveLength(2);
  });

  test("changes the policy nearest to the point", () => {
    const chain = snapshot([{ default: outLocked }], [{ default: out }], []);
    expect(remedy(chain, "ou-1").changes).toMatchObject([{ policyId: "policy-2" }]);
  });

  test("keeps the manner of the text, and gives it up for room", () => {
    const written = (services: object): string => {
      const content = JSON.stringify({ services: { default: out, ...services } }, undefined, 2);
      const [change] = remedy(
        snapshotOfChain([[{ name: "p", content }], []], provenance),
        "root",
        future,
      ).changes;
      return change?.kind === "policy-updated" ? change.content : "";
    };
    expect(written({})).toContain('\n  "services": {\n');
    const crowded: object = Object.fromEntries(
      fullKeys()
        .slice(0, 26)
        .map((key) => [key, out]),
    );
    expect(written(crowded)).toMatch(/^\{"services":\{/);
  });

  test("is a new policy where none may be changed, or none has room", () => {
    expect(remedy(snapshot([], []), "root").changes).toMatchObject([
      { kind: "policy-created", policy: { id: "new-policy" } },
      { kind: "policy-attached", policyId: "new-policy", targetId: "root" },
    ]);
    const services = Object.fromEntries(fullKeys().map((key) => [key, out]));
    const crowded = snapshot([{ default: outLocked, ...services }], []);
    expect(crowded.policies[0]?.content?.length).toBeGreaterThan(aiOptOutCharactersMax - 40);
    expect(remedy(crowded, "root", future).changes).toMatchObject([
      { kind: "policy-created" },
      { kind: "policy-attached" },
    ]);
  });

  test("is nothing where nothing is open", () => {
    expect(remedy(snapshot([everything], []), "root")).toMatchObject({ changes: [], edits: [] });
    expect(remedyText(remedy(snapshot([everything], []), "root"))).toContain("Nothing to close");
  });

  test("is refused where no one change is enough", () => {
    const five = [optedIn, optedIn, optedIn, optedIn, optedIn].map((lex) => ({ lex }));
    const hidden: OrganizationSnapshot = {
      ...snapshot(five, []),
      policies: snapshot(five, []).policies.map((policy) => ({ ...policy, content: null })),
    };
    expect(findRemedy(evaluated(hidden), "root")).toMatchObject({
      ok: false,
      message: expect.stringContaining("no change to one policy"),
    });
  });
});

/** As many services as fill a policy. */
function fullKeys(): readonly string[] {
  return Array.from({ length: 44 }, (_, index) => `service-${String(index).padStart(2, "0")}`);
}

test("reads as sentences", () => {
  const chain = snapshot([{ ...none, default: outLocked, lex: out }], []);
  const rows = [serviceRow("lex"), serviceRow("polly"), future];
  expect(overrideText(report(chain, "root", ...rows))).toMatchInlineSnapshot(`
    "Yes: whoever may attach policies below the root can opt in lex (Amazon Lex).
    This policy does it, attached to an account below with nothing else (evaluated, 60 characters):
    {"services":{"lex":{"opt_out_policy":{"@@assign":"optIn"}}}}

    No: nobody below the root can opt in polly (Amazon Polly).
    By the service's own key: policy "p-0-0" (line 1) at the root locks \`$.services\` for every policy below.
    Through \`default\`: policy "p-0-0" (line 1) at the root locks \`$.services.default.opt_out_policy\` for every policy below.

    No: nobody below the root can opt in services that AWS may add later.
    By the service's own key: policy "p-0-0" (line 1) at the root locks \`$.services\` for every policy below.
    Through \`default\`: policy "p-0-0" (line 1) at the root locks \`$.services.default.opt_out_policy\` for every policy below.
    "
  `);
  expect(overrideText(report(chain, chainAccountId, serviceRow("lex")))).toMatchInlineSnapshot(`
    "Yes: whoever may attach policies to account account can opt in lex (Amazon Lex).
    This policy does it, attached to the account with nothing else (evaluated, 60 characters):
    {"services":{"lex":{"opt_out_policy":{"@@assign":"optIn"}}}}
    "
  `);
  expect(remedyText(remedy(chain, "root"))).toMatchInlineSnapshot(`
    "To close it, change policy policy-1, which is attached to the root:
    - lock \`opt_out_policy\` of \`lex\`, so that no policy below changes it
    Evaluated: after that nobody below can opt in. The policy then reads (268 characters):
    {"services":{"@@operators_allowed_for_child_policies":["@@none"],"default":{"opt_out_policy":{"@@operators_allowed_for_child_policies":["@@none"],"@@assign":"optOut"}},"lex":{"opt_out_policy":{"@@operators_allowed_for_child_policies":["@@none"],"@@assign":"optOut"}}}}
    "
  `);
});
