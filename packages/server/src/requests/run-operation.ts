// Runs one Organizations operation for a caller: who may, page tokens, then the answer or the decision.

import { deriveKey } from "@withhold/journal";
import { fault, faultFor, operations, requireCaller } from "@withhold/organization";
import type { Context, Input, Operation, OperationName, Output, Page, Quotas } from "@withhold/organization";
import type { Catalogue } from "@withhold/policy";
import type { State } from "../cell/state.js";
import type { Writer } from "../cell/writer.js";
import { drawSecurely } from "../draw.js";
import { pageItemsMax } from "../limits.js";
import type { Caller } from "./caller.js";
import { openPage, sealPage } from "./page-token.js";
import type { Listing } from "./page-token.js";

export interface OperationRunner {
  /** Rejects with a `Fault`, or with what the writer rejects with. */
  run<Name extends OperationName>(name: Name, input: Input<Name>, caller: Caller): Promise<Output<Name>>;
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

export function operationRunner({ writer, catalogue, quotas }: RunnerOptions): OperationRunner {
  const pageKey = deriveKey(writer.sealingKey, "page-tokens");

  function pageFor(input: Paging, listing: () => Listing): Page {
    const { NextToken: token, MaxResults: count = pageItemsMax } = input;
    if (token === undefined) return { after: 0, count };
    const message = "this `NextToken` was not given to this caller for this call; start again without it";
    const after =
      openPage(pageKey, listing(), token) ?? faultFor("InvalidInputException", "INVALID_NEXT_TOKEN", message);
    return { after, count };
  }

  function contextFor(state: State, caller: Caller, page: () => Page): Context {
    const { cell } = state;
    const { accountId, partition } = caller;
    const account =
      cell.accounts.get(accountId) ?? fault("AccessDeniedException", "the account of this key is gone");
    return {
      cell,
      account,
      partition,
      catalogue,
      quotas,
      draw: drawSecurely,
      // Opened when it is asked for, so that whoever may not call learns that before anything about its token.
      get page() {
        return page();
      },
    };
  }

  return {
    async run<Name extends OperationName>(
      name: Name,
      input: Input<Name>,
      caller: Caller,
    ): Promise<Output<Name>> {
      // TypeScript cannot follow that `operations[name]` belongs to `Name` once it is a union of callers.
      const operation = operations[name] as Operation<OperationName> as AnyOperation;
      const members = input as Input<OperationName> & Paging;
      const listing = (): Listing => ({
        accountId: caller.accountId,
        operation: name,
        input: { ...members },
      });
      const contextIn = (state: State): Context =>
        admitted(
          operation,
          contextFor(state, caller, () => pageFor(members, listing)),
        );
      const output =
        operation.kind === "read"
          ? await writer.read((state) => operation.answer(members, contextIn(state)))
          : await writer.write({
              operation: name,
              actor: caller.actor,
              requestId: caller.requestId,
              decide: (state) => operation.decide(members, contextIn(state)),
            });
      return sealed(output, pageKey, listing);
    },
  };
}

/** An operation with its input and output types laid aside: the constraint table has checked the input. */
type AnyOperation =
  | {
      readonly kind: "read";
      readonly callers: Operation<OperationName>["callers"];
      readonly answer: (input: object, context: Context) => object;
    }
  | {
      readonly kind: "write";
      readonly callers: Operation<OperationName>["callers"];
      readonly decide: (
        input: object,
        context: Context,
      ) => { readonly events: readonly never[]; readonly output: () => object };
    };

function admitted({ callers }: AnyOperation, context: Context): Context {
  return callers === "anyone" ? context : requireCaller(callers, context);
}

/** Places become tokens on the way out. */
function sealed(
  output: object & Paging,
  key: Parameters<typeof sealPage>[0],
  listing: () => Listing,
): object {
  if (output.NextToken === undefined) return output;
  return { ...output, NextToken: sealPage(key, listing(), Number(output.NextToken)) };
}
