// The effective policies of all accounts of an organization at once, brought up to date by what changed.

import { applyLevel, effectiveDocument } from "@withhold/policy";
import type { MergeablePolicyType } from "@withhold/policy";
import { levelOf, mergeAt } from "./effective-policies.js";
import type { Organization } from "./state/organization.js";
import type { Mark } from "./state/touched-nodes.js";
import type { MemberAccount, TreeNode } from "./state/tree-node.js";

/**
 * Effective policies as JSON text, undefined for an account that has none. Accounts without policies of their own
 * share the text of their parent; only the others have an entry here, so that most of 100,000 accounts cost nothing.
 */
export class EffectiveTexts {
  readonly #organization: Organization;
  readonly #type: MergeablePolicyType;
  /** Of accounts with policies of their own; null where these come to nothing. */
  readonly #own = new Map<string, string | null>();
  #mark: Mark | undefined;

  constructor(organization: Organization, type: MergeablePolicyType) {
    this.#organization = organization;
    this.#type = type;
  }

  get(accountId: string): string | undefined {
    this.#refresh();
    const account = this.#organization.accounts.get(accountId);
    if (account === undefined) return undefined;
    const own = this.#own.get(accountId);
    return own === undefined ? this.#inherited(account.parent) : (own ?? undefined);
  }

  /** Every account of the organization, parent by parent. */
  forEach(visit: (text: string | undefined, accountId: string) => void): void {
    this.#refresh();
    const visitBelow = (parent: TreeNode): void => {
      if (parent.kind === "account") return;
      const inherited = this.#inherited(parent);
      parent.accounts.forEach(({ id }) => {
        const own = this.#own.get(id);
        visit(own === undefined ? inherited : (own ?? undefined), id);
      });
      for (const unit of parent.units.values()) visitBelow(unit);
    };
    visitBelow(this.#organization.root);
  }

  /** Computes again what stands at and below the nodes that changed since the last time; all of it at first. */
  #refresh(): void {
    const { touched } = this.#organization;
    if (this.#mark === touched.mark) return;
    const changed = this.#mark === undefined ? undefined : touched.since(this.#mark);
    if (changed === undefined) this.#computeAll();
    else for (const node of changed) this.#computeBelow(node);
    this.#mark = touched.mark;
  }

  #computeAll(): void {
    this.#own.clear();
    for (const policy of this.#organization.policiesOfType(this.#type).values()) {
      for (const target of policy.targets.values()) {
        if (target.kind === "account" && !this.#own.has(target.id)) this.#compute(target);
      }
    }
  }

  #computeBelow(node: TreeNode): void {
    if (node.kind === "account") return this.#compute(node);
    for (const account of node.accounts.values()) this.#compute(account);
    for (const unit of node.units.values()) this.#computeBelow(unit);
  }

  #compute(account: MemberAccount): void {
    const attachments = account.attachments(this.#type);
    if (attachments.length === 0) this.#own.delete(account.id);
    else {
      // The merge is not remembered: of the most, the text is all that anybody asks for.
      const merge = applyLevel(mergeAt(account.parent, this.#type), levelOf(account, attachments));
      this.#own.set(account.id, effectiveDocument(merge) ?? null);
    }
  }

  #inherited(parent: TreeNode): string | undefined {
    return effectiveDocument(mergeAt(parent, this.#type));
  }
}
