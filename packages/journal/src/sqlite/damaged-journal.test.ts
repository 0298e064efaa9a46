// Records changed behind the journal's back, by SQL: every change is found, and its revision named.

import { join } from "node:path";
import Database from "libsql";
import { describe, expect, test } from "vitest";
import { genesis } from "../head.js";
import type { Head } from "../head.js";
import { recordEnvelope } from "../record-envelope.js";
import { recordHash } from "../record-hash.js";
import { verifyChain } from "../verify-chain.js";
import type { ChainVerdict, VerifyOptions } from "../verify-chain.js";
import { openSqliteJournalForReading } from "./sqlite-journal-for-reading.js";
import { openSqliteJournal } from "./sqlite-journal.js";
import { temporaryDirectory } from "./temporary-directory.fixture.js";

const records = Array.from({ length: 600 }, (_, index) => {
  const id = `record-${index + 1}`;
  return { id, bytes: Buffer.from(JSON.stringify({ v: 1, revision: index + 1, id, events: [] })) };
});

/** A journal of 600 records after `sql` was let loose on it. */
async function journalAfter(sql: string): Promise<{ directory: string; head: Head }> {
  const directory = temporaryDirectory();
  const journal = await openSqliteJournal(directory);
  await journal.append(0, records);
  const head = await journal.head();
  await journal.close();
  const database = new Database(join(directory, "journal.db"));
  database.exec(sql);
  database.close();
  return { directory, head };
}

async function verify(directory: string, options?: VerifyOptions): Promise<ChainVerdict> {
  const reader = await openSqliteJournalForReading(directory);
  try {
    return await verifyChain(reader.read(0), options);
  } finally {
    await reader.close();
  }
}

function swap(column: string): string {
  return `CREATE TEMP TABLE held AS SELECT revision, ${column} AS held FROM record WHERE revision IN (300, 301);
   UPDATE record SET ${column} = CAST('x' || revision AS BLOB) WHERE revision IN (300, 301);
   UPDATE record SET ${column} = (SELECT held FROM held WHERE held.revision = 601 - record.revision) WHERE revision IN (300, 301)`;
}

