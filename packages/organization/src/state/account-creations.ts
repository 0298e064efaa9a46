// The requests to create accounts that an organization made, and what became of them.

import type { CreateAccountFailureReason, CreateAccountState } from "@aws-sdk/client-organizations";
import { Roster } from "../roster.js";

/** A finished request to create an account; times in milliseconds since the epoch. */
export interface AccountCreation {
  readonly id: string;
  readonly accountName: string;
  readonly requestedAt: number;
  readonly result:
    | {
        readonly state: "SUCCEEDED";
        readonly accountId: string;
        /** Of the account in GovCloud that was made with it, if one was. */
        readonly govCloudAccountId?: string;
      }
    | { readonly state: "FAILED"; readonly reason: CreateAccountFailureReason };
}

/** In the order of the requests, all of them and by state, so that a page of either costs its own length. */
export class AccountCreations {
  readonly #all = new Roster<AccountCreation>();
  /** A creation completes within its call, so none is ever `IN_PROGRESS`. */
  readonly #byState: Readonly<Record<CreateAccountState, Roster<AccountCreation>>> = {
    IN_PROGRESS: new Roster(),
    SUCCEEDED: new Roster(),
    FAILED: new Roster(),
  };

  get(id: string): AccountCreation | undefined {
    return this.#all.get(id);
  }

  has(id: string): boolean {
    return this.#all.has(id);
  }

  add(creation: AccountCreation): void {
    this.#all.add(creation.id, creation);
    this.#byState[creation.result.state].add(creation.id, creation);
  }

  /** The requests in any of these states; every request when none is named. */
  in(states: readonly CreateAccountState[]): Roster<AccountCreation> {
    const held = [...new Set(states)].filter((state) => state !== "IN_PROGRESS");
    const [only = "IN_PROGRESS"] = held;
    return states.length === 0 || held.length > 1 ? this.#all : this.#byState[only];
  }
}
