// `withhold journal verify`: what it finds in journals whole, damaged, cut and absent.

import { openSqliteJournal } from "@withhold/journal";
import Database from "libsql";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ApiClient } from "../api-client.fixture.js";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import { startServe, withhold } from "../withhold-process.fixture.js";
import type { Ended } from "../withhold-process.fixture.js";

/** A data directory with ten records, after `sql` was let loose on it. */
async function journalAfter(sql = ""): Promise<{ readonly directory: string; readonly head: string }> {
  const directory = temporaryDirectory();
  const journal = await openSqliteJournal(directory);
  const records = Array.from({ length: 10 }, (_, index) => {
    const id = `record-${index + 1}`;
    return { id, bytes: Buffer.from(JSON.stringify({ v: 1, revision: index + 1, id, events: [] })) };
  });
  await journal.append(0, records);
  const { revision, hash } = await journal.head();
  await journal.close();
  const database = new Database(join(directory, "journal.db"));
  database.exec(sql);
  database.close();
  return { directory, head: `${revision}:${hash}` };
}

const verify = async (directory: string, ...words: readonly string[]): Promise<Ended> =>
  withhold(["journal", "verify", "--data-dir", directory, ...words]);

const edited = "UPDATE record SET bytes = CAST(replace(bytes, '[]', '{}') AS BLOB) WHERE revision = 4";
const cut = "DELETE FROM record WHERE revision > 7";

describe("a whole journal", () => {
  test("is whole, and its head is printed to be kept", async () => {
    const { directory, head } = await journalAfter();
    expect(await verify(directory)).toStrictEqual({
      code: 0,
      stdout: `whole: 10 records\nhead to keep elsewhere: ${head}\n`,
      stderr: "",
    });
  });

  test("holds the head that was printed, also after it grew", async () => {
    const { directory, head } = await journalAfter();
    const earlier = await journalAfter(cut);
    const { stdout } = await verify(earlier.directory);
    const kept = stdout.trim().split(" ").at(-1) ?? "";
    expect(kept).toMatch(/^7:[\da-f]{64}$/);
    const says = `whole: 10 records, and the head you kept is among them\nhead to keep elsewhere: ${head}\n`;
    for (const one of [kept, head, kept.toUpperCase()])
      expect(await verify(directory, "--head", one)).toMatchObject({ code: 0, stdout: says });
  });

  test("is told to programs as a versioned document", async () => {
    const { directory, head } = await journalAfter();
    const { stdout, code } = await verify(directory, "--output", "json");
    expect([code, JSON.parse(stdout)]).toStrictEqual([0, { version: 1, ok: true, head }]);
  });
});

describe("a damaged journal", () => {
  test.each([
    ["an edited record", edited, "damaged at revision 4: its hash is not that of its bytes"],
    ["a removed record", "DELETE FROM record WHERE revision = 5", "damaged at revision 5: "],
    ["a removed beginning", "DELETE FROM record WHERE revision = 1", "damaged at revision 1: "],
    [
      "an exchanged id",
      "UPDATE record SET id = CAST('other' AS BLOB) WHERE revision = 6",
      "damaged at revision 6: it is filed under the id `other`, its bytes state `record-6`",
    ],
    [
      "a record before the first",
      "PRAGMA ignore_check_constraints = ON; INSERT INTO record VALUES (-1, x'41', zeroblob(32), x'00')",
      "damaged at revision -1: a record stands before the first",
    ],
  ])("with %s is named by its revision", async (_, sql, says) => {
    const { directory } = await journalAfter(sql);
    const { code, stdout, stderr } = await verify(directory);
    expect([code, stderr]).toStrictEqual([3, ""]);
    expect(stdout).toContain(says);
  });

  test("is told to programs as a versioned document", async () => {
    const { directory } = await journalAfter(edited);
    const { stdout, code } = await verify(directory, "--output", "json");
    expect([code, JSON.parse(stdout)]).toStrictEqual([
      3,
      {
        version: 1,
        ok: false,
        revision: 4,
        what: "its hash is not that of its bytes after the record before it: edited, moved or replaced",
      },
    ]);
  });

  test("whose tail was cut shows against a kept head only", async () => {
    const { directory, head } = await journalAfter(cut);
    expect(await verify(directory)).toMatchObject({ code: 0 });
    const { code, stdout } = await verify(directory, "--head", head);
    expect([code, stdout]).toStrictEqual([
      3,
      "damaged at revision 8: the journal ends before it: it was cut, the head given is at revision 10\n",
    ]);
  });
});

