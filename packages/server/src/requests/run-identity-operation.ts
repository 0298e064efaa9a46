// Runs one operation of IAM or STS for a caller: who may, markers, then the answer or the decision.

import {
  IdentityFault,
  iamOperations,
  isConsoleSession,
  passwordSecretName,
  stsOperations,
} from "@withhold/identity";
import type {
  Caller as KnownCaller,
  IdentityContext,
  IdentityDecision,
  IdentityOperation,
  IdentityOperationName,
} from "@withhold/identity";
import { deriveKey } from "@withhold/journal";
import type { Page } from "@withhold/organization";
import type { KeyObject } from "node:crypto";
import type { IdentityService } from "@withhold/wire";
import type { SessionTokens } from "../cell/session-token.js";
import type { State } from "../cell/state.js";
import type { Writer } from "../cell/writer.js";
import { drawSecurely } from "../draw.js";
import { identityPageItemsMax } from "../limits.js";
import type { Caller } from "./caller.js";
import type { KeyUses } from "./key-uses.js";
import type { Passwords } from "../sign-in/passwords.js";
import { userAttempts } from "../sign-in/sign-in-attempts.js";
import type { SignInAttempts } from "../sign-in/sign-in-attempts.js";
import { openPage, sealPage } from "./page-token.js";
import type { Listing } from "./page-token.js";
import { knownCaller, requirePermission } from "./permission.js";

export interface IdentityRunner {
  /** INVARIANT: the constraint table has the operation and let the input pass. Rejects with what the pipeline knows. */
  run(service: IdentityService, name: string, input: object, caller: Caller): Promise<object>;
  /** Throws what `run` would reject with where the caller may not call the operation on `*`, which stands for any. */
  permit(state: State, service: IdentityService, name: string, caller: Caller, now: number): void;
}

interface RunnerOptions {
  readonly writer: Writer;
  readonly sessions: SessionTokens;
  readonly keyUses: KeyUses;
  readonly passwords: Passwords;
  /** To sign in, or to give an old password. */
  readonly attempts: SignInAttempts;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

/** The members that inputs share. */
interface Shared {
  readonly Marker?: string;
  readonly MaxItems?: number;
  readonly Password?: string;
  readonly OldPassword?: string;
  readonly NewPassword?: string;
}

type AnyInput = object & Shared;

/** An operation with its input and output types laid aside: the constraint table has checked the input. */
type AnyOperation = {
  readonly asks?: (
    input: AnyInput,
    context: IdentityContext,
  ) => ReturnType<NonNullable<IdentityOperation<"CreateUser">["asks"]>>;
} & (
  | {
      readonly kind: "read";
      readonly answer: (input: AnyInput, context: IdentityContext, now: number) => object;
    }
  | {
      readonly kind: "write";
      readonly decide: (
        input: AnyInput,
        context: IdentityContext,
        now: number,
      ) => Pick<IdentityDecision<"CreateUser">, "events" | "secrets"> & { readonly output: () => object };
    }
);

interface Run {
  readonly service: IdentityService;
  readonly name: string;
  readonly operation: AnyOperation;
  readonly input: AnyInput;
  readonly caller: Caller;
  readonly passwordHash?: string | undefined;
  /** Of the caller, when the old password in the input was found to fit it. */
  readonly fittingHash?: string | undefined;
}

export function identityRunner(options: RunnerOptions): IdentityRunner {
  const runs = new IdentityRuns(options);
  return {
    async run(service, name, input: AnyInput, caller) {
      const run = { service, name, operation: operationOf(service, name), input, caller };
      const { OldPassword, NewPassword, Password = NewPassword } = input;
      if (Password === undefined) return runs.perform(run);
      // Hashing is made to cost, so it is done for nobody who may not ask for it, and outside the writer's turn.
      await runs.check(run);
      const fittingHash = OldPassword === undefined ? undefined : await runs.fittingHash(caller, OldPassword);
      return runs.perform({ ...run, fittingHash, passwordHash: await options.passwords.hash(Password) });
    },
    permit(state, service, name, caller, now) {
      const known = knownCaller(state, caller);
      refuseBySession(known, service, name);
      refuseClosed(state, known);
      if (operationOf(service, name).asks === undefined) return;
      const question = { action: `${service}:${name}`, resource: "*", keys: [] };
      requirePermission(state, known, caller, now, [question]);
    },
  };
}

class IdentityRuns {
  readonly #options: RunnerOptions;
  readonly #pageKey: KeyObject;

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#pageKey = deriveKey(options.writer.sealingKey, "page-tokens");
  }

