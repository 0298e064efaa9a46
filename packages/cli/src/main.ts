// The `withhold` command: reads the arguments, runs one command, ends with its exit code.

import { Command, CommanderError } from "commander";
import { CommandError, exitCode } from "./exit-code.js";
import { printableLines } from "./printable.js";
import { processTerminal } from "./terminal.js";
import type { Terminal } from "./terminal.js";
import { toolVersion } from "./tool-version.js";

const description = `Withhold: opt a whole organization out of AI content use, see why it holds, and prove it.

Speaks the API of AWS Organizations, so the stock AWS CLI and SDKs work with it unchanged.
Opting out stops content from being kept for improvement; it does not block any AI service.`;

/** Wider lines are hard to read, and a pipe has no width. */
const helpColumnsMax = 100;

/** By name, in the order of the help. Each is loaded when it is asked for: the others would only keep it waiting. */
const commands: Readonly<Record<string, (terminal: Terminal) => Promise<Command>>> = {
  serve: async (terminal) => (await import("./commands/serve.js")).serveCommand(terminal),
  lint: async (terminal) => (await import("./commands/lint.js")).lintCommand(terminal),
  format: async (terminal) => (await import("./commands/format.js")).formatCommand(terminal),
  effective: async (terminal) => (await import("./commands/effective.js")).effectiveCommand(terminal),
  explain: async (terminal) => (await import("./commands/explain.js")).explainCommand(terminal),
  "can-override": async (terminal) =>
    (await import("./commands/can-override.js")).canOverrideCommand(terminal),
  "what-if": async (terminal) => (await import("./commands/what-if.js")).whatIfCommand(terminal),
  snapshot: async (terminal) => (await import("./commands/snapshot-convert.js")).snapshotCommand(terminal),
  completion: async (terminal) =>
    (await import("./commands/completion.js")).completionCommand(terminal, async () => program(terminal, [])),
  journal: async (terminal) => (await import("./commands/journal-verify.js")).journalCommand(terminal),
  account: async (terminal) => (await import("./commands/account-create.js")).accountCommand(terminal),
  "sign-in-link": async (terminal) =>
    (await import("./commands/sign-in-link.js")).signInLinkCommand(terminal),
  secrets: async (terminal) => (await import("./commands/secrets-rotate.js")).secretsCommand(terminal),
};

async function program(terminal: Terminal, [word = ""]: readonly string[]): Promise<Command> {
  const root = new Command("withhold")
    .description(description)
    .version(toolVersion(), "-V, --version", "print the version")
    .addHelpText("after", "\nStart here:\n  $ withhold serve --example");
  const asked = Object.entries(commands).filter(([name]) => name === word);
  // The help lists all of them, and so does whatever is said to somebody who named none.
  for (const [, load] of asked.length > 0 ? asked : Object.entries(commands))
    root.addCommand(await load(terminal));
  return root;
}

async function main(terminal: Terminal): Promise<void> {
  const root = await program(terminal, process.argv.slice(2));
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
      // Names that the user typed, or that a file holds, are in it.
      terminal.complain(
        printableLines(`withhold: ${error instanceof Error ? error.message : String(error)}`),
      );
      terminal.end(isOurs ? error.code : exitCode.failed);
    }
  }
}

await main(processTerminal());
