// The member accounts that administer AWS services for the organization.

import { Roster } from "../roster.js";
import type { MemberAccount } from "./tree-node.js";

/** A service that an account administers, and since when; milliseconds since the epoch. */
export interface DelegatedService {
  readonly servicePrincipal: string;
  readonly since: number;
}

export interface DelegatedAdministrator {
  readonly member: MemberAccount;
  /** Since when it has administered at least one service without a break, or the service it was asked for. */
  readonly since: number;
}

interface Registration extends DelegatedAdministrator {
  /** In the order of registering. */
  readonly services: Roster<DelegatedService>;
}

const none = new Roster<DelegatedAdministrator>();

/** By account and by service, each in the order of registering, so that a page of either costs its own length. */
export class DelegatedAdministrators {
  readonly #all = new Roster<Registration>();
  readonly #byService = new Map<string, Roster<DelegatedAdministrator>>();

  get all(): Roster<Registration> {
    return this.#all;
  }

  has(accountId: string): boolean {
    return this.#all.has(accountId);
  }

  of(servicePrincipal: string): Roster<DelegatedAdministrator> {
    return this.#byService.get(servicePrincipal) ?? none;
  }

  /** What an account administers; undefined where it administers nothing. */
  servicesOf(accountId: string): Roster<DelegatedService> | undefined {
    return this.#all.get(accountId)?.services;
  }

  /** The services that were ever administered by somebody, with their administrators. */
  byService(): IterableIterator<[servicePrincipal: string, administrators: Roster<DelegatedAdministrator>]> {
    return this.#byService.entries();
  }

  register(member: MemberAccount, servicePrincipal: string, since: number): void {
    this.enlist(member, since).services.add(servicePrincipal, { servicePrincipal, since });
    this.rosterOf(servicePrincipal).add(member.id, { member, since });
  }

  deregister(accountId: string, servicePrincipal: string): void {
    const services = this.servicesOf(accountId);
    services?.delete(servicePrincipal);
    this.of(servicePrincipal).delete(accountId);
    if (services?.size === 0) this.#all.delete(accountId);
  }

  /** The account among all administrators, joined at the end if it is none yet. */
  enlist(member: MemberAccount, since: number): Registration {
    const known = this.#all.get(member.id);
    if (known !== undefined) return known;
    const registration = { member, since, services: new Roster<DelegatedService>() };
    this.#all.add(member.id, registration);
    return registration;
  }

  /** For changing. */
  rosterOf(servicePrincipal: string): Roster<DelegatedAdministrator> {
    const known = this.#byService.get(servicePrincipal);
    if (known !== undefined) return known;
    const roster = new Roster<DelegatedAdministrator>();
    this.#byService.set(servicePrincipal, roster);
    return roster;
  }
}