  /** Whether the caller may; rejects where not. */
  async check(run: Run): Promise<void> {
    const { writer, clock } = this.#options;
    await writer.read((state) => this.#admitted(run, state, clock()));
  }

  /** The hash of the caller's password, where this is it. Guesses are limited as those of whoever signs in. */
  async fittingHash(caller: Caller, password: string): Promise<string | undefined> {
    const { writer, passwords, attempts } = this.#options;
    const found = await writer.read((state) => {
      const { holder } = knownCaller(state, caller);
      return holder?.kind === "user" ? { name: holder.name, hash: ownHash(state, holder) } : undefined;
    });
    if (found === undefined) return undefined;
    const attempted = { name: userAttempts(caller.accountId, found.name), sourceIp: caller.facts.sourceIp };
    if (attempts.begin(attempted) !== undefined)
      throw new IdentityFault("Throttling", "too many attempts failed; wait and try again");
    const fits = await passwords.fits(password, found.hash);
    if (!fits) return undefined;
    attempts.takeBack(attempted);
    return found.hash;
  }

  async perform(run: Run): Promise<object> {
    const output: object & Shared = await this.#answer(run);
    const { Marker } = output;
    if (Marker === undefined) return output;
    // Places become markers on the way out.
    return { ...output, Marker: sealPage(this.#pageKey, listingOf(run), Number(Marker)) };
  }

  async #answer(run: Run): Promise<object> {
    const { operation, input, caller, service, name } = run;
    const { writer, clock } = this.#options;
    if (operation.kind === "read") {
      const now = clock();
      return writer.read((state) => operation.answer(input, this.#admitted(run, state, now), now));
    }
    return writer.write({
      operation: `${service}:${name}`,
      actor: caller.actor,
      requestId: caller.requestId,
      decide: (state, now) => operation.decide(input, this.#admitted(run, state, now), now),
    });
  }

  /** The context of a caller who may; throws where it may not. */
  #admitted(run: Run, state: State, now: number): IdentityContext {
    const { caller, operation, service, name, input } = run;
    const known = knownCaller(state, caller);
    refuseBySession(known, service, name);
    const context = this.#contextOf(run, state, known);
    if (name === "GetCallerIdentity") return context;
    refuseClosed(state, known);
    const asked = operation.asks?.(input, context);
    if (asked !== undefined) {
      const question = { action: `${service}:${name}`, keys: [], ...asked };
      requirePermission(state, known, caller, now, [question]);
    }
    // Whoever may not call learns that before anything about its marker.
    return { ...context, page: this.#pageOf(run) };
  }

  #contextOf({ caller, passwordHash, fittingHash }: Run, state: State, known: KnownCaller): IdentityContext {
    const { cell, identity } = state;
    const { sessions, keyUses } = this.#options;
    const { partition, credential } = caller;
    return {
      cell,
      identity,
      partition,
      passwordHash,
      // It may have changed while the old one was compared.
      oldPasswordFits: fittingHash !== undefined && fittingHash === ownHash(state, known.holder),
      caller: known,
      draw: drawSecurely,
      page: { after: 0, count: 0 },
      lastUsed: (accessKeyId) => keyUses.of(accessKeyId),
      signedBy: credential.kind === "access-key" ? credential.accessKeyId : undefined,
      sealed: (claims) => sessions.seal(claims),
    };
  }

  #pageOf(run: Run): Page {
    const { Marker, MaxItems: count = identityPageItemsMax } = run.input;
    if (Marker === undefined) return { after: 0, count };
    const after = openPage(this.#pageKey, listingOf(run), Marker);
    if (after !== undefined) return { after, count };
    const message = "this `Marker` was not given to this caller for this call; start again without it";
    throw new IdentityFault("ValidationError", message);
  }
}

function ownHash(state: State, holder: KnownCaller["holder"]): string | undefined {
  return holder === undefined ? undefined : state.secret(passwordSecretName(holder.id));
}

function listingOf({ service, name, input, caller: { accountId } }: Run): Listing {
  const { Marker: _, MaxItems: __, ...filter } = input;
  return { accountId, operation: `${service}:${name}`, input: filter };
}

function operationOf(service: IdentityService, name: string): AnyOperation {
  const registry = service === "iam" ? iamOperations : stsOperations;
  // TypeScript cannot follow that the operation belongs to the name once both are unions.
  const operations = registry as Readonly<
    Record<string, IdentityOperation<IdentityOperationName> | undefined>
  >;
  const operation = operations[name];
  if (operation === undefined) throw new Error(`no rule for the operation \`${name}\` of ${service}`);
  return operation;
}

/** What GetSessionToken gives acts for its user everywhere but here. Source: the STS API reference. */
function refuseBySession({ session }: KnownCaller, service: IdentityService, name: string): void {
  if (session === undefined || session.of.kind === "role" || isConsoleSession(session)) return;
  if (service === "sts" && (name === "AssumeRole" || name === "GetCallerIdentity")) return;
  const message = `credentials of GetSessionToken cannot call ${service}:${name}; sign with an access key or from a role`;
  throw new IdentityFault("AccessDenied", message);
}

/** A closed account may do nothing, as on AWS. */
function refuseClosed({ cell }: State, { accountId }: KnownCaller): void {
  if (cell.accounts.get(accountId)?.closedAt === undefined) return;
  const message = `account ${accountId} is closed and may do nothing; call as another account`;
  throw new IdentityFault("AccessDenied", message);
}
