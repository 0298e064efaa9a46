// Which class of caller may call which operation, read strictly, so that a typo cannot weaken a cell.

import { fileURLToPath } from "node:url";
import { isObject, loadVectors, readMembers } from "../load-vectors.js";

/**
 * `delegated`: a member account that the delegation policy names. `registered`: one that administers a service.
 * `member`: any other. `outsider`: an account in no organization.
 */
export const callerClasses = ["management", "delegated", "registered", "member", "outsider"] as const;
export type CallerClass = (typeof callerClasses)[number];

/** `itself`: about its own account, or a handshake that it is a party to. */
const answers = ["may", "may-not", "itself"] as const;
export type Answer = (typeof answers)[number];

/**
 * In inputs `$root`, `$unit`, `$policy`, `$member` (the caller) and `$other` stand for ids, and of handshakes
 * `$received` (by the caller), `$sent` (by the organization) and `$handshake` (between others); `$transfer` is what the organization asked for.
 */
export interface CallerVector {
  readonly id: string;
  readonly operation: string;
  readonly source: string;
  /** Whether a delegation policy may name it. */
  readonly delegable: boolean;
  readonly callers: Readonly<Record<CallerClass, Answer>>;
  /** Of a call about others. */
  readonly input: object;
  /**
   * What the call with `input` asks of policies, made by the account `$member`: each time the action, the resource, and
   * the keys with their values. ARNs begin after the account that owns the organization, which is `o`, or the
   * `neighbours` if it is theirs.
   */
  readonly asks: readonly string[];
  /** Of a call about the caller itself, where that makes a difference. */
  readonly ownInput: object | undefined;
  /** What that call asks, made by the first of `callers` that has `itself`. */
  readonly ownAsks: readonly string[] | undefined;
}

const directory = fileURLToPath(new URL("../../callers", import.meta.url));

export function loadCallerVectors(from = directory): readonly CallerVector[] {
  return loadVectors(from, readCallerVector);
}

function readCallerVector(value: unknown): CallerVector {
  const members = readMembers(
    value,
    ["id", "operation", "source", "delegable", "callers", "input", "asks"],
    ["ownInput", "ownAsks"],
  );
  const { id, operation, source, delegable, callers, input, asks, ownInput, ownAsks } = members;
  if (typeof id !== "string" || typeof operation !== "string" || typeof source !== "string")
    throw new Error("`id`, `operation` and `source` are texts");
  if (typeof delegable !== "boolean") throw new Error("`delegable` is true or false");
  if (!isObject(input) || (ownInput !== undefined && !isObject(ownInput)))
    throw new Error("an input is an object");
  const cells = readMembers(callers, callerClasses);
  const answerOf = (caller: CallerClass): Answer => {
    const known = answers.find((answer) => answer === cells[caller]);
    if (known === undefined) throw new Error(`\`${caller}\` is one of ${answers.join(", ")}`);
    return known;
  };
  return {
    id,
    operation,
    source,
    delegable,
    callers: {
      management: answerOf("management"),
      delegated: answerOf("delegated"),
      registered: answerOf("registered"),
      member: answerOf("member"),
      outsider: answerOf("outsider"),
    },
    input,
    asks: questionsIn("asks", asks),
    ownInput,
    ownAsks: ownAsks === undefined ? undefined : questionsIn("ownAsks", ownAsks),
  };
}

function questionsIn(name: string, value: unknown): readonly string[] {
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value;
  throw new Error(`\`${name}\` is a list of texts`);
}
