// `withhold snapshot convert`: writes any input that withhold reads as a snapshot.

import { Command } from "commander";
import { serializeSnapshot } from "@withhold/policy";
import { exitCode } from "../exit-code.js";
import { inputFormatOption, parameterOption, readSnapshot } from "../inputs/input-options.js";
import type { InputOptions } from "../inputs/input-options.js";
import { printable } from "../printable.js";
import type { Terminal } from "../terminal.js";

export function snapshotCommand(terminal: Terminal): Command {
  return new Command("snapshot")
    .summary("work with snapshots of organizations")
    .description("Works with snapshots: an organization as it was at some moment, in one file.")
    .addCommand(convertCommand(terminal));
}

/** More than a person would read. */
const unreadToldMax = 20;

const help = `
Example:
  $ withhold snapshot convert examples/terraform/plan.json

What could not be read is told on stderr, and stands in the snapshot, where it keeps verdicts from
being clean.
Exit codes: 0 converted, 1 failed, 2 wrong usage.`;

function convertCommand(terminal: Terminal): Command {
  return new Command("convert")
    .summary("write any input as a snapshot")
    .description(
      "Reads an organization from a Terraform plan or state, a CloudFormation template or a configuration folder, and " +
        "prints it as a snapshot, which every command and the console read (see docs/inputs.md).",
    )
    .argument("<input>", "a file or folder; - reads standard input")
    .addOption(inputFormatOption())
    .addOption(parameterOption())
    .addHelpText("after", help)
    .action(async (file: string, options: Pick<InputOptions, "inputFormat" | "parameter">) => {
      const snapshot = await readSnapshot(file, options, terminal);
      const told = snapshot.unread.slice(0, unreadToldMax);
      for (const { what, why } of told) terminal.complain(`unread: ${printable(`${what}: ${why}`)}`);
      const more = snapshot.unread.length - told.length;
      if (more > 0) terminal.complain(`and ${more} more, all of them in the snapshot`);
      terminal.print(serializeSnapshot(snapshot).trimEnd());
      terminal.end(exitCode.clean);
    });
}
