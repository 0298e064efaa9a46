// What an operation of IAM or STS is: what it asks of the policies, and a rule that answers or decides. Pure.

import type { Cell, Draw, Page } from "@withhold/organization";
import type { Question } from "./authorization/authorize-call.js";
import type { Caller } from "./caller.js";
import type { IdentityEvent } from "./events.js";
import type { IamTypes, IdentityOperationName, Input, Output, StsTypes } from "./operation-types.js";
import type { SessionClaims } from "./session-claims.js";
import type { Identity } from "./state/identity.js";

/** Lossy, and outside the journal. */
export interface KeyUse {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly service: string;
  readonly region: string;
}

/** What every operation gets beside its input. */
export interface IdentityContext {
  readonly identity: Identity;
  readonly cell: Cell;
  readonly caller: Caller;
  /** Of the ARNs: the organization's, else that of the region the request was signed for. */
  readonly partition: string;
  readonly draw: Draw;
  readonly page: Page;
  readonly lastUsed: (accessKeyId: string) => KeyUse | undefined;
  /** The hash of the password in the input; of two, that of the new one. */
  readonly passwordHash: string | undefined;
  /** Whether the old password in the input is that of the user who calls, as the state has it now. */
  readonly oldPasswordFits: boolean;
  /** The access key of the request; undefined for sessions. */
  readonly signedBy: string | undefined;
  /** Seals claims into a session token. */
  readonly sealed: (claims: SessionClaims) => string;
}

/** What a call asks of the policies, its action aside. */
export type Asked = Omit<Question, "action" | "keys"> & Partial<Pick<Question, "keys">>;

interface Common<Name extends IdentityOperationName> {
  /** Absent: nobody needs permission. */
  readonly asks?: (input: Input<Name>, context: IdentityContext) => Asked;
}

interface Read<Name extends IdentityOperationName> extends Common<Name> {
  readonly kind: "read";
  /** In paged outputs `Marker` is the decimal `Place` to go on from; the server seals it. `now` as in `Write`. */
  readonly answer: (input: Input<Name>, context: IdentityContext, now: number) => Output<Name>;
}

/** What a write decided. `output` is asked after the events were applied. */
export interface IdentityDecision<Name extends IdentityOperationName> {
  readonly events: readonly IdentityEvent[];
  /** Secrets that are kept, or where undefined forgotten, together with the events. */
  readonly secrets?: ReadonlyMap<string, string | undefined>;
  readonly output: () => Output<Name>;
}

interface Write<Name extends IdentityOperationName> extends Common<Name> {
  readonly kind: "write";
  /** `now` is the time of the record: milliseconds since the epoch. */
  readonly decide: (input: Input<Name>, context: IdentityContext, now: number) => IdentityDecision<Name>;
}

export type IdentityOperation<Name extends IdentityOperationName> = Read<Name> | Write<Name>;

/** One operation for every name: a missing one is a compile error. */
export type IamOperations = { readonly [Name in keyof IamTypes]: IdentityOperation<Name> };
export type StsOperations = { readonly [Name in keyof StsTypes]: IdentityOperation<Name> };
