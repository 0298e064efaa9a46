// The answer by trying everything: every child policy of the grammar, and every pair of them one below the other.

import { applyLevel } from "../effective-policy.js";
import type { Merge } from "../merge.js";
import { choiceFor } from "../opt-out-choice.js";
import { readValidPolicy } from "../parse-policy.js";
import type { PolicyNode } from "../policy-node.js";
import { everyPolicy, grammarSize, grammarText, namedEntries, unnamedService } from "./grammar.fixture.js";

export const services = ["lex", "polly", unnamedService];
const keys = [...namedEntries, unnamedService];

interface Child {
  readonly size: number;
  readonly hasLock: boolean;
  readonly document: PolicyNode;
}

function children(entriesMax: 1 | 2): readonly Child[] {
  return everyPolicy(keys, entriesMax)
    .map((policy) => {
      const text = grammarText(policy);
      return { size: grammarSize(policy), hasLock: text.includes("@@none"), document: readValidPolicy(text) };
    })
    .toSorted((a, b) => a.size - b.size);
}

const large = children(2);
const small = children(1);
/** What stands lowest binds nobody: the first level below has shown that with every lock there is. */
const lowest = large.filter(({ hasLock }) => !hasLock);

/** How often a policy was tried on a merge, or remembered. */
export const tally = { tried: 0 };

export interface Reach {
  /** By service: the size of the smallest policy that opts it in; absent where none does. */
  readonly smallest: ReadonlyMap<string, number>;
  /** The services that some two levels of policies opt in. */
  readonly inTwo: ReadonlySet<string>;
}

const known = new Map<string, Reach>();

/** Two merges of one key behave alike: all that a level below can see of them is in it. */
function keyOf(merge: Merge): string {
  const at = (node: Merge | undefined): string =>
    node === undefined
      ? "-"
      : `${String(node.value)}${node.allowed}(${Array.from(node.members, ([key, member]) => key + at(member))
          .toSorted()
          .join()})`;
  return at(merge);
}

export function reachBelow(merge: Merge): Reach {
  const key = keyOf(merge);
  let reach = known.get(key);
  if (reach === undefined) known.set(key, (reach = tryAll(merge)));
  tally.tried += large.length + small.length * lowest.length;
  return reach;
}

const optInsByKey = new Map<string, ReadonlySet<string>>();

function tryAll(merge: Merge): Reach {
  const smallest = new Map<string, number>();
  for (const { size, document } of large) {
    if (smallest.size === services.length) break;
    const after = applyLevel(merge, { id: "below", policies: [{ id: "child", document }] });
    for (const service of services) {
      if (!smallest.has(service) && choiceFor(after, service).choice === "optIn") smallest.set(service, size);
    }
  }
  // Whatever one policy opts in, two levels do; only the rest has to be tried.
  const inTwo = new Set(smallest.keys());
  for (const { document } of small) {
    if (inTwo.size === services.length) break;
    const after = applyLevel(merge, { id: "below", policies: [{ id: "child", document }] });
    for (const service of optInsBelow(after)) inTwo.add(service);
  }
  return { smallest, inTwo };
}

function optInsBelow(merge: Merge): ReadonlySet<string> {
  const key = keyOf(merge);
  let found = optInsByKey.get(key);
  if (found === undefined) {
    const optIns = new Set<string>();
    for (const { document } of lowest) {
      const after = applyLevel(merge, { id: "further", policies: [{ id: "grandchild", document }] });
      for (const service of services) if (choiceFor(after, service).choice === "optIn") optIns.add(service);
    }
    optInsByKey.set(key, (found = optIns));
  }
  return found;
}
