// Offline commands run in this process, on the example organization, as from the top of the repository.

import type { Command } from "commander";
import { CommanderError } from "commander";
import { CommandError, exitCode } from "../exit-code.js";
import { fakeTerminal } from "../output/report.fixture.js";
import type { Terminal } from "../terminal.js";
import type { Ended } from "../withhold-process.fixture.js";
import { canOverrideCommand } from "./can-override.js";
import { effectiveCommand } from "./effective.js";
import { explainCommand } from "./explain.js";
import { whatIfCommand } from "./what-if.js";

const commands: Readonly<Record<string, (terminal: Terminal) => Command>> = {
  "can-override": canOverrideCommand,
  effective: effectiveCommand,
  explain: explainCommand,
  "what-if": whatIfCommand,
};

export const organization = "examples/organization.json";

/** As `main` does, without a process: a hundred of these take less than one of those. Colours show as tags. */
export async function inProcess([name = "", ...words]: readonly string[]): Promise<Ended> {
  const terminal = fakeTerminal();
  const stderr: string[] = [];
  const make = commands[name];
  if (make === undefined) throw new Error(`no command ${name} here`);
  const command = make(terminal)
    .exitOverride()
    .configureOutput({ writeErr: (text) => stderr.push(text), writeOut: () => {} });
  try {
    await command.parseAsync(words, { from: "user" });
  } catch (error) {
    if (error instanceof CommandError) return { code: error.code, stdout: "", stderr: error.message };
    if (error instanceof CommanderError) return { code: exitCode.usage, stdout: "", stderr: stderr.join("") };
    throw error;
  }
  return { code: terminal.code ?? null, stdout: terminal.printed.join(""), stderr: "" };
}

/** A command with `--org` of the example. */
export async function onExample(name: string, ...words: readonly string[]): Promise<Ended> {
  return inProcess([name, "--org", organization, ...words]);
}
