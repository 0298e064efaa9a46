// One append as one transaction: what goes where, and what is left after an error.

import { join } from "node:path";
import { expect, test } from "vitest";
import { genesis } from "../head.js";
import { appendTurn, prepareAppend } from "./append-turn.js";
import { openForReading, openForWriting } from "./connection.js";
import type { WriteConnection } from "./connection.js";
import { recordRows } from "./record-rows.js";
import { createSchema } from "./schema.js";
import { temporaryDirectory } from "./temporary-directory.fixture.js";

async function open() {
  const file = join(temporaryDirectory(), "journal.db");
  const connection = openForWriting(file);
  await connection.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  await createSchema(connection);
  return {
    file,
    connection,
    statements: await prepareAppend(connection),
    rows: recordRows(openForReading(file)),
  };
}

function records(count: number, size = 400) {
  return Array.from({ length: count }, (_, index) => ({ id: `r${index}`, bytes: Buffer.alloc(size, index) }));
}

test("the commit, and with it the fsync, goes through the asynchronous exec, and nothing else does", async () => {
  const { connection, statements, rows } = await open();
  const executed: string[] = [];
  const recorded: WriteConnection = {
    exec: async (sql) => {
      executed.push(sql);
      // Filled, not committed: nobody sees it yet.
      expect(connection.inTransaction).toBe(true);
      expect(rows.head()).toStrictEqual(genesis);
      await connection.exec(sql);
    },
    prepare: async (sql) => connection.prepare(sql),
    close: () => connection.close(),
    get inTransaction() {
      return connection.inTransaction;
    },
  };
  const { result } = await appendTurn(recorded, statements, genesis, records(3), []);
  expect(executed).toStrictEqual(["COMMIT"]);
  expect(result).toStrictEqual({ outcome: "appended", head: rows.head() });
  expect(connection.inTransaction).toBe(false);
});

test("a database at its page limit fails the append, leaves no transaction, and takes records again later", async () => {
  const { connection, statements, rows } = await open();
  await connection.exec("PRAGMA max_page_count = 20");
  const { result, stopped } = await appendTurn(connection, statements, genesis, records(300), []);
  expect(result).toMatchObject({ outcome: "failed", cause: { code: "SQLITE_FULL" } });
  expect(stopped).toBeUndefined();
  expect(connection.inTransaction).toBe(false);
  expect(rows.head()).toStrictEqual(genesis);
  await connection.exec("PRAGMA max_page_count = 2000");
  const again = await appendTurn(connection, statements, genesis, records(300), []);
  expect(again.result).toMatchObject({ outcome: "appended", head: { revision: 300 } });
});

test("a write lock held by somebody else fails the append and leaves no transaction", async () => {
  const { connection, statements, rows, file } = await open();
  const intruder = openForWriting(file);
  await intruder.exec("BEGIN IMMEDIATE");
  const { result } = await appendTurn(connection, statements, genesis, records(1), []);
  expect(result).toMatchObject({ outcome: "failed", cause: { code: "SQLITE_BUSY" } });
  expect(connection.inTransaction).toBe(false);
  await intruder.exec("ROLLBACK");
  expect((await appendTurn(connection, statements, genesis, records(1), [])).result).toMatchObject({
    outcome: "appended",
    head: rows.head(),
  });
});

test("an error of COMMIT other than no space is unknown, and stops", async () => {
  const { connection, statements } = await open();
  const failing = Object.create(connection, {
    exec: {
      value: async (sql: string) => {
        if (sql !== "COMMIT") return connection.exec(sql);
        throw Object.assign(new Error("disk I/O error"), { code: "SQLITE_IOERR_FSYNC" });
      },
    },
    inTransaction: { get: () => connection.inTransaction },
  }) as WriteConnection;
  const { result, stopped } = await appendTurn(failing, statements, genesis, records(1), []);
  expect(result).toMatchObject({ outcome: "unknown", cause: { code: "SQLITE_IOERR_FSYNC" } });
  expect(stopped).toBeInstanceOf(Error);
  expect(connection.inTransaction).toBe(false);
});

test.each([
  ["record", "the record `r0` was not inserted: look for triggers in the database"],
  ["secret", "the secret `kept` was not inserted: look for triggers in the database"],
])("a trigger that swallows rows of the table %s fails the append", async (table, message) => {
  const { connection, statements, rows } = await open();
  await connection.exec(`CREATE TRIGGER swallow BEFORE INSERT ON ${table} BEGIN SELECT RAISE(IGNORE); END`);
  const secrets = [{ put: "kept", sealed: Buffer.from([1]) }];
  const { result } = await appendTurn(connection, statements, genesis, records(2), secrets);
  expect(result).toMatchObject({ outcome: "failed", cause: { message } });
  expect(connection.inTransaction).toBe(false);
  expect(rows.head()).toStrictEqual(genesis);
  expect(rows.secrets()).toStrictEqual([]);
});
