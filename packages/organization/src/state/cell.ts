// The state of one cell: every account and every organization of one journal.

import type { Account } from "./account.js";
import type { Organization } from "./organization.js";

export class Cell {
  readonly accounts = new Map<string, Account>();
  readonly organizations = new Map<string, Organization>();
  /** Account ids by e-mail address, folded, because addresses are unique in a cell. */
  readonly #emails = new Map<string, string>();

  addAccount(account: Account): void {
    this.accounts.set(account.id, account);
    this.#emails.set(foldEmail(account.email), account.id);
  }

  /** The account that the cell began with. */
  get firstAccount(): Account | undefined {
    return this.accounts.values().next().value;
  }

  hasEmail(email: string): boolean {
    return this.#emails.has(foldEmail(email));
  }

  /** The organization that an account is a member of. */
  organizationOf(account: Account): Organization | undefined {
    return account.organizationId === undefined ? undefined : this.organizations.get(account.organizationId);
  }
}

/** Mail systems treat addresses alike that differ in case only. */
function foldEmail(email: string): string {
  return email.toLowerCase();
}
