// `withhold secrets rotate`: another sealing key for a data directory whose server is stopped.

import { Command } from "commander";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { defaultDataDirectory } from "../data-directory.js";
import { CommandError, exitCode } from "../exit-code.js";
import type { Terminal } from "../terminal.js";

interface RotateOptions {
  readonly dataDir: string;
  readonly yes?: true;
}

export function secretsCommand(terminal: Terminal): Command {
  return new Command("secrets")
    .summary("work with what a data directory keeps sealed")
    .description("Works with what a data directory keeps sealed: secret access keys and hashes of passwords.")
    .addCommand(rotateCommand(terminal));
}

function rotateCommand(terminal: Terminal): Command {
  return new Command("rotate")
    .summary("seal every secret under a new key")
    .description(
      "Makes a new sealing key and seals every secret under it, in one transaction. The server must be stopped. " +
        "Access keys and passwords stay as they are; temporary credentials and page tokens that are out there end. " +
        "If it is killed on the way, the next start finds the old key or the new one in place, whichever fits. " +
        "Backups of before still need the old key: destroy both together.",
    )
    .option("--data-dir <dir>", "the data directory", defaultDataDirectory)
    .option("--yes", "do it; without, only say what would be done")
    .addHelpText(
      "after",
      "\nWhere the key comes from the environment, WITHHOLD_SEALING_KEY is the current one and\nWITHHOLD_NEW_SEALING_KEY the next: start the server with that afterwards." +
        "\n\nExample:\n  $ withhold secrets rotate --data-dir .withhold --yes" +
        "\n\nExit codes: 0 done, 1 failed and nothing changed, 2 wrong usage.",
    )
    .action(async ({ dataDir, yes }: RotateOptions) => {
      if (!existsSync(join(dataDir, "journal.db"))) {
        throw new CommandError(
          exitCode.failed,
          `\`${dataDir}\` holds no journal: name the data directory of a server`,
        );
      }
      if (yes !== true) {
        terminal.print(
          `would seal every secret of \`${dataDir}\` under a new key and end all temporary credentials; add --yes to do it`,
        );
        return terminal.end(exitCode.clean);
      }
      // Loaded when needed: other commands should not wait for the server.
      const { parseSealingKey, rotateSecrets } = await import("@withhold/server");
      const current = process.env["WITHHOLD_SEALING_KEY"];
      const next = process.env["WITHHOLD_NEW_SEALING_KEY"];
      if ((current === undefined) !== (next === undefined)) {
        const message = "give WITHHOLD_SEALING_KEY and WITHHOLD_NEW_SEALING_KEY together, or neither";
        throw new CommandError(exitCode.usage, message);
      }
      const keys =
        current === undefined || next === undefined
          ? undefined
          : {
              current: parseSealingKey(current, "WITHHOLD_SEALING_KEY"),
              next: parseSealingKey(next, "WITHHOLD_NEW_SEALING_KEY"),
            };
      const count = await rotateSecrets({ dataDirectory: dataDir, now: Date.now(), ...(keys && { keys }) });
      terminal.print(`sealed ${count === 1 ? "1 secret" : `${count} secrets`} under a new key`);
      return terminal.end(exitCode.clean);
    });
}
