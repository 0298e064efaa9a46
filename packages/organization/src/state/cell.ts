// The state of one cell: every account and every organization of one journal.

import type { Account } from "./account.js";
import type { Handshake, Recipient } from "./handshake.js";
import { Handshakes } from "./handshakes.js";
import type { Organization } from "./organization.js";

export class Cell {
  readonly accounts = new Map<string, Account>();
  readonly organizations = new Map<string, Organization>();
  readonly handshakes = new Handshakes();
  /** Account ids by e-mail address, folded, because addresses are unique in a cell. */
  readonly #emails = new Map<string, string>();

  addAccount(account: Account): void {
    this.accounts.set(account.id, account);
    this.#emails.set(addressOf(account), account.id);
  }

  /** The account that the cell began with. */
  get firstAccount(): Account | undefined {
    return this.accounts.values().next().value;
  }

  hasEmail(email: string): boolean {
    return this.#emails.has(foldEmail(email));
  }

  addHandshake(handshake: Handshake): void {
    const { recipient } = handshake;
    this.handshakes.add(handshake, recipient && this.#emailOf(recipient));
  }

  /** Those that were sent to the account, by its id or its address. */
  handshakesTo(recipient: Recipient): readonly Handshake[] {
    const email = this.#emailOf(recipient);
    return email === undefined ? [] : this.handshakes.sentTo(email);
  }

  isSentTo({ recipient }: Handshake, account: Account): boolean {
    return recipient !== undefined && this.#emailOf(recipient) === addressOf(account);
  }

  /** The account that a handshake goes to, if it exists yet. */
  accountOf(recipient: Recipient): Account | undefined {
    const email = this.#emailOf(recipient);
    const id = email === undefined ? undefined : this.#emails.get(email);
    return id === undefined ? undefined : this.accounts.get(id);
  }

  /** Folded; undefined for an account that does not exist. */
  #emailOf({ type, id }: Recipient): string | undefined {
    if (type === "EMAIL") return foldEmail(id);
    const account = this.accounts.get(id);
    return account && addressOf(account);
  }

  /** The organization that an account is a member of. */
  organizationOf(account: Account): Organization | undefined {
    return account.organizationId === undefined ? undefined : this.organizations.get(account.organizationId);
  }
}

/** By what an account is found: its address, but where that is another account's, its id. */
function addressOf({ id, email, partition }: Account): string {
  return partition === undefined ? foldEmail(email) : id;
}

/** Mail systems treat addresses alike that differ in case only. */
function foldEmail(email: string): string {
  return email.toLowerCase();
}
