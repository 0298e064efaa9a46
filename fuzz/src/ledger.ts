// Who was told what: every accepted write must have its record, and nothing else may have one.

import { openSqliteJournalForReading } from "@withhold/journal";
import { operations } from "@withhold/organization";
import { callerNames } from "./callers.js";
import type { CallerName } from "./callers.js";
import type { FuzzRequest } from "./generate/requests.js";

/** Records that no request asked for: the first account. */
const ownRecords = 1;

/** Those that accept a call which asks for nothing new, and leave no record of it. */
const mayChangeNothing: ReadonlySet<string> = new Set([
  "DisableAWSServiceAccess",
  "EnableAWSServiceAccess",
  "PutResourcePolicy",
  "TagResource",
  "UntagResource",
  "UpdateOrganizationalUnit",
  "UpdatePolicy",
  "UpdateResponsibilityTransfer",
]);

/** What prepares the callers, beside the operations of Organizations. */
const preparations = [
  "CreateStandaloneAccount",
  "iam:CreateUser",
  "iam:PutUserPolicy",
  "iam:CreateAccessKey",
];

const writes: ReadonlySet<string> = new Set([
  ...Object.entries(operations).flatMap(([name, { kind }]) => (kind === "write" ? [name] : [])),
  ...preparations,
]);

type Noted = Pick<FuzzRequest, "operation" | "caller" | "kind">;

/** `records` are 1 and the accepted writes less `unchanged`, and `unclear`, and `unheard`, where nothing is `wrong`. */
export interface Settlement {
  readonly records: number;
  /** Records of accepted requests whose bytes were spoilt, so that nobody can tell that they were writes. */
  readonly unclear: number;
  /** Records whose answer did not come before the client ended the connection; at most as many as went unanswered. */
  readonly unheard: number;
  /** Accepted writes without a record, because there was nothing to change. */
  readonly unchanged: number;
  readonly wrong: readonly string[];
}

export class Ledger {
  /** Operations by request id. */
  readonly #accepted = new Map<string, string>();
  readonly #acceptedByOperation = new Map<string, number>();
  readonly #acceptedByCaller = new Map<CallerName, number>();
  readonly #refusals = new Map<string, number>();
  /** Of requests whose kind of operation cannot be told, because their bytes were spoilt. */
  readonly #acceptedUnclear = new Set<string>();
  /** Sent, and perhaps read, but never answered. */
  unanswered = 0;

  /** `code`: of the refusal, undefined where there is none. */
  note({ operation, caller, kind }: Noted, requestId: string, code: string | undefined): void {
    if (code !== undefined) count(this.#refusals, code);
    else if (kind === "bytes") this.#acceptedUnclear.add(requestId);
    else {
      count(this.#acceptedByOperation, operation);
      count(this.#acceptedByCaller, caller);
      if (writes.has(operation)) this.#accepted.set(requestId, operation);
    }
  }

  get acceptedByCaller(): readonly (readonly [CallerName, number])[] {
    return callerNames.map((name) => [name, this.#acceptedByCaller.get(name) ?? 0] as const);
  }

  get acceptedWrites(): number {
    return this.#accepted.size;
  }

  /** By operation, in the order of their names. */
  get acceptedByOperation(): readonly (readonly [string, number])[] {
    return [...this.#acceptedByOperation].toSorted(([one], [other]) => one.localeCompare(other));
  }

  get refusals(): readonly (readonly [string, number])[] {
    return [...this.#refusals].toSorted(([, one], [, other]) => other - one);
  }

  /** Compares with the journal. */
  async settle(dataDirectory: string): Promise<Settlement> {
    const wrong: string[] = [];
    const missing = new Map(this.#accepted);
    let records = 0;
    let unclear = 0;
    let unheard = 0;
    const journal = await openSqliteJournalForReading(dataDirectory);
    try {
      for await (const { bytes } of journal.read(0)) {
        records += 1;
        if (records <= ownRecords) continue;
        const { requestId } = JSON.parse(Buffer.from(bytes).toString()) as { requestId: string };
        if (missing.delete(requestId)) continue;
        if (this.#acceptedUnclear.has(requestId)) unclear += 1;
        else unheard += 1;
      }
    } finally {
      await journal.close();
    }
    const lost = [...missing].filter(([, operation]) => !mayChangeNothing.has(operation));
    if (lost.length > 0) {
      const few = lost.slice(0, 3).map(([id, operation]) => `${operation} ${id}`);
      wrong.push(`${lost.length} accepted writes have no record: ${few.join(", ")}`);
    }
    if (unheard > this.unanswered) {
      wrong.push(
        `${unheard} records are of no accepted write; only ${this.unanswered} requests were never answered`,
      );
    }
    return { records, unclear, unheard, unchanged: missing.size - lost.length, wrong };
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
