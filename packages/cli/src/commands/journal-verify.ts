// `withhold journal verify`: proves that the records of a journal are whole, or names the first that is not.

import { Command, Option } from "commander";
import {
  JournalDamaged,
  JournalRefused,
  formatHead,
  openSqliteJournalForReading,
  parseHead,
  recordEnvelope,
  verifyChain,
} from "@withhold/journal";
import type { ChainVerdict, Head, JournalReader, JournalRecord } from "@withhold/journal";
import { defaultDataDirectory } from "../data-directory.js";
import { CommandError, exitCode } from "../exit-code.js";
import { progress } from "../progress.js";
import type { Terminal } from "../terminal.js";

interface VerifyOptions {
  readonly dataDir: string;
  readonly head?: string;
  readonly output: "table" | "json";
}

export function journalCommand(terminal: Terminal): Command {
  return new Command("journal")
    .summary("work with the record of a data directory")
    .description(
      "Works with the record of a data directory: every change that was ever accepted, in one hash chain.",
    )
    .addCommand(verifyCommand(terminal));
}

function verifyCommand(terminal: Terminal): Command {
  return new Command("verify")
    .summary("prove that no record was edited, removed or moved")
    .description(
      "Reads every record and checks the hash chain. An edited, removed or moved record is named by its revision. " +
        "A tail that was cut off, or rewritten whole, shows only against a head that you kept elsewhere (--head): " +
        "this command prints the head to keep. Works while a server is running.",
    )
    .option("--data-dir <dir>", "the data directory", defaultDataDirectory)
    .option("--head <revision:hash>", "a head kept earlier, which the journal must still contain")
    .addOption(
      new Option("--output <format>", "how to print the verdict").choices(["table", "json"]).default("table"),
    )
    .addHelpText(
      "after",
      "\nExample:\n  $ withhold journal verify --data-dir .withhold\n\nExit codes: 0 whole, 1 cannot be read, 2 wrong usage, 3 damaged.",
    )
    .action(async (options: VerifyOptions) => {
      const head = options.head === undefined ? undefined : readHead(options.head);
      const verdict = await verify(options.dataDir, head, terminal);
      terminal.print(options.output === "json" ? asJson(verdict) : asText(verdict, head, terminal));
      terminal.end(verdict.ok ? exitCode.clean : exitCode.findings);
    });
}

function readHead(text: string): Head {
  const head = parseHead(text);
  if (head !== undefined) return head;
  throw new CommandError(
    exitCode.usage,
    `head \`${text}\`: expected REVISION:HASH, such as the last line of an earlier verify`,
  );
}

async function verify(
  dataDirectory: string,
  head: Head | undefined,
  terminal: Terminal,
): Promise<ChainVerdict> {
  let journal: JournalReader;
  try {
    journal = await openSqliteJournalForReading(dataDirectory);
  } catch (error) {
    if (error instanceof JournalRefused) throw new CommandError(exitCode.failed, error.message);
    throw error;
  }
  try {
    const { revision } = await journal.head();
    const records = watched(journal.read(0), revision, terminal);
    return await verifyChain(records, { identify: recordEnvelope, ...(head === undefined ? {} : { head }) });
  } catch (error) {
    if (error instanceof JournalDamaged) return { ok: false, revision: error.revision, what: error.what };
    throw error;
  } finally {
    await journal.close();
  }
}

async function* watched(
  records: AsyncIterable<JournalRecord>,
  total: number,
  terminal: Terminal,
): AsyncIterable<JournalRecord> {
  const bar = progress(terminal, "verifying", total);
  let count = 0;
  try {
    for await (const record of records) {
      yield record;
      count += 1;
      bar.at(count);
    }
  } finally {
    bar.done();
  }
}

function asText(verdict: ChainVerdict, head: Head | undefined, terminal: Terminal): string {
  if (!verdict.ok) {
    return `${terminal.paint("red", "damaged")} at revision ${verdict.revision}: ${verdict.what}`;
  }
  const records = verdict.head.revision === 1 ? "1 record" : `${verdict.head.revision} records`;
  const kept = head === undefined ? "" : `, and the head you kept is among them`;
  return `${terminal.paint("green", "whole")}: ${records}${kept}\nhead to keep elsewhere: ${formatHead(verdict.head)}`;
}

function asJson(verdict: ChainVerdict): string {
  const { ok } = verdict;
  const rest = ok ? { head: formatHead(verdict.head) } : { revision: verdict.revision, what: verdict.what };
  return JSON.stringify({ version: 1, ok, ...rest }, undefined, 2);
}
