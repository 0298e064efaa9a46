// The `withhold` command: reads the arguments, runs one command, ends with its exit code.

import { Command, CommanderError } from "commander";
import { canOverrideCommand } from "./commands/can-override.js";
import { completionCommand } from "./commands/completion.js";
import { effectiveCommand } from "./commands/effective.js";
import { explainCommand } from "./commands/explain.js";
import { journalCommand } from "./commands/journal-verify.js";
import { lintCommand } from "./commands/lint.js";
import { serveCommand } from "./commands/serve.js";
import { snapshotCommand } from "./commands/snapshot-convert.js";
import { whatIfCommand } from "./commands/what-if.js";
import { CommandError, exitCode } from "./exit-code.js";
import { processTerminal } from "./terminal.js";
import type { Terminal } from "./terminal.js";
import { toolVersion } from "./tool-version.js";

const description = `Withhold: opt a whole organization out of AI content use, see why it holds, and prove it.

Speaks the API of AWS Organizations, so the stock AWS CLI and SDKs work with it unchanged.
Opting out stops content from being kept for improvement; it does not block any AI service.`;

/** Wider lines are hard to read, and a pipe has no width. */
const helpColumnsMax = 100;

function program(terminal: Terminal): Command {
  return new Command("withhold")
    .description(description)
    .version(toolVersion(), "-V, --version", "print the version")
    .addCommand(serveCommand(terminal))
    .addCommand(lintCommand(terminal))
    .addCommand(effectiveCommand(terminal))
    .addCommand(explainCommand(terminal))
    .addCommand(canOverrideCommand(terminal))
    .addCommand(whatIfCommand(terminal))
    .addCommand(snapshotCommand(terminal))
    .addCommand(completionCommand(terminal))
    .addCommand(journalCommand(terminal))
    .addHelpText("after", "\nStart here:\n  $ withhold serve --example");
}

async function main(terminal: Terminal): Promise<void> {
  const root = program(terminal);
  for (const command of [root, ...root.commands, ...root.commands.flatMap(({ commands }) => commands)]) {
    command
      .exitOverride()
      .helpCommand(false)
      .showHelpAfterError("Run with --help for what it takes.")
      .configureHelp({ helpWidth: Math.min(process.stdout.columns || helpColumnsMax, helpColumnsMax) });
  }
  try {
    await root.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) terminal.end(error.exitCode === 0 ? exitCode.clean : exitCode.usage);
    else {
      const isOurs = error instanceof CommandError;
      terminal.complain(`withhold: ${error instanceof Error ? error.message : String(error)}`);
      terminal.end(isOurs ? error.code : exitCode.failed);
    }
  }
}

await main(processTerminal());
