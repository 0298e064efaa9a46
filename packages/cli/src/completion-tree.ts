// What a shell can complete: commands, their options, and the values that options take.

import type { Command } from "commander";

export interface CompletionCommand {
  /** Empty for the command itself; `snapshot convert` for a command of a command. */
  readonly path: string;
  readonly subcommands: readonly { readonly name: string; readonly summary: string }[];
  /** Words that an argument may be. */
  readonly choices: readonly string[];
  readonly options: readonly CompletionOption[];
}

interface CompletionOption {
  /** `--output`. */
  readonly flag: string;
  readonly summary: string;
  /** Whether a word follows. */
  readonly takesValue: boolean;
  /** Words that may follow; files where there are none. */
  readonly values: readonly string[];
}

/** The command and all below it. */
export function completionTree(command: Command, path = ""): readonly CompletionCommand[] {
  const subcommands = command.commands.map((sub) => ({ name: sub.name(), summary: sub.summary() }));
  const choices = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
  const options = command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long, description, required, optional, argChoices }): readonly CompletionOption[] =>
      typeof long === "string"
        ? [{ flag: long, summary: description, takesValue: required || optional, values: argChoices ?? [] }]
        : [],
    );
  const below = command.commands.flatMap((sub) => completionTree(sub, `${path} ${sub.name()}`.trim()));
  return [{ path, subcommands, choices, options }, ...below];
}
