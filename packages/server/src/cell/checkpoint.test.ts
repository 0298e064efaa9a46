// Checkpoints: what a start takes from one, and that nothing depends on any.

import { createSecretKey } from "node:crypto";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openSqliteJournal } from "@withhold/journal";
import Database from "libsql";
import { expect, test } from "vitest";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import { openCheckpoint } from "./checkpoint.js";
import type { Restored } from "./checkpoint.js";
import { accountsOf, opening, sealingKey, writerBench } from "./writer-bench.fixture.js";

/** A directory whose journal holds accounts `1` to `records`, and a checkpoint if so many are worth one. */
async function directoryWith(records: number, checkpoints: number): Promise<string> {
  const directory = temporaryDirectory();
  const { writer } = await writerBench(directory, checkpoints);
  for (let id = 1; id <= records; id += 1) await writer.write(opening(`${id}`));
  await writer.close();
  return directory;
}

const fileIn = (directory: string): string => join(directory, "checkpoint");

async function checkpointIn(directory: string, key = sealingKey) {
  const journal = await openSqliteJournal(directory);
  const troubles: unknown[] = [];
  const restored: Restored | undefined = await openCheckpoint(journal, key, (error) => troubles.push(error));
  await journal.close();
  return { restored, troubles };
}

/** What a writer finds on opening, and what it complains of. */
async function started(directory: string) {
  const bench = await writerBench(directory, 1000);
  const found = accountsOf(bench.writer.state);
  bench.writer.settle();
  // The verification is over when the writer is closed, or has stopped.
  for (let turn = 0; turn < 20 && bench.writer.working; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const { working } = bench.writer;
  await bench.writer.close();
  return { found, working, troubles: bench.troubles };
}

const four = ["1", "2", "3", "4"];

test("stands for all records up to its head, and the start adds those behind it", async () => {
  const directory = await directoryWith(4, 3);
  const { restored, troubles } = await checkpointIn(directory);
  expect(troubles).toEqual([]);
  expect(restored?.head.revision).toBe(3);
  expect([...(restored?.cell.accounts.keys() ?? [])]).toEqual(["1", "2", "3"]);
  expect(await started(directory)).toEqual({ found: four, working: true, troubles: [] });
});

test("is made when the server stops, if that is worth it", async () => {
  expect((await checkpointIn(await directoryWith(4, 4))).restored?.head.revision).toBe(4);
  expect(existsSync(fileIn(await directoryWith(4, 5)))).toBe(false);
});

test("deleting it loses nothing", async () => {
  const directory = await directoryWith(4, 3);
  rmSync(fileIn(directory));
  expect(await started(directory)).toEqual({ found: four, working: true, troubles: [] });
});

test.each([
  ["changed", (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.of((bytes.at(-1) ?? 0) ^ 1)])],
  ["cut", (bytes: Buffer) => bytes.subarray(0, -20)],
  [
    "moved to another head",
    (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replace(" 3:", " 2:"), "latin1"),
  ],
])("one that was %s is passed over, and said so", async (_, change) => {
  const directory = await directoryWith(4, 3);
  writeFileSync(fileIn(directory), change(readFileSync(fileIn(directory))));
  const { found, working, troubles } = await started(directory);
  expect({ found, working }).toEqual({ found: four, working: true });
  expect(troubles).toEqual(["the checkpoint cannot be used; reading the journal from its first record"]);
});

test.each(["", "no checkpoint at all", "1.0 3:zz\n"])(
  "a file that is none (%j) is passed over",
  async (text) => {
    const directory = await directoryWith(4, 3);
    writeFileSync(fileIn(directory), text);
    expect(await started(directory)).toEqual({ found: four, working: true, troubles: [] });
  },
);

test("one of another release is passed over", async () => {
  const directory = await directoryWith(4, 3);
  const bytes = readFileSync(fileIn(directory)).toString("latin1");
  writeFileSync(fileIn(directory), bytes.replace(/^\S+/, "0.1"), "latin1");
  expect((await checkpointIn(directory)).restored).toBeUndefined();
  expect(await started(directory)).toEqual({ found: four, working: true, troubles: [] });
});

test("one sealed by another installation is believed by nobody", async () => {
  const directory = await directoryWith(4, 3);
  const { restored, troubles } = await checkpointIn(directory, createSecretKey(Buffer.alloc(32, 8)));
  expect(restored).toBeUndefined();
  expect(String(troubles[0])).toContain("cannot be opened");
});

test("one that the journal has fallen behind, as after restoring an old copy, is passed over", async () => {
  const directory = await directoryWith(2, 99);
  const copy = join(temporaryDirectory(), "old");
  cpSync(directory, copy, { recursive: true });
  const { writer } = await writerBench(directory, 4);
  for (const id of ["3", "4"]) await writer.write(opening(id));
  await writer.close();
  cpSync(fileIn(directory), fileIn(copy));
  const { found, working, troubles } = await started(copy);
  expect({ found, working }).toEqual({ found: ["1", "2"], working: true });
  expect(troubles).toHaveLength(1);
});

test("a record edited behind it is found while the server runs, and the server stops answering", async () => {
  const directory = await directoryWith(4, 3);
  const database = new Database(join(directory, "journal.db"));
  database
    .prepare(
      "UPDATE record SET bytes = CAST(replace(CAST(bytes AS TEXT), '1@', '9@') AS BLOB) WHERE revision = 1",
    )
    .run();
  database.close();
  const { found, working, troubles } = await started(directory);
  expect({ found, working }).toEqual({ found: four, working: false });
  expect(troubles).toEqual(["the journal cannot be used; start the server anew"]);
});