test("a record that another hand chained onto the end passes, also with a head: help says so", async () => {
  const { directory, head } = await journalAfter();
  const bytes = Buffer.from(JSON.stringify({ v: 1, revision: 11, id: "forged", events: [] }));
  const [, last = ""] = head.split(":");
  const forged = createHash("sha256").update(last, "hex").update(bytes).digest("hex");
  const database = new Database(join(directory, "journal.db"));
  database.exec(
    `INSERT INTO record VALUES (11, CAST('forged' AS BLOB), x'${forged}', x'${bytes.toString("hex")}')`,
  );
  database.close();
  const { code, stdout } = await verify(directory, "--head", head);
  expect([code, stdout]).toStrictEqual([
    0,
    `whole: 11 records, and the head you kept is among them\nhead to keep elsewhere: 11:${forged}\n`,
  ]);
  const help = (await withhold(["journal", "verify", "--help"])).stdout.replaceAll(/\s+/g, " ");
  expect(help).toContain("A head proves everything up to it and nothing after it");
});

describe("what is no journal", () => {
  test.each(["10", "10:abc", `-1:${"0".repeat(64)}`, `10:${"g".repeat(64)}`])(
    "head %s is wrong usage",
    async (head) => {
      const { directory } = await journalAfter();
      const { code, stderr } = await verify(directory, "--head", head);
      const expected = "expected REVISION:HASH, such as the last line of an earlier verify";
      expect([code, stderr]).toStrictEqual([2, `withhold: head \`${head}\`: ${expected}\n`]);
    },
  );

  test("an absent directory is refused, and not made", async () => {
    const directory = join(temporaryDirectory(), "absent");
    const { code, stdout, stderr } = await verify(directory);
    expect([code, stdout]).toStrictEqual([1, ""]);
    expect(stderr).toBe(`withhold: \`${directory}\` holds no journal: name the data directory of a server\n`);
    expect(existsSync(directory)).toBe(false);
  });

  test("an empty directory is refused, and left empty", async () => {
    const directory = join(temporaryDirectory(), "empty");
    mkdirSync(directory);
    expect(await verify(directory)).toMatchObject({ code: 1 });
    expect(readdirSync(directory)).toStrictEqual([]);
  });

  test("another file under its name is refused", async () => {
    const directory = temporaryDirectory();
    writeFileSync(
      join(directory, "journal.db"),
      "no database at all, but long enough to be looked at".repeat(20),
    );
    const { code, stderr } = await verify(directory);
    expect(code).toBe(1);
    expect(stderr).toContain("is not a journal");
  });

  test("a journal without its records is refused by what is missing", async () => {
    const { directory } = await journalAfter("DROP TABLE record");
    const { code, stdout, stderr } = await verify(directory);
    expect([code, stdout]).toStrictEqual([1, ""]);
    expect(stderr).toContain("the table `record` is missing; restore it from a backup");
  });
});

test("the journal of a running server is verified while it writes", async () => {
  const directory = temporaryDirectory();
  const { url } = await startServe(["--data-dir", directory]);
  const client = new ApiClient(url, directory);
  const writing = client.must("CreateOrganization", {});
  expect(await verify(directory)).toMatchObject({ code: 0 });
  await writing;
  expect((await verify(directory)).stdout).toMatch(/^whole: 2 records\n/);
  client.destroy();
});
