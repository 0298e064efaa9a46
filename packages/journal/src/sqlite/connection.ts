// The two kinds of SQLite connection that the journal uses, typed: `libsql`'s own types are `any`.

import { pathToFileURL } from "node:url";
import SyncDatabase from "libsql";
import AsyncDatabase from "libsql/promise";

/** Text goes in as bytes: libsql cuts TEXT at NUL, mends lone surrogates, and aborts the process on TEXT that is not UTF-8. */
export type Parameter = number | Uint8Array;

/** A prepared statement; rows are arrays. Synchronous, in both of libsql's flavours. */
export interface Statement {
  /** `changes`: how many rows. */
  run(parameters: readonly Parameter[]): { readonly changes: number };
  get(parameters: readonly Parameter[]): readonly unknown[] | undefined;
  raw(): this;
}

/** `all` is synchronous in one of the flavours only. */
export interface ReadStatement extends Statement {
  all(parameters: readonly Parameter[]): readonly (readonly unknown[])[];
}

/** A connection whose `exec` runs off the event loop. Must not be collected while its locks are needed. */
export interface WriteConnection {
  exec(sql: string): Promise<void>;
  prepare(sql: string): Promise<Statement>;
  readonly inTransaction: boolean;
  close(): void;
}

/** A connection that reads, synchronously. */
export interface ReadConnection {
  exec(sql: string): void;
  prepare(sql: string): ReadStatement;
  close(): void;
}

/** Opens `file` (absolute), creating it if absent. Throws if the directory is absent; anything else shows at first use. */
export function openForWriting(file: string): WriteConnection {
  return new AsyncDatabase(file, {}) as unknown as WriteConnection;
}

/** Opens `file` (absolute) read-only; never creates it. `immutable`: nobody writes, and no file beside it may be made. */
export function openForReading(file: string, { immutable = false } = {}): ReadConnection {
  return new SyncDatabase(
    `${pathToFileURL(file).href}?mode=ro${immutable ? "&immutable=1" : ""}`,
  ) as unknown as ReadConnection;
}

/** Hands `connection` to `use`, which keeps it, or throws and leaves it closed. */
export async function closedOnError<C extends { close(): void }, Result>(
  connection: C,
  use: (connection: C) => Promise<Result>,
): Promise<Result> {
  try {
    return await use(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** SQLite's name for what went wrong, `SQLITE_FULL` or `SQLITE_IOERR_FSYNC` say; `undefined` for other errors. */
export function sqliteCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** What was thrown, as an `Error`. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
