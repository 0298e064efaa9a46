// `withhold completion`: prints what makes a shell complete the words of this command.

import { Argument, Command } from "commander";
import { completionScripts, completionShells } from "../completion-scripts.js";
import type { CompletionShell } from "../completion-scripts.js";
import { completionTree } from "../completion-tree.js";
import { exitCode } from "../exit-code.js";
import type { Terminal } from "../terminal.js";

const help = `
Examples:
  $ source <(withhold completion bash)
  $ source <(withhold completion zsh)
  $ withhold completion fish | source

Put the line for your shell into its start-up file. Exit codes: 0 printed, 2 wrong usage.`;

/** `program` has every command, which this one alone needs. */
export function completionCommand(terminal: Terminal, program: () => Promise<Command>): Command {
  return new Command("completion")
    .summary("complete words in your shell")
    .description("Prints a script that completes commands, options and their values in a shell.")
    .addArgument(new Argument("<shell>", "the shell").choices(completionShells))
    .addHelpText("after", help)
    .action(async (shell: CompletionShell) => {
      terminal.print(completionScripts[shell](completionTree(await program())));
      terminal.end(exitCode.clean);
    });
}
