// How long the questions about 100,000 accounts take: what would a change do, and who could still opt in.

import { canOverrideTree, evaluateSnapshot, whatIf } from "@withhold/policy";
import type { Change, OrganizationSnapshot } from "@withhold/policy";
import type { Figure, Measure } from "../figure.js";
import { interleaved, median, spread } from "../rounds.js";
import { sampleSnapshot } from "../sample-snapshot.js";

const name = "policy-engine";
const plan = { accounts: 100_000, units: 1000, policies: 500 };
const rounds = { count: 7, warmUps: 2 };
const size = `${plan.accounts} accounts in ${plan.units} OUs, ${plan.policies} policies, every tenth account with one of its own`;

export const policyEngine: Figure = {
  name,
  run: async () => {
    const snapshot = sampleSnapshot(plan);
    const floor = (): number => timed(() => bareWalk(snapshot));
    const change = rootDetached(snapshot);
    const differed = await interleaved(
      rounds,
      () =>
        timed(() => {
          const result = whatIf(snapshot, [change]);
          if (!result.ok || result.report.accountsAffected === 0) throw new Error("nothing flipped");
        }),
      floor,
    );
    const searched = await interleaved(
      rounds,
      () =>
        timed(() => {
          const result = evaluateSnapshot(snapshot);
          if (!result.ok) throw new Error(result.problem.message);
          const { points } = canOverrideTree(result.evaluation);
          if (points.length !== plan.units + 1) throw new Error("points are missing");
        }),
      floor,
    );
    const measure = (
      part: string,
      { ours, floor }: typeof differed,
      goal: number,
      what: string,
    ): Measure => ({
      name: `${name}: ${part}`,
      measured: { value: median(ours), unit: "ms" },
      spread: spread(ours),
      floor: { value: median(floor), unit: "ms", of: "a Map of all nodes, built and walked" },
      goal: { atMost: { value: goal, unit: "ms" } },
      rounds: rounds.count,
      what: `${what} ${size}. Code is warm, the snapshot is in memory and parsed.`,
    });
    return [
      measure(
        "what-if",
        differed,
        1000,
        "The policy of the root detached: the snapshot changed, both evaluated, every account and service compared.",
      ),
      measure(
        "can-override",
        searched,
        2000,
        "Evaluated, then every service of the catalogue at the root and at every OU, with witness or locks.",
      ),
    ];
  },
};

function rootDetached({ root, attachments }: OrganizationSnapshot): Change {
  const attachment = attachments.find(({ targetId }) => targetId === root.id);
  if (attachment === undefined) throw new Error("the root has no policy");
  return { kind: "policy-detached", ...attachment };
}

function bareWalk({ units, accounts }: OrganizationSnapshot): void {
  const parents = new Map<string, string>();
  for (const { id, parentId } of units) parents.set(id, parentId);
  for (const { id, parentId } of accounts) parents.set(id, parentId);
  let characters = 0;
  for (const [, parentId] of parents) characters += parentId.length;
  if (characters < plan.accounts) throw new Error("nodes are missing");
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
