// Whether a caller may make a call, asked of the state that the call runs on; denials are told to the operator in full.

import { authorizeCall, callerOf } from "@withhold/identity";
import type { Caller as KnownCaller, Question } from "@withhold/identity";
import type { Logger } from "pino";
import type { State } from "../cell/state.js";
import type { Caller } from "./caller.js";

/** The caller's key or session ended between its signature and its turn. */
export class CallerGone extends Error {
  override readonly name = "CallerGone";
}

/** Its policies do not allow the call. `message` is for the caller. */
export class CallDenied extends Error {
  override readonly name = "CallDenied";
  /** For the operator. */
  readonly explanation: string;

  constructor(message: string, explanation: string) {
    super(message);
    this.explanation = explanation;
  }
}

/** ARNs are of the organization's partition where there is one: another one's region would be refused. */
export function knownCaller({ identity }: State, { credential, partition }: Caller): KnownCaller {
  const known = callerOf(identity, credential, partition);
  if (known === undefined) throw new CallerGone("the caller is no more");
  return known;
}

/** Throws `CallDenied`. `now`: milliseconds since the epoch. */
export function requirePermission(
  { cell }: State,
  known: KnownCaller,
  { facts }: Caller,
  now: number,
  questions: readonly Question[],
): void {
  const { region, sourceIp } = facts;
  const denial = authorizeCall(cell, known, { region, sourceIp, now }, questions);
  if (denial !== undefined) throw new CallDenied(denial.message, denial.explanation);
}

/** One line per denial: which statement of which policy, attached where. */
export function logDenial(
  log: Logger,
  { explanation }: CallDenied,
  operation: string,
  requestId: string,
): void {
  log.info({ requestId, operation, denied: explanation }, "denied");
}
