// `withhold journal verify`: proves that the records of a journal are whole, or names the first that is not. The chain
// has no key: a head that was kept proves everything up to it, and nothing after it.

import { Command, Option } from "commander";
import { defaultDataDirectory } from "../data-directory.js";
import { exitCode } from "../exit-code.js";
import type { Terminal } from "../terminal.js";
import type { Verdict } from "../verify-journal.js";

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
        "this command prints the head to keep. A head proves everything up to it and nothing after it: the chain " +
        "has no key, so whoever can write the file can append to it. Secrets are outside the chain. " +
        "Works while a server is running.",
    )
    .option("--data-dir <dir>", "the data directory", defaultDataDirectory)
    .option(
      "--head <revision:hash>",
      "a head kept earlier, which the journal must still contain; proves nothing after it",
    )
    .addOption(
      new Option("--output <format>", "how to print the verdict").choices(["table", "json"]).default("table"),
    )
    .addHelpText(
      "after",
      "\nExample:\n  $ withhold journal verify --data-dir .withhold\n\nExit codes: 0 whole, 1 cannot be read, 2 wrong usage, 3 damaged.",
    )
    .action(async (options: VerifyOptions) => {
      // Loaded when needed: other commands should not wait for the database library.
      const { verifyJournal } = await import("../verify-journal.js");
      const verdict = await verifyJournal(options.dataDir, options.head, terminal);
      terminal.print(options.output === "json" ? asJson(verdict) : asText(verdict, options, terminal));
      terminal.end(verdict.ok ? exitCode.clean : exitCode.findings);
    });
}

function asText(verdict: Verdict, { head }: VerifyOptions, terminal: Terminal): string {
  if (!verdict.ok) {
    return `${terminal.paint("red", "damaged")} at revision ${verdict.revision}: ${verdict.what}`;
  }
  const records = verdict.revision === 1 ? "1 record" : `${verdict.revision} records`;
  const kept = head === undefined ? "" : `, and the head you kept is among them`;
  return `${terminal.paint("green", "whole")}: ${records}${kept}\nhead to keep elsewhere: ${verdict.head}`;
}

function asJson(verdict: Verdict): string {
  const { ok, revision } = verdict;
  const rest = ok ? { head: verdict.head } : { revision, what: verdict.what };
  return JSON.stringify({ version: 1, ok, ...rest }, undefined, 2);
}
