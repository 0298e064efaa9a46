// The SQLite adapter: the contract, and what a data directory is like from outside.

import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, test } from "vitest";
import { journalContract } from "../journal-contract.js";
import { openSqliteJournalForReading } from "./sqlite-journal-for-reading.js";
import { openSqliteJournal } from "./sqlite-journal.js";
import { temporaryDirectory } from "./temporary-directory.fixture.js";

journalContract("sqlite", async () => {
  const directory = mkdtempSync(join(tmpdir(), "withhold-contract-"));
  let journal = await openSqliteJournal(directory);
  return {
    journal,
    reopen: async () => {
      await journal.close();
      journal = await openSqliteJournal(directory);
      return journal;
    },
    destroy: async () => {
      await journal.close();
      rmSync(directory, { recursive: true });
    },
  };
});

function mode(file: string): string {
  return (statSync(file).mode & 0o777).toString(8);
}
const oneRecord = [{ id: "a", bytes: Buffer.from("first") }];

describe("data directory", () => {
  test("is made for its owner only, and so are the files in it", async () => {
    const directory = join(temporaryDirectory(), "made", "here");
    const journal = await openSqliteJournal(directory);
    await journal.append(0, oneRecord);
    expect(mode(directory)).toBe("700");
    for (const file of ["journal.db", "journal.db-wal", "lock"])
      expect(mode(join(directory, file))).toBe("600");
    await journal.close();
  });

  test.each([0o644, 0o660])(
    "a database found with mode %o is taken from all but its owner",
    async (found) => {
      const directory = temporaryDirectory();
      chmodSync(directory, 0o755);
      const first = await openSqliteJournal(directory);
      await first.append(0, oneRecord);
      const copy = temporaryDirectory();
      chmodSync(copy, 0o755);
      for (const file of ["journal.db", "journal.db-wal"]) {
        copyFileSync(join(directory, file), join(copy, file));
        chmodSync(join(copy, file), found);
      }
      await first.close();
      const journal = await openSqliteJournal(copy);
      expect(await journal.head()).toMatchObject({ revision: 1 });
      for (const file of ["journal.db", "journal.db-wal", "journal.db-shm"])
        expect(mode(join(copy, file))).toBe("600");
      // A directory that its user made stays as it was made.
      expect(mode(copy)).toBe("755");
      await journal.close();
    },
  );

  test("a clean close leaves everything in `journal.db` and nothing in the log", async () => {
    const directory = temporaryDirectory();
    const journal = await openSqliteJournal(directory);
    await journal.append(0, oneRecord);
    expect(statSync(join(directory, "journal.db-wal")).size).toBeGreaterThan(0);
    await journal.close();
    expect(statSync(join(directory, "journal.db-wal"), { throwIfNoEntry: false })?.size ?? 0).toBe(0);

    const copy = temporaryDirectory();
    writeFileSync(join(copy, "journal.db"), readFileSync(join(directory, "journal.db")));
    const copied = await openSqliteJournalForReading(copy);
    expect(await copied.head()).toMatchObject({ revision: 1 });
    await copied.close();
  });

  test("a second opening in one process is refused at once, and possible after the close", async () => {
    const directory = temporaryDirectory();
    const journal = await openSqliteJournal(directory);
    await expect(openSqliteJournal(directory)).rejects.toMatchObject({
      name: "JournalRefused",
      reason: "in-use",
      message: `the data directory \`${directory}\` is in use by another process: stop that one first, or name another directory`,
    });
    // The refused attempt must not have cost the owner its lock.
    await expect(openSqliteJournal(directory)).rejects.toMatchObject({ reason: "in-use" });
    await journal.close();
    await (await openSqliteJournal(directory)).close();
  });

  test("that is a file is refused by name", async () => {
    const file = join(temporaryDirectory(), "file");
    writeFileSync(file, "");
    await expect(openSqliteJournal(file)).rejects.toThrow(`the data directory \`${file}\` cannot be made`);
  });
});