describe("verifyChain over a changed database", () => {
  test("nothing changed: it holds, up to the head", async () => {
    const { directory, head } = await journalAfter("");
    expect(await verify(directory, { head, identify: recordEnvelope })).toStrictEqual({ ok: true, head });
  });

  test.each([
    [
      "edited bytes",
      "UPDATE record SET bytes = CAST(replace(bytes, '[]', '{}') AS BLOB) WHERE revision = 400",
      400,
    ],
    ["the first record's bytes", "UPDATE record SET bytes = x'00' WHERE revision = 1", 1],
    ["emptied bytes", "UPDATE record SET bytes = x'' WHERE revision = 600", 600],
    ["an edited hash", "UPDATE record SET hash = zeroblob(32) WHERE revision = 256", 256],
    ["a hash of another length", "UPDATE record SET hash = x'00' WHERE revision = 257", 257],
    ["a removed record", "DELETE FROM record WHERE revision = 512", 512],
    ["removed first records", "DELETE FROM record WHERE revision < 3", 1],
    ["a removed page", "DELETE FROM record WHERE revision BETWEEN 257 AND 512", 257],
    [
      "a removed record, those after it moved up",
      `DELETE FROM record WHERE revision = 300; UPDATE record SET revision = revision + 1000 WHERE revision > 300;
       UPDATE record SET revision = revision - 1001 WHERE revision > 1000`,
      300,
    ],
    ["records in another order", `${swap("bytes")}; DROP TABLE held; ${swap("hash")}`, 300],
  ])("finds %s", async (_, sql, revision) => {
    const { directory } = await journalAfter(sql);
    expect(await verify(directory)).toMatchObject({ ok: false, revision });
  });

  test.each([0, -1, -(2 ** 40)])("finds a record at revision %d, before the first", async (revision) => {
    const sql = `INSERT INTO record VALUES (${revision}, CAST('forged' AS BLOB), zeroblob(32), x'00')`;
    await expect(journalAfter(sql)).rejects.toThrow("CHECK constraint failed");
    const { directory, head } = await journalAfter(`PRAGMA ignore_check_constraints = ON; ${sql}`);
    const what = "a record stands before the first, where nothing is ever recorded";
    expect(await verify(directory, { head })).toStrictEqual({ ok: false, revision, what });
    await expect(openSqliteJournal(directory)).rejects.toMatchObject({ name: "JournalDamaged", revision });
    // The refusal gave the directory back.
    await expect(openSqliteJournal(directory)).rejects.toMatchObject({ name: "JournalDamaged" });
    const reader = await openSqliteJournalForReading(directory);
    await expect(reader.head()).rejects.toMatchObject({ name: "JournalDamaged", revision });
    expect(await reader.find("forged")).toBeUndefined();
    expect(await reader.find("record-1")).toMatchObject({ revision: 1 });
    await reader.close();
  });

  test("cannot tell a record that another hand chained onto the end, with a head or without", async () => {
    const { hash } = (await journalAfter("")).head;
    const bytes = Buffer.from(JSON.stringify({ v: 1, revision: 601, id: "forged", events: [] }));
    const forged = recordHash(hash, bytes);
    const { directory, head } = await journalAfter(
      `INSERT INTO record VALUES (601, CAST('forged' AS BLOB), x'${forged}', x'${bytes.toString("hex")}')`,
    );
    const verdict = await verify(directory, { head, identify: recordEnvelope });
    expect(verdict).toStrictEqual({ ok: true, head: { revision: 601, hash: forged } });
  });

  test("finds an id that was exchanged, by what the bytes state", async () => {
    const { directory } = await journalAfter(swap("id"));
    expect(await verify(directory)).toMatchObject({ ok: true });
    expect(await verify(directory, { identify: recordEnvelope })).toStrictEqual({
      ok: false,
      revision: 300,
      what: "it is filed under the id `record-301`, its bytes state `record-300`",
    });
  });

  test("finds a cut tail only against a head", async () => {
    const { directory, head } = await journalAfter("DELETE FROM record WHERE revision > 590");
    expect(await verify(directory)).toMatchObject({ ok: true, head: { revision: 590 } });
    expect(await verify(directory, { head })).toMatchObject({ ok: false, revision: 591 });
  });

  test("finds a rewritten chain only against a head", async () => {
    const rewritten = [
      ...records.slice(0, 9),
      { id: "forged", bytes: Buffer.from("forged") },
      ...records.slice(10),
    ];
    let hash = genesis.hash;
    const updates = rewritten.map(({ bytes }, index) => {
      hash = recordHash(hash, bytes);
      return `UPDATE record SET hash = x'${hash}', bytes = x'${bytes.toString("hex")}' WHERE revision = ${index + 1}`;
    });
    const { directory, head } = await journalAfter(`BEGIN; ${updates.join(";")}; COMMIT`);
    expect(await verify(directory)).toMatchObject({ ok: true, head: { revision: 600, hash } });
    expect(await verify(directory, { head })).toMatchObject({ ok: false, revision: 600 });
  });
});

describe("reading a damaged journal", () => {
  test("refuses a gap and names the missing revision, after the records before its page", async () => {
    const { directory } = await journalAfter("DELETE FROM record WHERE revision = 300");
    const journal = await openSqliteJournal(directory);
    const seen: number[] = [];
    const reading = async () => {
      for await (const { revision } of journal.read(0)) seen.push(revision);
    };
    await expect(reading()).rejects.toMatchObject({ name: "JournalDamaged", revision: 300 });
    expect(seen.every((revision, index) => revision === index + 1 && revision < 300)).toBe(true);
    await journal.close();
  });
});
