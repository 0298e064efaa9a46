import { evaluateSnapshot } from "@withhold/policy";
import type { Change, Evaluation, OrganizationSnapshot } from "@withhold/policy";
import { expect, test } from "vitest";
import { accountsText, counted, servicesText } from "./impact.js";
import { impactOf } from "./impact-of.js";

const optOutLex = JSON.stringify({ services: { lex: { opt_out_policy: { "@@assign": "optOut" } } } });

function evaluation(): Evaluation {
  const snapshot: OrganizationSnapshot = {
    version: 1,
    provenance: { source: "test", readAt: "" },
    enabledTypes: ["AISERVICES_OPT_OUT_POLICY"],
    root: { id: "r-1" },
    units: [{ id: "ou-1", name: "Work", parentId: "r-1" }],
    accounts: [
      { id: "111111111111", name: "One", parentId: "r-1" },
      { id: "222222222222", name: "Two", parentId: "ou-1" },
    ],
    policies: [{ id: "p-1", name: "Lex", type: "AISERVICES_OPT_OUT_POLICY", content: optOutLex }],
    attachments: [{ policyId: "p-1", targetId: "ou-1" }],
    attachmentOrder: "known",
    unread: [],
  };
  const result = evaluateSnapshot(snapshot);
  if (!result.ok) throw new Error(result.problem.message);
  return result.evaluation;
}

const rowsOf = (changes: readonly Change[]): readonly string[] => {
  const impact = impactOf(evaluation(), changes);
  if (!impact.ok) return [impact.message];
  return impact.rows.map(
    ({ before, after, services, accounts }) =>
      `${before} > ${after}: ${servicesText(services)} for ${accountsText(accounts)}`,
  );
};

test("disabling the type undoes what was opted out, and nothing else", () => {
  expect(rowsOf([{ kind: "type-disabled", policyType: "AISERVICES_OPT_OUT_POLICY" }])).toEqual([
    "optOut > undecided: lex for 222222222222 (Two)",
  ]);
});

test("several changes count together; what is undone comes before what is opted out", () => {
  expect(
    rowsOf([
      { kind: "policy-attached", policyId: "p-1", targetId: "111111111111" },
      { kind: "policy-detached", policyId: "p-1", targetId: "ou-1" },
    ]),
  ).toEqual([
    "optOut > undecided: lex for 222222222222 (Two)",
    "undecided > optOut: lex for 111111111111 (One)",
  ]);
});

test("a change that cannot be made says why", () => {
  expect(rowsOf([{ kind: "policy-detached", policyId: "p-1", targetId: "r-1" }])).toEqual([
    "policy `p-1` is not attached to `r-1`",
  ]);
});

test("long lists are cut, and say by how much", () => {
  expect(servicesText([{ kind: "service", key: "lex" }, { kind: "future" }], 1)).toBe("lex and 1 more");
  expect(accountsText([{ id: "1", name: "1" }])).toBe("1");
  expect(counted(1, ["account", "accounts"])).toBe("1 account");
  expect(counted(10_000, ["account", "accounts"])).toBe("10,000 accounts");
});
