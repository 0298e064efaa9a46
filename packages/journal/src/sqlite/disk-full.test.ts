// A disk that is really full: a small tmpfs, mounted where the tests run as root on Linux.

import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { verifyChain } from "../verify-chain.js";
import { openSqliteJournal } from "./sqlite-journal.js";
import { temporaryDirectory } from "./temporary-directory.fixture.js";

function mountSmallDisk(): string | undefined {
  const directory = temporaryDirectory();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", directory], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  onTestFinished(() => void execFileSync("umount", ["-l", directory]));
  return directory;
}

test("no space left: the append fails, nothing of it is there, and space freed is enough to go on", async (context) => {
  const disk = mountSmallDisk();
  if (disk === undefined)
    return context.skip("needs the right to mount a tmpfs; the page limit's test stands in");
  let journal = await openSqliteJournal(disk);
  const group = (round: number) =>
    Array.from({ length: 8 }, (_, index) => ({ id: `${round}-${index}`, bytes: Buffer.alloc(400, round) }));
  const filler = join(disk, "filler");
  writeFileSync(filler, Buffer.alloc(1024 * 1024));

  let revision = 0;
  let round = 0;
  let failures = 0;
  for (; round < 2000 && failures < 5; round += 1) {
    const result = await journal.append(revision, group(round), [
      { put: `secret-${round}`, sealed: Buffer.from([1]) },
    ]);
    if (result.outcome === "appended") revision = result.head.revision;
    else {
      expect(result).toMatchObject({ outcome: "failed", cause: { code: "SQLITE_FULL" } });
      failures += 1;
      expect(await journal.head()).toMatchObject({ revision });
      expect(await journal.find(`${round}-0`)).toBeUndefined();
    }
  }
  expect(failures).toBe(5);
  expect(revision).toBeGreaterThan(0);

  rmSync(filler);
  expect(await journal.append(revision, group(round))).toMatchObject({ outcome: "appended" });
  const head = await journal.head();
  expect(head.revision).toBe(revision + 8);
  await journal.close();
  journal = await openSqliteJournal(disk);
  expect(await verifyChain(journal.read(0), { head })).toStrictEqual({ ok: true, head });
  let secrets = 0;
  for await (const _ of journal.secrets()) secrets += 1;
  expect(secrets).toBe(revision / 8);
  await journal.close();
});
