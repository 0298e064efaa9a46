// A process of its own that opens a journal: tests run its build, and kill it.

import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { asError, sqliteCode } from "./connection.js";
import { openSqliteJournal } from "./sqlite-journal.js";

const [, , task = "", directory = ""] = process.argv;

/** Synchronous, so that what was acknowledged is out before the process can be killed. */
function say(line: string): void {
  return void writeSync(1, `${line}\n`);
}

async function appendForever(): Promise<void> {
  const journal = await openSqliteJournal(directory);
  let { revision } = await journal.head();
  for (;;) {
    const records = Array.from({ length: 1 + (revision % 5) }, (_, index) => {
      const id = randomUUID();
      return {
        id,
        bytes: Buffer.from(
          JSON.stringify({ v: 1, revision: revision + 1 + index, id, pad: "x".repeat(400) }),
        ),
      };
    });
    const result = await journal.append(revision, records);
    if (result.outcome !== "appended") {
      const cause = "cause" in result ? result.cause : undefined;
      const reading = await journal.find(records[0]?.id ?? "").catch((error: unknown) => asError(error).name);
      const again = await journal.append(revision, records).catch((error: unknown) => asError(error).name);
      return say(JSON.stringify({ outcome: result.outcome, code: sqliteCode(cause), reading, again }));
    }
    revision = result.head.revision;
    say(String(revision));
  }
}

async function hold(): Promise<void> {
  try {
    await openSqliteJournal(directory);
    say("open");
  } catch (error) {
    say(`refused ${asError(error).message}`);
    return;
  }
  setInterval(() => undefined, 60_000);
}

await (task === "append" ? appendForever() : hold());
