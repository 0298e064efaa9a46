// A snapshot under construction: readers add what they find in any order, and what nobody could read is told at the end.

import { isMergeable } from "@withhold/policy";
import type {
  OrganizationSnapshot,
  PolicyOrigin,
  SnapshotAccount,
  SnapshotAttachment,
  SnapshotPolicy,
  SnapshotUnit,
  Unread,
} from "@withhold/policy";
import { unresolved } from "./resolution.js";
import type { Resolution } from "./resolution.js";

/** What readers call the root before, or without, knowing its id. */
export const rootPlaceholder = "root";

const rootId = /^r-[0-9a-z]{4,32}$/;
const unitId = /^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/;
const accountId = /^\d{12}$/;
/** Policies that AWS attaches everywhere by itself; both of types that do not merge. */
const awsPolicies: ReadonlySet<string> = new Set(["p-FullAWSAccess", "p-RCPFullAWSAccess"]);

interface PolicyDraft {
  readonly id: string;
  readonly name: string;
  readonly type: Resolution;
  readonly content: Resolution;
  readonly origin: PolicyOrigin | undefined;
}

interface NodeDraft {
  readonly id: string;
  readonly name: string;
  readonly parent: Resolution;
}

interface AttachmentDraft {
  readonly policy: Resolution;
  readonly target: Resolution;
  /** Why it may not be there. */
  readonly doubt: string | undefined;
}