describe("a database that is not a journal of this version", () => {
  const withDatabase = (sql: string): string => {
    const directory = temporaryDirectory();
    const database = new Database(join(directory, "journal.db"));
    database.exec(sql);
    database.close();
    return directory;
  };

  test.each(["this is not a database", "x".repeat(5000)])(
    "a file of other bytes is refused (%#)",
    async (text) => {
      const directory = temporaryDirectory();
      const file = join(directory, "journal.db");
      writeFileSync(file, text);
      const refusal = {
        reason: "not-a-journal",
        message: `\`${file}\` is not a journal: file is not a database; restore it from a backup, or name another data directory`,
      };
      await expect(openSqliteJournal(directory)).rejects.toMatchObject(refusal);
      await expect(openSqliteJournalForReading(directory)).rejects.toMatchObject(refusal);
      expect(readFileSync(file, "utf8")).toBe(text);
      // The refusal gave the directory back.
      rmSync(file);
      await (await openSqliteJournal(directory)).close();
    },
  );

  test("another program's database is refused and left as it is", async () => {
    const directory = withDatabase("CREATE TABLE theirs (a)");
    const before = readFileSync(join(directory, "journal.db"));
    await expect(openSqliteJournal(directory)).rejects.toMatchObject({ reason: "not-a-journal" });
    await expect(openSqliteJournalForReading(directory)).rejects.toMatchObject({ reason: "not-a-journal" });
    expect(readFileSync(join(directory, "journal.db")).equals(before)).toBe(true);
  });

  test.each([
    [
      "CREATE TRIGGER swallow BEFORE INSERT ON record BEGIN SELECT RAISE(IGNORE); END",
      "the trigger `swallow` is not what this program makes",
    ],
    ["CREATE VIEW theirs AS SELECT 1", "the view `theirs` is not what this program makes"],
    ["CREATE INDEX mine ON record (hash)", "the index `mine` is not what this program makes"],
    ["ALTER TABLE secret ADD COLUMN note BLOB", "the table `secret` is not what this program makes"],
    ["DROP TABLE record", "the table `record` is missing"],
    [
      "ALTER TABLE record RENAME TO records",
      "the table `records` is not what this program makes, the table `record` is missing",
    ],
  ])("a journal changed by `%s` is refused, and the message says what is wrong", async (sql, says) => {
    const directory = temporaryDirectory();
    await (await openSqliteJournal(directory)).close();
    const file = join(directory, "journal.db");
    const database = new Database(file);
    database.exec(sql);
    database.close();
    const refusal = {
      name: "JournalRefused",
      reason: "not-a-journal",
      message: `\`${file}\` is no journal of this program: ${says}; restore it from a backup`,
    };
    await expect(openSqliteJournal(directory)).rejects.toMatchObject(refusal);
    await expect(openSqliteJournalForReading(directory)).rejects.toMatchObject(refusal);
  });

  test("what ANALYZE and VACUUM INTO leave is no change", async () => {
    const directory = temporaryDirectory();
    const journal = await openSqliteJournal(directory);
    await journal.append(0, oneRecord);
    await journal.close();
    const copy = temporaryDirectory();
    const database = new Database(join(directory, "journal.db"));
    database.exec(`ANALYZE; VACUUM INTO '${join(copy, "journal.db")}'`);
    database.close();
    for (const one of [directory, copy]) {
      const opened = await openSqliteJournal(one);
      expect(await opened.head()).toMatchObject({ revision: 1 });
      await opened.close();
    }
  });

  test("a newer schema is refused", async () => {
    const directory = temporaryDirectory();
    await (await openSqliteJournal(directory)).close();
    const database = new Database(join(directory, "journal.db"));
    database.exec("PRAGMA user_version = 2");
    database.close();
    const refusal = {
      reason: "newer",
      message: `\`${join(directory, "journal.db")}\` was written by a newer version (schema 2, this program knows 1): upgrade this program`,
    };
    await expect(openSqliteJournal(directory)).rejects.toMatchObject(refusal);
    await expect(openSqliteJournalForReading(directory)).rejects.toMatchObject(refusal);
  });
});

describe("opened for reading", () => {
  test("an absent or empty directory is refused, and nothing is made in it", async () => {
    const directory = temporaryDirectory();
    await expect(openSqliteJournalForReading(directory)).rejects.toMatchObject({ reason: "absent" });
    await expect(openSqliteJournalForReading(join(directory, "none"))).rejects.toMatchObject({
      reason: "absent",
    });
    expect(readdirSync(directory)).toStrictEqual([]);
    mkdirSync(join(directory, "empty-file"));
    writeFileSync(join(directory, "empty-file", "journal.db"), "");
    await expect(openSqliteJournalForReading(join(directory, "empty-file"))).rejects.toMatchObject({
      reason: "absent",
    });
  });

  test("does not take the directory, and sees what is appended meanwhile", async () => {
    const directory = temporaryDirectory();
    const journal = await openSqliteJournal(directory);
    const reader = await openSqliteJournalForReading(directory);
    expect(await reader.head()).toMatchObject({ revision: 0 });
    await journal.append(0, oneRecord);
    expect(await reader.head()).toStrictEqual(await journal.head());
    expect(await reader.find("a")).toMatchObject({ revision: 1 });
    await reader.close();
    expect(await journal.append(1, [{ id: "b", bytes: Buffer.from("second") }])).toMatchObject({
      outcome: "appended",
    });
    await journal.close();
  });
});
