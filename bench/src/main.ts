// `npm run bench`: takes the figures and says which goals are met. A missed goal fails nothing.

import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Figure, Measure } from "./figure.js";
import { figures } from "./figures/index.js";
import { jsonReport, tableReport } from "./report.js";
import { currentSetting } from "./setting.js";

const usage = `usage: npm run bench -- [FIGURE...] [--json FILE]
figures: ${figures.map(({ name }) => name).join(", ")}
`;

class WrongUsage extends Error {}

async function main(): Promise<void> {
  const { wanted, json } = readArguments();
  const setting = currentSetting();
  const measures: Measure[] = [];
  for (const figure of wanted) {
    process.stderr.write(`taking ${figure.name}\n`);
    measures.push(...(await figure.run()));
  }
  process.stdout.write(tableReport(setting, measures));
  if (json !== undefined) await writeFile(json, jsonReport(setting, measures));
}

/** All figures unless some are named. */
function readArguments(): { readonly wanted: readonly Figure[]; readonly json: string | undefined } {
  const { values, positionals } = parsed();
  const stranger = positionals.find((name) => !figures.some((figure) => figure.name === name));
  if (stranger !== undefined) throw new WrongUsage(`no figure \`${stranger}\``);
  const wanted = figures.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  return { wanted, json: values.json };
}

function parsed() {
  try {
    return parseArgs({ options: { json: { type: "string" } }, allowPositionals: true });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof WrongUsage)) throw error;
  process.stderr.write(`${error.message}\n${usage}`);
  process.exitCode = 2;
}
