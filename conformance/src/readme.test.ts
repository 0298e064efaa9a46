// The README's walk, run line by line: what it shows is what a reader will see.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { awsCliMissing } from "./clients/aws-cli-client.js";
import { journeyBy } from "./journeys/journey-by.js";
import { startCell } from "./running-cell.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Step {
  readonly command: string;
  readonly output: string;
}

/** The steps of every ```console block: a line that begins with `$ `, and what stands under it. */
function stepsOf(markdown: string): readonly Step[] {
  const blocks = Array.from(markdown.matchAll(/^```console\n([\s\S]*?)^```$/gm), ([, block]) => block ?? "");
  return blocks.flatMap((block) =>
    block
      .split(/^\$ /m)
      .filter((step) => step !== "")
      .map((step) => {
        const end = step.indexOf("\n");
        return { command: step.slice(0, end), output: step.slice(end + 1) };
      }),
  );
}

/** Ids and hashes differ on every run; everything else must not. */
function withoutIds(text: string): string {
  return text
    .replaceAll(/^npm warn .*\n/gm, "")
    .replaceAll(/\b[0-9a-f]{64}\b/g, "HASH")
    .replaceAll(/\b(?:o|r|p)-[0-9a-z]{4,32}\b|\bou-[0-9a-z]{4}-[0-9a-z]{8}\b/g, "ID")
    .replaceAll(/\b\d{12}\b/g, "ACCOUNT");
}

/** Runs the commands in one shell, so that what one sets the next can use. */
async function runAll(steps: readonly Step[], directory: string): Promise<readonly string[]> {
  const end = "----- end of step -----";
  const script = steps
    .map(({ command }) =>
      command.replace("$PWD/.withhold-walk", directory).replace(".withhold-walk", directory),
    )
    .map((command) => `${command}\nprintf '%s\\n' '${end}'`)
    .join("\n");
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, AWS_MAX_ATTEMPTS: "1", AWS_CONFIG_FILE: "/dev/null", AWS_PAGER: "" };
  const { stdout } = await promisify(execFile)("bash", ["-c", `exec 2>&1\n${script}`], { cwd: root, env });
  return stdout.split(`${end}\n`).slice(0, steps.length);
}

journeyBy({ journey: "walk", client: "aws-cli", missing: awsCliMissing }, () => {
  test("works as printed", { timeout: 120_000 }, async () => {
    const steps = stepsOf(readFileSync(join(root, "README.md"), "utf8"));
    expect(steps.length).toBeGreaterThan(10);
    const cell = await startCell();
    try {
      const outputs = await runAll(steps, cell.dataDirectory);
      const happened = steps.map(({ command }, at) => ({ command, output: withoutIds(outputs[at] ?? "") }));
      expect(happened).toEqual(steps.map(({ command, output }) => ({ command, output: withoutIds(output) })));
    } finally {
      await cell.stop();
    }
  });
});
