// Runs operations on a cell as the server does, without its rim: caller, decision, events, output.

import { requestContext } from "@withhold/iam";
import type { Principal } from "@withhold/iam";
import type { ConditionKey } from "./authorization/authorization-request.js";
import { awsCatalogue } from "@withhold/policy";
import { admit, admitMember } from "./admit.js";
import type { DomainEvent } from "./events.js";
import { evolve } from "./evolve.js";
import { Fault } from "./fault.js";
import type { Draw } from "./ids.js";
import type { Input, OperationName, Output } from "./operation-types.js";
import type { Context, Decision, Page } from "./operation.js";
import { operations } from "./operations/index.js";
import { defaultQuotas } from "./quotas.js";
import type { Quotas } from "./quotas.js";
import { Cell } from "./state/cell.js";

/** How an operation is called, where it is not called as usual. */
export interface Manner {
  /** The calling account; the driver's `usual` account when absent. */
  readonly as?: string;
  /** Who calls in that account; its root user when absent. */
  readonly principal?: Principal;
  /** Condition keys that policies see of it; none when absent. */
  readonly context?: readonly ConditionKey[];
  /** The time of the record; one minute after the last when absent. */
  readonly now?: number;
  readonly quotas?: Partial<Quotas>;
  readonly page?: Partial<Page>;
  readonly partition?: string;
}

export interface Recorded {
  readonly event: DomainEvent;
  readonly at: number;
}

/** The same characters for the same seed, on every machine. */
export function seededDraw(seed: number): Draw {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 16;
  };
  return (alphabet, length) =>
    Array.from({ length }, () => alphabet.charAt(next() % alphabet.length)).join("");
}

function rootOf(accountId: string): Principal {
  return { type: "root", arn: `arn:aws:iam::${accountId}:root`, accountId };
}

export class CellDriver {
  readonly cell: Cell;
  /** Every event so far, as a journal would hold it. */
  readonly recorded: Recorded[] = [];
  now = Date.UTC(2026, 0, 1);
  usual = "";
  draw = seededDraw(1);

  constructor(cell = new Cell()) {
    this.cell = cell;
  }

  /** An account outside any organization, as the operator of a server makes them. */
  openAccount(accountId: string, email: string, name: string): string {
    this.#apply([{ type: "account.created", accountId, email, name }]);
    return accountId;
  }

  /** Raises the operation's fault, if any. */
  act<Name extends OperationName>(name: Name, input: Input<Name>, manner: Manner = {}): Output<Name> {
    const operation = operations[name];
    const context = this.#context(manner);
    const { now = this.now + 60_000 } = manner;
    if (operation.callers === "anyone") {
      const admitted = admit(name, operation, input, context);
      if (operation.kind === "read") return operation.answer(input, admitted, now);
      return this.#record<Name>(operation.decide(input, admitted, now), now);
    }
    const asMember = admitMember(name, operation, input, context);
    if (operation.kind === "read") return operation.answer(input, asMember, now);
    return this.#record<Name>(operation.decide(input, asMember, now), now);
  }

  /** The fault as `Code` or `Code: REASON`; `accepted` when there is none. */
  refusal<Name extends OperationName>(name: Name, input: Input<Name>, manner: Manner = {}): string {
    const before = this.recorded.length;
    try {
      this.act(name, input, manner);
      return "accepted";
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (this.recorded.length > before)
        throw new Error("a refused operation left an event", { cause: error });
      return error.reason === undefined ? error.code : `${error.code}: ${error.reason}`;
    }
  }

  #context({ as = this.usual, principal, context, quotas, page, partition = "aws" }: Manner): Context {
    const account = this.cell.accounts.get(as);
    if (account === undefined) throw new Error(`no account \`${as}\` to call as`);
    return {
      cell: this.cell,
      account,
      principal: principal ?? rootOf(as),
      callerContext: requestContext(context ?? []),
      partition,
      catalogue: awsCatalogue,
      quotas: { ...defaultQuotas, ...quotas },
      draw: this.draw,
      page: { after: 0, count: 20, ...page },
    };
  }

  #record<Name extends OperationName>({ events, output }: Decision<Name>, now: number): Output<Name> {
    this.#apply(events, now);
    return output();
  }

  #apply(events: readonly DomainEvent[], now = this.now + 60_000): void {
    if (events.length === 0) return;
    this.now = now;
    for (const event of events) {
      evolve(this.cell, event, now);
      this.recorded.push({ event, at: now });
    }
  }
}
