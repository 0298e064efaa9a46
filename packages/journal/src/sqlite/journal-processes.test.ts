// The journal among processes: killed while it appends, raced for, read beside a writer, on a disk that fails.

import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, test } from "vitest";
import { recordEnvelope } from "../record-envelope.js";
import { verifyChain } from "../verify-chain.js";
import { openSqliteJournalForReading } from "./sqlite-journal-for-reading.js";
import { openSqliteJournal } from "./sqlite-journal.js";
import { buildJournalProcess, startJournalProcess } from "./start-journal-process.fixture.js";
import { temporaryDirectory } from "./temporary-directory.fixture.js";

beforeAll(buildJournalProcess, 60_000);

describe("kill -9", () => {
  test("everything acknowledged is there, the chain holds, and the directory is free, round after round", async () => {
    const directory = temporaryDirectory();
    let acknowledged = 0;
    for (const lines of [1, 7, 40, 150, 400]) {
      const process = startJournalProcess("append", directory);
      await process.said(lines);
      await process.kill();
      const last = Number(process.lines.at(-1));
      expect(last).toBeGreaterThan(acknowledged);
      acknowledged = last;

      const journal = await openSqliteJournal(directory);
      const verdict = await verifyChain(journal.read(0), { identify: recordEnvelope });
      expect(verdict).toMatchObject({ ok: true, head: await journal.head() });
      expect((await journal.head()).revision).toBeGreaterThanOrEqual(acknowledged);
      await journal.close();
    }
  }, 60_000);
});

describe("the data directory", () => {
  test("is owned by exactly one of two processes that race for it, until that one is killed", async () => {
    const directory = temporaryDirectory();
    const racers = [startJournalProcess("hold", directory), startJournalProcess("hold", directory)];
    await Promise.all(racers.map(async (racer) => racer.said(1)));
    const answers = racers.map(({ lines }) => lines[0] ?? "").toSorted((a, b) => a.localeCompare(b));
    expect(answers).toStrictEqual([
      "open",
      `refused the data directory \`${directory}\` is in use by another process: stop that one first, or name another directory`,
    ]);
    await expect(openSqliteJournal(directory)).rejects.toMatchObject({ reason: "in-use" });
    await Promise.all(racers.map(async (racer) => racer.kill()));
    await (await openSqliteJournal(directory)).close();
  }, 60_000);

  test("is read and verified while another process appends", async () => {
    const directory = temporaryDirectory();
    const writer = startJournalProcess("append", directory);
    await writer.said(1);
    const reader = await openSqliteJournalForReading(directory);
    let before = 0;
    for (let round = 1; round <= 5; round += 1) {
      await writer.said(round * 60);
      const verdict = await verifyChain(reader.read(0), { identify: recordEnvelope });
      expect(verdict.ok).toBe(true);
      const revision = verdict.ok ? verdict.head.revision : 0;
      expect(revision).toBeGreaterThan(before);
      before = revision;
    }
    await reader.close();
    await writer.said(350);
    await writer.kill();
  }, 60_000);
});

function canTrace(): boolean {
  try {
    execFileSync("strace", ["-f", "-e", "inject=fsync:error=EIO:when=1000", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe("a disk that fails to sync (needs strace)", () => {
  test.skipIf(!canTrace())(
    "the outcome is unknown, and the journal stops",
    async () => {
      const directory = temporaryDirectory();
      const sync = ["-e", "trace=fdatasync,fsync", "-e", "inject=fdatasync,fsync:error=EIO:when=25+"];
      const process = startJournalProcess("append", directory, [
        "strace",
        "-f",
        "-qq",
        "-o",
        "/dev/null",
        ...sync,
      ]);
      await process.ended();
      expect(JSON.parse(process.lines.at(-1) ?? "")).toStrictEqual({
        outcome: "unknown",
        code: "SQLITE_IOERR_FSYNC",
        reading: "JournalStopped",
        again: "JournalStopped",
      });
      const acknowledged = Number(process.lines.at(-2));
      const journal = await openSqliteJournal(directory);
      expect((await journal.head()).revision).toBeGreaterThanOrEqual(acknowledged);
      expect(await verifyChain(journal.read(0))).toMatchObject({ ok: true });
      await journal.close();
    },
    60_000,
  );
});
