// An opening that fails half way: every connection that it made is closed, and the directory is free again.

import Database from "libsql";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import * as connections from "./connection.js";
import { openSqliteJournalForReading } from "./sqlite-journal-for-reading.js";
import { openSqliteJournal } from "./sqlite-journal.js";
import { temporaryDirectory } from "./temporary-directory.fixture.js";

const { opened, closed } = vi.hoisted(() => ({ opened: [] as object[], closed: new Set<object>() }));

vi.mock(import("./connection.js"), async (original) => {
  const real = await original();
  const watched = <C extends { close(): void }>(connection: C): C => {
    opened.push(connection);
    const close = connection.close.bind(connection);
    connection.close = () => {
      closed.add(connection);
      close();
    };
    return connection;
  };
  return {
    ...real,
    openForWriting: vi.fn<typeof real.openForWriting>((file) => watched(real.openForWriting(file))),
    openForReading: vi.fn<typeof real.openForReading>((...parameters) =>
      watched(real.openForReading(...parameters)),
    ),
  };
});

beforeEach(() => {
  opened.length = 0;
  closed.clear();
});

async function journalAfter(sql: string): Promise<string> {
  const directory = temporaryDirectory();
  const journal = await openSqliteJournal(directory);
  await journal.append(0, [{ id: "a", bytes: Buffer.from("first") }]);
  await journal.close();
  const database = new Database(join(directory, "journal.db"));
  database.exec(sql);
  database.close();
  opened.length = 0;
  closed.clear();
  return directory;
}

test("the head cannot be told", async () => {
  const directory = await journalAfter("UPDATE record SET hash = x'00'");
  await expect(openSqliteJournal(directory)).rejects.toMatchObject({ name: "JournalDamaged" });
  expect([opened.length, closed.size]).toStrictEqual([3, 3]);
});

test("there is no connection to read with", async () => {
  const directory = await journalAfter("");
  vi.mocked(connections.openForReading).mockImplementationOnce(() => {
    throw new Error("too many open files");
  });
  await expect(openSqliteJournal(directory)).rejects.toThrow("too many open files");
  expect([opened.length, closed.size]).toStrictEqual([2, 2]);
  await (await openSqliteJournal(directory)).close();
});

test("the schema is another", async () => {
  const directory = await journalAfter("DROP TABLE record");
  await expect(openSqliteJournal(directory)).rejects.toMatchObject({ reason: "not-a-journal" });
  await expect(openSqliteJournalForReading(directory)).rejects.toMatchObject({ reason: "not-a-journal" });
  expect([opened.length, closed.size]).toStrictEqual([3, 3]);
});
