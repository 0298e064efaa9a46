// Runs one Organizations operation for a caller: who may, page tokens, then the answer or the decision.

import { callerContext, needsNoPermission } from "@withhold/identity";
import type { Caller as KnownCaller } from "@withhold/identity";
import { deriveKey } from "@withhold/journal";
import { admit, authorizationRequests, fault, faultFor, operations } from "@withhold/organization";
import type {
  Context,
  Input,
  Operation,
  OperationName,
  Output,
  Page,
  Place,
  Quotas,
} from "@withhold/organization";
import type { KeyObject } from "node:crypto";
import type { Catalogue } from "@withhold/policy";
import type { State } from "../cell/state.js";
import type { Writer } from "../cell/writer.js";
import { drawSecurely } from "../draw.js";
import { whenThere } from "../eventual.js";
import type { Eventual } from "../eventual.js";
import { pageItemsMax } from "../limits.js";
import type { Caller } from "./caller.js";
import { knownCaller, requirePermission } from "./permission.js";
import { openPage, sealPage } from "./page-token.js";
import type { Listing } from "./page-token.js";

export interface OperationRunner {
  /** Throws or rejects with a `Fault`, or with what the writer rejects with. */
  run<Name extends OperationName>(name: Name, input: Input<Name>, caller: Caller): Eventual<Output<Name>>;
  /**
   * Throws what `run` would fail with where the caller may not make the call. The input has passed the constraint
   * table but for members that it lacks.
   */
  permit(state: State, name: OperationName, input: object, caller: Caller, now: number): void;
}

export interface RunnerOptions {
  readonly writer: Writer;
  readonly catalogue: Catalogue;
  readonly quotas: Quotas;
}

/** The paging members that list operations share. */
interface Paging {
  readonly NextToken?: string;
  readonly MaxResults?: number;
}

export function operationRunner(options: RunnerOptions): OperationRunner {
  const { writer } = options;
  const pageKey = deriveKey(writer.sealingKey, "page-tokens");

  function placeOf(token: string, listing: Listing): Place {
    const message = "this `NextToken` was not given to this caller for this call; start again without it";
    return (
      openPage(pageKey, listing, token) ?? faultFor("InvalidInputException", "INVALID_NEXT_TOKEN", message)
    );
  }

  return {
    run<Name extends OperationName>(name: Name, input: Input<Name>, caller: Caller): Eventual<Output<Name>> {
      // TypeScript cannot follow that `operations[name]` belongs to `Name` once it is a union of callers.
      const operation = operations[name] as Operation<OperationName> as AnyOperation;
      const members = input as Input<OperationName> & Paging;
      const { NextToken: token, MaxResults: count = pageItemsMax } = members;
      const listing = (): Listing => ({
        accountId: caller.accountId,
        operation: name,
        input: { ...members },
      });
      const contextIn = (state: State, now: number): Context => {
        // Whoever may not call learns that before anything about its token.
        const context = admitted(state, name, input, caller, now, { after: 0, count }, options);
        return token === undefined
          ? context
          : { ...context, page: { after: placeOf(token, listing()), count } };
      };
      const answered =
        operation.kind === "read"
          ? writer.read((state, now) => operation.answer(members, contextIn(state, now), now))
          : writer.write({
              operation: name,
              actor: caller.actor,
              requestId: caller.requestId,
              decide: (state, now) => operation.decide(members, contextIn(state, now), now),
            });
      return whenThere(answered, (output) =>
        output.NextToken === undefined ? output : withSealedPage(output, pageKey, listing()),
      );
    },
    permit(state, name, input, caller, now) {
      // What is asked of an input before its operation is, may all be absent.
      admitted(state, name, input as Input<OperationName>, caller, now, { after: 0, count: 0 }, options);
    },
  };
}

/** The context of a caller who may make the call; throws where it may not. */
function admitted<Name extends OperationName>(
  state: State,
  name: Name,
  input: Input<Name>,
  caller: Caller,
  now: number,
  page: Page,
  options: RunnerOptions,
): Context {
  const known = knownCaller(state, caller);
  const from = contextFor(state, caller, known, now, page, options);
  const context = admit(name, operations[name], input, from);
  if (!needsNoPermission(state.cell, known)) {
    requirePermission(state, known, caller, now, authorizationRequests(name, input, context));
  }
  return context;
}

function contextFor(
  { cell }: State,
  { accountId, partition, facts }: Caller,
  known: KnownCaller,
  now: number,
  page: Page,
  { catalogue, quotas }: RunnerOptions,
): Context {
  const account =
    cell.accounts.get(accountId) ?? fault("AccessDeniedException", "the account of this key is gone");
  const { principal } = known;
  // Named one by one: a spread costs more than all the rest of a read.
  const { region, sourceIp } = facts;
  const asked = callerContext(known, cell, { region, sourceIp, now }, []);
  const draw = drawSecurely;
  return { cell, account, principal, callerContext: asked, partition, catalogue, quotas, draw, page };
}

/** An operation with its input and output types laid aside: the constraint table has checked the input. */
type AnyOperation =
  | {
      readonly kind: "read";
      readonly answer: (input: object, context: Context, now: number) => object & Paging;
    }
  | {
      readonly kind: "write";
      readonly decide: (
        input: object,
        context: Context,
        now: number,
      ) => { readonly events: readonly never[]; readonly output: () => object & Paging };
    };

/** Places become tokens on the way out. */
function withSealedPage(output: object & Paging, key: KeyObject, listing: Listing): object {
  return { ...output, NextToken: sealPage(key, listing, Number(output.NextToken)) };
}
