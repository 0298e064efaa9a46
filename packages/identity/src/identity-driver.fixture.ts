// Runs IAM operations on identities as the server does, without its rim: decision, events, output.

import { Cell } from "@withhold/organization";
import type { DomainEvent, Draw } from "@withhold/organization";
import { callerOf } from "./caller.js";
import type { IdentityEvent } from "./events.js";
import { evolveIdentity, followOrganization, isIdentityEvent } from "./evolve-identity.js";
import { IdentityFault } from "./fault.js";
import type { IdentityContext } from "./operation.js";
import type { IamTypes } from "./operation-types.js";
import { iamOperations } from "./operations/index.js";
import { Identity } from "./state/identity.js";

export const accountId = "111111111111";

type Recorded = { readonly event: IdentityEvent | DomainEvent; readonly at: number };

/** The same characters for the same seed, on every machine. */
function seededDraw(seed: number): Draw {
  let state = seed;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 16;
  return (alphabet, length) =>
    Array.from({ length }, () => alphabet.charAt(next() % alphabet.length)).join("");
}

export function apply(identity: Identity, { event, at }: Recorded): void {
  if (isIdentityEvent(event)) evolveIdentity(identity, event, at);
  else followOrganization(identity, event, at);
}

export class IdentityDriver {
  readonly identity = new Identity();
  /** Every event so far, as a journal would hold it. */
  readonly recorded: Recorded[] = [];
  readonly secrets = new Map<string, string>();
  #now = Date.UTC(2026, 0, 1);
  readonly #draw = seededDraw(7);

  record(...events: readonly (IdentityEvent | DomainEvent)[]): void {
    this.#now += 60_000;
    for (const event of events) {
      const recorded = { event, at: this.#now };
      this.recorded.push(recorded);
      apply(this.identity, recorded);
    }
  }

  /** As the root user. The output, or the code of the fault. */
  call(name: keyof IamTypes, input: object, page: Partial<IdentityContext["page"]> = {}): object | string {
    const operation = iamOperations[name] as {
      answer?: (input: object, context: IdentityContext, now: number) => object;
      decide?: (
        input: object,
        context: IdentityContext,
        now: number,
      ) => {
        events: readonly IdentityEvent[];
        secrets?: ReadonlyMap<string, string | undefined>;
        output: () => object;
      };
    };
    try {
      if (operation.answer !== undefined) return operation.answer(input, this.#context(page), this.#now);
      const decided = operation.decide?.(input, this.#context(page), this.#now + 60_000);
      this.record(...(decided?.events ?? []));
      for (const [key, secret] of decided?.secrets ?? []) {
        if (secret === undefined) this.secrets.delete(key);
        else this.secrets.set(key, secret);
      }
      return decided?.output() ?? {};
    } catch (error) {
      if (error instanceof IdentityFault) return error.code;
      throw error;
    }
  }

  #context(page: Partial<IdentityContext["page"]>): IdentityContext {
    const { identity } = this;
    const caller = callerOf(identity, { kind: "system", accountId }, "aws");
    if (caller === undefined) throw new Error("a root user is always there");
    return {
      identity,
      cell: new Cell(),
      caller,
      partition: "aws",
      draw: this.#draw,
      page: { after: 0, count: 100, ...page },
      lastUsed: () => undefined,
      passwordHash: "a hash",
      oldPasswordFits: true,
      signedBy: undefined,
      sealed: () => "a token",
    };
  }
}
