// One append as one SQLite transaction: begun and filled at once, committed off the event loop.

import type { Head } from "../head.js";
import type { AppendOutcome, NewRecord, SecretChange } from "../journal.js";
import { recordHash } from "../record-hash.js";
import { asError, sqliteCode } from "./connection.js";
import type { Parameter, Statement, WriteConnection } from "./connection.js";

/** The statements of an append, prepared once. */
export interface AppendStatements {
  readonly begin: Statement;
  readonly insert: Statement;
  readonly putSecret: Statement;
  readonly deleteSecret: Statement;
}

export async function prepareAppend(connection: WriteConnection): Promise<AppendStatements> {
  return {
    begin: await connection.prepare("BEGIN IMMEDIATE"),
    insert: await connection.prepare("INSERT INTO record (revision, id, hash, bytes) VALUES (?, ?, ?, ?)"),
    putSecret: await connection.prepare("INSERT OR REPLACE INTO secret (name, sealed) VALUES (?, ?)"),
    deleteSecret: await connection.prepare("DELETE FROM secret WHERE name = ?"),
  };
}

/** A trigger of somebody else's can make SQLite pass over a row without an error. */
function insertOne(insert: Statement, row: readonly Parameter[], what: string): void {
  if (insert.run(row).changes !== 1)
    throw new Error(`the ${what} was not inserted: look for triggers in the database`);
}

/** Chains and inserts; returns the head to be. */
function fill(
  statements: AppendStatements,
  head: Head,
  records: readonly NewRecord[],
  secrets: readonly SecretChange[],
): Head {
  let { revision, hash } = head;
  statements.begin.run([]);
  for (const { id, bytes } of records) {
    revision += 1;
    hash = recordHash(hash, bytes);
    const row = [revision, Buffer.from(id, "latin1"), Buffer.from(hash, "hex"), bytes];
    insertOne(statements.insert, row, `record \`${id}\``);
  }
  for (const change of secrets) {
    if ("put" in change) {
      insertOne(
        statements.putSecret,
        [Buffer.from(change.put, "utf8"), change.sealed],
        `secret \`${change.put}\``,
      );
    } else statements.deleteSecret.run([Buffer.from(change.delete, "utf8")]);
  }
  return { revision, hash };
}

/** Leaves no transaction open. SQLite has ended it by itself after some errors. */
async function rollBack(connection: WriteConnection): Promise<Error | undefined> {
  if (!connection.inTransaction) return undefined;
  try {
    await connection.exec("ROLLBACK");
    return undefined;
  } catch (thrown) {
    return asError(thrown);
  }
}

/**
 * After an error of COMMIT. No space left (the commit mark could not be written) and a busy database (not tried) mean
 * that nothing is there. Any other error may have come after the commit mark was written and before it was durable: it
 * counts for nobody now, but whoever opens the journal next may find it.
 */
function certainlyNotCommitted(cause: Error): boolean {
  return /^SQLITE_(FULL|BUSY)/.test(sqliteCode(cause) ?? "");
}

/** An outcome; `stopped` if the connection must not be used any more. */
export type AppendTurn = { readonly result: AppendOutcome; readonly stopped?: Error };

/**
 * Appends `records` behind `head`. INVARIANT: no transaction is open when it is done, unless `stopped`.
 * COMMIT goes through the asynchronous `exec`: its fsync, and a checkpoint that it may bring, happen on another thread.
 */
export async function appendTurn(
  connection: WriteConnection,
  statements: AppendStatements,
  head: Head,
  records: readonly NewRecord[],
  secrets: readonly SecretChange[],
): Promise<AppendTurn> {
  let next: Head;
  try {
    next = fill(statements, head, records, secrets);
  } catch (thrown) {
    const cause = asError(thrown);
    const stopped = await rollBack(connection);
    return { result: { outcome: "failed", cause }, ...(stopped && { stopped }) };
  }
  try {
    await connection.exec("COMMIT");
    return { result: { outcome: "appended", head: next } };
  } catch (thrown) {
    const cause = asError(thrown);
    const notRolledBack = await rollBack(connection);
    if (notRolledBack === undefined && certainlyNotCommitted(cause))
      return { result: { outcome: "failed", cause } };
    return { result: { outcome: "unknown", cause }, stopped: cause };
  }
}
