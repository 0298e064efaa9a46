// An organization snapshot as the rules look at it: which policy stands where, and who stands below.

import { applyLevel } from "../effective-policy.js";
import type { Level } from "../level.js";
import type { Merge } from "../merge.js";
import { nothing } from "../merge.js";
import type { PolicyNode } from "../policy-node.js";
import type { OrganizationSnapshot, SnapshotPolicy } from "../snapshot/organization-snapshot.js";
import type { OptOutPolicy } from "./opt-out-policy.js";

export interface AttachedPolicy {
  readonly policy: SnapshotPolicy;
  /** Absent where the content is not there, not valid, or of another type than AI services opt-out. */
  readonly document: PolicyNode | undefined;
  readonly optOut: OptOutPolicy | undefined;
  /** Ids of the root, OUs and accounts. */
  readonly targets: readonly string[];
}

/** INVARIANT: the snapshot holds together, so that parents lead to the root. */
export class LintedOrganization {
  readonly snapshot: OrganizationSnapshot;
  /** Every policy, attached or not, in the order of the snapshot. */
  readonly policies: readonly AttachedPolicy[];
  readonly policyIds: ReadonlySet<string>;
  readonly accountIds: ReadonlySet<string>;
  readonly #parents: ReadonlyMap<string, string>;
  readonly #children: ReadonlyMap<string, readonly string[]>;
  readonly #levels = new Map<string, Level>();
  readonly #merges = new Map<string, Merge>();
  readonly #isCertain: boolean;

  constructor(snapshot: OrganizationSnapshot, policies: readonly AttachedPolicy[]) {
    const below = [...snapshot.units, ...snapshot.accounts];
    this.snapshot = snapshot;
    this.policies = policies;
    this.policyIds = new Set(policies.map(({ policy }) => policy.id));
    this.accountIds = new Set(snapshot.accounts.map(({ id }) => id));
    this.#parents = new Map(below.map(({ id, parentId }) => [id, parentId]));
    this.#children = grouped(below, ({ parentId, id }) => [parentId, id]);
    const optOut = new Map(
      policies
        .filter(({ policy }) => policy.type === "AISERVICES_OPT_OUT_POLICY")
        .map((attached) => [attached.policy.id, attached]),
    );
    this.#isCertain = snapshot.unread.length === 0;
    const byTarget = grouped(snapshot.attachments, ({ policyId, targetId }) => [
      targetId,
      optOut.get(policyId),
    ]);
    for (const [id, attached] of byTarget) {
      const level = attached.flatMap(({ policy, document }) =>
        document === undefined ? [] : [{ id: policy.id, document }],
      );
      const isOrdered = attached.length < 2 || snapshot.attachmentOrder === "known";
      if (level.length < attached.length || !isOrdered) this.#isCertain = false;
      this.#levels.set(id, { id, policies: level });
    }
  }

  /**
   * Whether the merges of all accounts below the policy's targets stand the test, once with its document and once with
   * another. Undefined where nobody knows: something is unread or not valid, or the order of attachment may matter.
   */
  isSameWith(
    { policy, targets }: AttachedPolicy,
    document: PolicyNode,
    isSame: (before: Merge, after: Merge) => boolean,
  ): boolean | undefined {
    if (!this.#isCertain) return undefined;
    const replaced = (level: Level): Level => ({
      ...level,
      policies: level.policies.map((one) => (one.id === policy.id ? { ...one, document } : one)),
    });
    const below = (id: string, before: Merge, after: Merge): boolean => {
      const level = this.#levels.get(id);
      const now = level === undefined ? before : applyLevel(before, level);
      const then = level === undefined ? after : applyLevel(after, replaced(level));
      if (this.accountIds.has(id)) return isSame(now, then);
      let isSameHere: boolean | undefined;
      return (this.#children.get(id) ?? []).every((child) =>
        // Accounts without policies of their own have what their parent has.
        this.accountIds.has(child) && !this.#levels.has(child)
          ? (isSameHere ??= isSame(now, then))
          : below(child, now, then),
      );
    };
    return this.#topmost(targets).every((id) => {
      const inherited = this.#inheritedBy(id);
      return below(id, inherited, inherited);
    });
  }

  /** Without those that stand below another. */
  #topmost(targets: readonly string[]): readonly string[] {
    const all = new Set(targets);
    return targets.filter((target) => {
      for (let id = this.#parents.get(target); id !== undefined; id = this.#parents.get(id)) {
        if (all.has(id)) return false;
      }
      return true;
    });
  }

  #inheritedBy(id: string): Merge {
    const parent = this.#parents.get(id);
    if (parent === undefined) return nothing;
    let merge = this.#merges.get(parent);
    if (merge === undefined) {
      const above = this.#inheritedBy(parent);
      const level = this.#levels.get(parent);
      merge = level === undefined ? above : applyLevel(above, level);
      this.#merges.set(parent, merge);
    }
    return merge;
  }
}

/** In the order of the items; those without a value are left out. */
export function grouped<Item, Value>(
  items: readonly Item[],
  entry: (item: Item) => readonly [string, Value | undefined],
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const item of items) {
    const [key, value] = entry(item);
    if (value === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
