// All handshakes of a cell, by who sent them and by whom they were sent to.

import type { Place } from "../roster.js";
import type { Handshake } from "./handshake.js";

const none: readonly Handshake[] = [];

/** Every list is in the order of the requests. */
export class Handshakes {
  readonly #byId = new Map<string, Handshake>();
  readonly #byOrganization = new Map<string, Handshake[]>();
  readonly #byEmail = new Map<string, Handshake[]>();
  readonly #byTransfer = new Map<string, Handshake>();
  #last: Place = 0;

  /** The place of the newest handshake that there ever was. */
  get last(): Place {
    return this.#last;
  }

  /** For restored handshakes, behind which others may have been. */
  continueAfter(place: Place): void {
    this.#last = place;
  }

  get(id: string): Handshake | undefined {
    return this.#byId.get(id);
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** The one by which a transfer was asked for. */
  ofTransfer(id: string): Handshake | undefined {
    return this.#byTransfer.get(id);
  }

  values(): IterableIterator<Handshake> {
    return this.#byId.values();
  }

  ofOrganization(id: string): readonly Handshake[] {
    return this.#byOrganization.get(id) ?? none;
  }

  /** `email` folded, for all that went to the account with this address, by address or by id. */
  sentTo(email: string): readonly Handshake[] {
    return this.#byEmail.get(email) ?? none;
  }

  /** `email` is that of the recipient, folded. */
  add(handshake: Handshake, email: string | undefined): void {
    this.#byId.set(handshake.id, handshake);
    this.#last = handshake.place;
    if (handshake.transfer !== undefined) this.#byTransfer.set(handshake.transfer.id, handshake);
    listOf(this.#byOrganization, handshake.organizationId).push(handshake);
    if (email !== undefined) listOf(this.#byEmail, email).push(handshake);
  }

  /** Drops those of an organization that is gone. */
  forget(organizationId: string): void {
    const gone = this.ofOrganization(organizationId);
    this.#byOrganization.delete(organizationId);
    for (const { id, transfer } of gone) {
      this.#byId.delete(id);
      if (transfer !== undefined) this.#byTransfer.delete(transfer.id);
    }
    if (gone.length === 0) return;
    for (const [email, handshakes] of this.#byEmail) {
      const rest = handshakes.filter((handshake) => handshake.organizationId !== organizationId);
      if (rest.length > 0) this.#byEmail.set(email, rest);
      else this.#byEmail.delete(email);
    }
  }
}

function listOf(lists: Map<string, Handshake[]>, key: string): Handshake[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: Handshake[] = [];
  lists.set(key, list);
  return list;
}
