// Organizations to draw: a small tree, policies of the grammar, attached anywhere.

import fc from "fast-check";
import { drawnPolicy, grammarText } from "../can-override/grammar.fixture.js";
import type { OrganizationSnapshot, SnapshotPolicy } from "../snapshot/organization-snapshot.js";
import { evaluateSnapshot } from "./evaluate-snapshot.js";
import type { Evaluation } from "./evaluation.js";

const type = "AISERVICES_OPT_OUT_POLICY";
/** A tree of three levels of OUs, and eight accounts spread over it. */
export const nodes = ["root", "ou-1", "ou-2", "ou-3", "ou-4"];
export const accounts = Array.from({ length: 8 }, (_, index) => `account-${index}`);

export const drawnSnapshot: fc.Arbitrary<OrganizationSnapshot> = fc
  .record({
    contents: fc.array(drawnPolicy.map(grammarText), { minLength: 1, maxLength: 5 }),
    attached: fc.array(fc.tuple(fc.nat(4), fc.constantFrom(...nodes, ...accounts)), { maxLength: 10 }),
    parents: fc.tuple(fc.nat(0), fc.nat(1), fc.nat(2), fc.nat(3)),
    homes: fc.array(fc.constantFrom(...nodes), { minLength: 8, maxLength: 8 }),
  })
  .map(({ contents, attached, parents, homes }) => {
    const policies = contents.map((content, index): SnapshotPolicy => {
      const id = `p-${index}`;
      return { id, name: id, type, content };
    });
    const pairs = new Map(
      attached
        .filter(([policy]) => policy < policies.length)
        .map(([policy, targetId]) => [`${policy} ${targetId}`, { policyId: `p-${policy}`, targetId }]),
    );
    return {
      version: 1,
      provenance: { source: "drawn", readAt: "2026-01-01T00:00:00Z" },
      root: { id: "root" },
      units: nodes
        .slice(1)
        .map((id, index) => ({ id, name: id, parentId: nodes[parents[index] ?? 0] ?? "root" })),
      accounts: accounts.map((id, index) => ({ id, name: id, parentId: homes[index] ?? "root" })),
      policies,
      attachments: [...pairs.values()],
      attachmentOrder: "known",
      unread: [],
    };
  });

/** Throws where the snapshot does not hold together. */
export function evaluated(snapshot: OrganizationSnapshot): Evaluation {
  const result = evaluateSnapshot(snapshot);
  if (!result.ok) throw new Error(result.problem.message);
  return result.evaluation;
}
