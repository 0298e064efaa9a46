// What an operation is: a rule that answers from state, or decides what happens next. Pure.

import type { Principal, RequestContext } from "@withhold/iam";
import type { Catalogue } from "@withhold/policy";
import type { DomainEvent } from "./events.js";
import type { Draw } from "./ids.js";
import type { Input, OperationName, Output } from "./operation-types.js";
import type { Quotas } from "./quotas.js";
import type { Place } from "./roster.js";
import type { Account } from "./state/account.js";
import type { Cell } from "./state/cell.js";
import type { Organization } from "./state/organization.js";
import type { MemberAccount } from "./state/tree-node.js";

/** Which part of a list to answer. The server makes tokens of places and bounds the count. */
export interface Page {
  /** 0: from the start. */
  readonly after: Place;
  readonly count: number;
}

/** What every operation gets beside its input. */
export interface Context {
  readonly cell: Cell;
  /** The account that the caller acts in. */
  readonly account: Account;
  /** Who calls, in that account. */
  readonly principal: Principal;
  /** What is known of the caller and its connection, as policies ask for it; the request adds keys of its own. */
  readonly callerContext: RequestContext;
  /** The partition of the region that the request was signed for. */
  readonly partition: string;
  readonly catalogue: Catalogue;
  readonly quotas: Quotas;
  readonly draw: Draw;
  readonly page: Page;
}

/** For callers whose account is in an organization. */
export interface MemberContext extends Context {
  readonly organization: Organization;
  /** The caller's account as a node of the tree. */
  readonly member: MemberAccount;
}

/**
 * Who may call at all, before the caller's own policies are asked. `anyone`: an account in no organization too.
 * `member`: every account of an organization. `management`: its management account only. `delegable`: that one, whoever
 * its delegation policy allows it to, and of reads every account that is registered as a delegated administrator.
 */
export type Callers = "anyone" | "member" | "management" | "delegable";

type ContextFor<C extends Callers> = C extends "anyone" ? Context : MemberContext;

interface Access<Name extends OperationName, C extends Callers> {
  readonly callers: C;
  /** Of `delegable` operations: what any member may ask, because it is about its own account. */
  readonly own?: (input: Input<Name>, accountId: string) => boolean;
}

/** Answers from state. In paged outputs `NextToken` is the decimal `Place` to go on from; the server seals it. */
interface Read<Name extends OperationName, C extends Callers> extends Access<Name, C> {
  readonly kind: "read";
  /** `now` in milliseconds since the epoch, never before the time of the last record. */
  readonly answer: (input: Input<Name>, context: ContextFor<C>, now: number) => Output<Name>;
}

/** What a write decided. `output` is asked after the events were applied. */
export interface Decision<Name extends OperationName> {
  readonly events: readonly DomainEvent[];
  readonly output: () => Output<Name>;
}

interface Write<Name extends OperationName, C extends Callers> extends Access<Name, C> {
  readonly kind: "write";
  /** `now` is the time of the record: milliseconds since the epoch, never before that of an earlier record. */
  readonly decide: (input: Input<Name>, context: ContextFor<C>, now: number) => Decision<Name>;
}

type OneOf<Name extends OperationName, C extends Callers> = C extends Callers
  ? Read<Name, C> | Write<Name, C>
  : never;

export type Operation<Name extends OperationName> = OneOf<Name, Callers>;

/** One operation for every name: a missing one is a compile error. */
export type Operations = { readonly [Name in OperationName]: Operation<Name> };
