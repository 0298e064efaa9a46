// How long `withhold lint` of one file takes as a whole process, beside a process of Node that does nothing.

import { fileURLToPath } from "node:url";
import type { Figure } from "../figure.js";
import { nodeProcess } from "../node-process.js";
import { interleaved, median, ratios, spread } from "../rounds.js";

const name = "lint-file";
const rounds = { count: 31, warmUps: 3 };
const command = fileURLToPath(new URL("../../../packages/cli/bin/withhold.js", import.meta.url));
const policy = fileURLToPath(
  new URL("../../../examples/policies/opt-out-of-everything.json", import.meta.url),
);

export const lintFile: Figure = {
  name,
  run: async () => {
    const taken = await interleaved(
      rounds,
      async () => nodeProcess([command, "lint", policy]),
      async () => nodeProcess(["-e", "0"]),
    );
    const measured = ratios(taken);
    return [
      {
        name,
        measured: { value: median(measured), unit: "ratio" },
        spread: spread(measured),
        floor: { value: median(taken.floor), unit: "ms", of: "`node -e 0`" },
        // 2.5 times the floor.
        goal: { atLeast: { value: 0.4, unit: "ratio" } },
        rounds: rounds.count,
        what: `\`withhold lint\` of one policy file, from the start of the process to its end: ${median(taken.ours).toFixed(0)} ms by the clock.`,
      },
    ];
  },
};
