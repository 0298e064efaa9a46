// How long a process of Node takes, from its start to its end.

import { spawn } from "node:child_process";
import { once } from "node:events";

/** Milliseconds by the clock. Throws where it does not end with 0. */
export async function nodeProcess(parameters: readonly string[]): Promise<number> {
  const start = performance.now();
  const [code] = (await once(spawn(process.execPath, parameters, { stdio: "ignore" }), "exit")) as [
    number | null,
  ];
  if (code !== 0) throw new Error(`node ${parameters.join(" ")} ended with ${code}`);
  return performance.now() - start;
}
