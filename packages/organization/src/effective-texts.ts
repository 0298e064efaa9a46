// The effective policies of all accounts of an organization at once, brought up to date by what changed.

import { applyLevel, effectiveDocument } from "@withhold/policy";
import type { Merge, MergeablePolicyType } from "@withhold/policy";
import { levelOf, mergeAt } from "./effective-policies.js";
import type { Organization } from "./state/organization.js";
import type { Mark } from "./state/touched-nodes.js";
import type { MemberAccount, Parent, TreeNode } from "./state/tree-node.js";

/**
 * Effective policies as JSON text, undefined for an account that has none. Accounts without policies of their own
 * share the text of their parent; only the others have an entry here, so that most of 100,000 accounts cost nothing.
 */
export class EffectiveTexts {
  readonly #organization: Organization;
  readonly #type: MergeablePolicyType;
  /** Of accounts with policies of their own, once somebody asked; null where these come to nothing. */
  readonly #own = new Map<string, string | null>();
  #mark: Mark;

  constructor(organization: Organization, type: MergeablePolicyType) {
    this.#organization = organization;
    this.#type = type;
    this.#mark = organization.touched.mark;
  }

  get(accountId: string): string | undefined {
    this.#forgetChanged();
    const account = this.#organization.accounts.get(accountId);
    return account && this.#text(account, mergeAt(account.parent, this.#type));
  }

  /** Every account of the organization, parent by parent: what they share is then close at hand. */
  forEach(visit: (text: string | undefined, accountId: string) => void): void {
    this.#forgetChanged();
    const visitBelow = (parent: Parent): void => {
      const inherited = mergeAt(parent, this.#type);
      parent.accounts.forEach((account) => visit(this.#text(account, inherited), account.id));
      parent.units.forEach(visitBelow);
    };
    visitBelow(this.#organization.root);
  }

  #text(account: MemberAccount, inherited: Merge): string | undefined {
    const attachments = account.attachments(this.#type);
    if (attachments.length === 0) return effectiveDocument(inherited);
    const known = this.#own.get(account.id);
    if (known !== undefined) return known ?? undefined;
    // The merge is not remembered: of the most, the text is all that anybody asks for.
    const text = effectiveDocument(applyLevel(inherited, levelOf(account, attachments)));
    this.#own.set(account.id, text ?? null);
    return text;
  }

  /** Drops what stands at and below the nodes that changed since the last time; all of it when that was too long ago. */
  #forgetChanged(): void {
    const { touched } = this.#organization;
    if (this.#mark === touched.mark) return;
    const changed = touched.since(this.#mark);
    if (changed === undefined) this.#own.clear();
    else for (const node of changed) this.#forget(node);
    this.#mark = touched.mark;
  }

  #forget(node: TreeNode): void {
    if (node.kind === "account") this.#own.delete(node.id);
    else {
      node.accounts.forEach(({ id }) => this.#own.delete(id));
      node.units.forEach((unit) => this.#forget(unit));
    }
  }
}