export class SnapshotDraft {
  readonly #source: string;
  readonly #roots = new Set<string>();
  readonly #units = new Map<string, NodeDraft>();
  readonly #accounts = new Map<string, NodeDraft>();
  readonly #policies = new Map<string, PolicyDraft>();
  readonly #attachments: AttachmentDraft[] = [];
  readonly #unread: Unread[] = [];
  readonly #known: {
    organizationId?: string;
    managementAccountId?: string;
    enabledTypes?: readonly string[];
  } = {};

  /** `source`: the input as the user named it. */
  constructor(source: string) {
    this.#source = source;
  }

  root(id: string): void {
    if (id !== rootPlaceholder) this.#roots.add(id);
  }

  organization(known: {
    readonly organizationId?: string;
    readonly managementAccountId?: string;
    readonly enabledTypes?: readonly string[];
  }): void {
    Object.assign(this.#known, known);
  }

  unit(id: string, name: string, parent: Resolution): void {
    this.#add(this.#units, { id, name, parent: named(parent) });
  }

  account(id: string, name: string, parent: Resolution): void {
    this.#add(this.#accounts, { id, name, parent: named(parent) });
  }

  /** Whether a policy of the type was added, or one that may be of it. */
  mayHold(type: string): boolean {
    return Array.from(this.#policies.values()).some(
      (policy) => !policy.type.known || policy.type.value === type,
    );
  }

  policy(policy: PolicyDraft): void {
    if (!this.#policies.has(policy.id))
      this.#policies.set(policy.id, { ...policy, type: named(policy.type) });
  }

  /** The order of calls is the order of attachment, where the input has one. */
  attach(policy: Resolution, target: Resolution, doubt?: string): void {
    this.#attachments.push({ policy: named(policy), target: named(target), doubt });
  }

  unread(entry: Unread): void {
    this.#unread.push(entry);
  }

  /** `readAt`: ISO 8601 in UTC. */
  finish(readAt: string, attachmentOrder: OrganizationSnapshot["attachmentOrder"]): OrganizationSnapshot {
    const root = this.#settleRoot();
    this.#settleNames(root);
    const attachments = this.#settleAttachments(root);
    const accounts = Array.from(this.#accounts.values(), (node) => this.#placed(node, "account", root));
    const units = Array.from(this.#units.values(), (node) => this.#placed(node, "OU", root));
    return {
      version: 1,
      provenance: { source: this.#source, readAt },
      ...this.#known,
      root: { id: root },
      units: this.#withoutCycles(this.#withStrangers(units, accounts, root), root),
      accounts,
      policies: this.#settlePolicies(),
      attachments,
      attachmentOrder,
      unread: this.#unread,
    };
  }

  #settleRoot(): string {
    for (const { parent } of [...this.#units.values(), ...this.#accounts.values()])
      if (parent.known && rootId.test(parent.value)) this.#roots.add(parent.value);
    for (const { target } of this.#attachments)
      if (target.known && rootId.test(target.value)) this.#roots.add(target.value);
    const [root = rootPlaceholder, ...others] = this.#roots;
    if (others.length > 0) {
      const named = [root, ...others].map((id) => `\`${id}\``).join(", ");
      this.unread({
        what: "which root this is about",
        why: `the input names ${named}; an organization has one`,
      });
    }
    return root;
  }

  /** The first who says it wins, unless only a later one knows the place. */
  #add(nodes: Map<string, NodeDraft>, node: NodeDraft): void {
    const before = nodes.get(node.id);
    if (node.id === "") this.unread({ what: `\`${node.name}\``, why: "the input has an empty id for it" });
    else if (before === undefined || (!before.parent.known && node.parent.known)) nodes.set(node.id, node);
  }

  /** No two nodes have one id, and nothing stands below an account. */
  #settleNames(root: string): void {
    for (const nodes of [this.#units, this.#accounts]) {
      for (const [id, { name, parent }] of nodes) {
        const isTaken = id === root || (nodes === this.#units && this.#accounts.has(id));
        if (isTaken) nodes.delete(id);
        if (isTaken)
          this.unread({ what: `which of two things \`${id}\` is`, why: "the input has two of that id" });
        else if (parent.known && this.#accounts.has(parent.value))
          nodes.set(id, { id, name, parent: unresolved(`\`${parent.value}\`, above it, is an account`) });
      }
    }
  }

  #nodeId(id: string, root: string): string {
    return id === rootPlaceholder || this.#roots.has(id) ? root : id;
  }

  #placed({ id, name, parent }: NodeDraft, kind: string, root: string): SnapshotUnit & SnapshotAccount {
    if (parent.known) return { id, name, parentId: this.#nodeId(parent.value, root) };
    this.unread({ what: `where ${kind} \`${name}\` stands`, why: parent.why, about: id });
    return { id, name, parentId: root };
  }

  #settlePolicies(): readonly SnapshotPolicy[] {
    return Array.from(this.#policies.values()).flatMap(({ id, name, type, content, origin }) => {
      if (!type.known) return [];
      if (!content.known)
        this.unread({ what: `the content of policy \`${name}\``, why: content.why, about: id });
      const text = content.known ? content.value : null;
      return [{ id, name, type: type.value, content: text, ...(origin === undefined ? {} : { origin }) }];
    });
  }

  #settleAttachments(root: string): readonly SnapshotAttachment[] {
    const settled = new Map<string, SnapshotAttachment>();
    for (const attachment of this.#attachments) {
      const { policy, target } = attachment;
      if (policy.known && awsPolicies.has(policy.value)) continue;
      const policyId = policy.known ? policy.value : undefined;
      const why = this.#whyUnattached(attachment);
      if (!target.known) {
        const what = `where ${this.#policyName(policyId)} is attached`;
        this.unread({ what, why: why ?? target.why, ...(policyId === undefined ? {} : { about: policyId }) });
        continue;
      }
      const targetId = this.#nodeId(target.value, root);
      if (targetId !== root) this.#meet(targetId);
      if (policyId !== undefined && why === undefined) {
        settled.set(`${policyId} ${targetId}`, { policyId, targetId });
        continue;
      }
      const what = `whether ${this.#policyName(policyId)} is attached to \`${targetId}\``;
      // A policy that merges with nothing can change no answer, wherever it is attached.
      const about = policyId !== undefined && this.#isOfOtherKind(policyId) ? policyId : targetId;
      this.unread({ what, why: why ?? "", about });
    }
    return Array.from(settled.values());
  }

  /** `undefined` where nothing stands in the way. */
  #whyUnattached({ policy, target, doubt }: AttachmentDraft): string | undefined {
    if (!policy.known) return policy.why;
    if (!target.known) return target.why;
    const type = this.#policies.get(policy.value)?.type;
    if (type === undefined) return "the input names it and does not describe it";
    return type.known ? doubt : `its type is not known: ${type.why}`;
  }

  #isOfOtherKind(policyId: string): boolean {
    const type = this.#policies.get(policyId)?.type;
    return type?.known === true && !isMergeable(type.value);
  }

  #policyName(id: string | undefined): string {
    return id === undefined ? "a policy" : `policy \`${this.#policies.get(id)?.name ?? id}\``;
  }

  /** A target that the input does not describe stands somewhere all the same. */
  #meet(id: string): void {
    if (this.#units.has(id) || this.#accounts.has(id)) return;
    const why = "the input names it and does not describe it";
    if (accountId.test(id)) this.account(id, id, unresolved(why));
    else this.unit(id, id, unresolved(why));
  }

  /** With the parents that nobody described. */
  #withStrangers(
    units: readonly SnapshotUnit[],
    accounts: readonly SnapshotAccount[],
    root: string,
  ): readonly SnapshotUnit[] {
    const known = new Set([root, ...units.map(({ id }) => id)]);
    const strangers = new Set(
      [...units, ...accounts].map(({ parentId }) => parentId).filter((id) => !known.has(id)),
    );
    const added = Array.from(strangers, (id): SnapshotUnit => {
      const why = unitId.test(id)
        ? "the input names it and does not describe it"
        : `\`${id}\` is no OU of the input`;
      this.unread({ what: `where OU \`${id}\` stands, and what is attached to it`, why, about: id });
      return { id, name: id, parentId: root };
    });
    return [...units, ...added];
  }

  #withoutCycles(units: readonly SnapshotUnit[], root: string): readonly SnapshotUnit[] {
    const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
    return units.map((unit) => {
      const seen = new Set<string>();
      for (let at: string | undefined = unit.id; at !== undefined && at !== root; at = parents.get(at)) {
        if (!seen.has(at)) {
          seen.add(at);
          continue;
        }
        parents.set(unit.id, root);
        const why = "the input puts it below itself";
        this.unread({ what: `where OU \`${unit.name}\` stands`, why, about: unit.id });
        return { ...unit, parentId: root };
      }
      return unit;
    });
  }
}

/** An empty word names nothing. */
function named(resolution: Resolution): Resolution {
  return resolution.known && resolution.value === ""
    ? unresolved("the input has an empty word there")
    : resolution;
}
