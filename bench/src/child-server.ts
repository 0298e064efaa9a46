// A server in a process of its own, so that what it costs can be told from what the load costs.

import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { FromChild, Memory, ToChild } from "./servers/parent-link.js";

export interface ChildServer {
  readonly url: string;
  /** CPU time that the process has taken so far, of all its threads, user and system; milliseconds. */
  cpuMilliseconds(): Promise<number>;
  memory(): Promise<Memory>;
  stop(): Promise<void>;
}

/** Starts `script`, which answers over its parent link; `options` reach it as they are. */
export async function startServer(script: URL, options: object): Promise<ChildServer> {
  const child = fork(script, [JSON.stringify(options)], { execArgv: ["--expose-gc"] });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`${script.pathname} ended with ${String(code)}`);
  });
  const first = await Promise.race([message(child, "listening"), ended]);
  ended.catch(() => undefined);
  return {
    url: first.url,
    async cpuMilliseconds() {
      const answer = message(child, "cpu");
      child.send("cpu" satisfies ToChild);
      return (await answer).milliseconds;
    },
    async memory() {
      const answer = message(child, "memory");
      child.send("memory" satisfies ToChild);
      return answer;
    },
    async stop() {
      const exit = once(child, "exit");
      child.send("stop" satisfies ToChild);
      await exit;
    },
  };
}

async function message<Kind extends FromChild["kind"]>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<FromChild, { readonly kind: Kind }>> {
  const [received] = (await once(child, "message")) as [FromChild];
  if (received.kind !== kind) throw new Error(`the server said \`${received.kind}\`, not \`${kind}\``);
  return received as Extract<FromChild, { readonly kind: Kind }>;
}
