// Starts the server under fuzz, and asks it what only its own process can tell.

import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Keys } from "./generate/draft.js";

export interface ServerSetting {
  readonly dataDirectory: string;
  readonly keys: Keys;
}

export type ToServer = "measure" | "replay" | "stop";

export type FromServer =
  | { readonly kind: "listening"; readonly url: string }
  | { readonly kind: "memory"; readonly bytes: number }
  | { readonly kind: "replayed"; readonly same: boolean };

/** The server was not asked to end. */
export class ServerEnded extends Error {
  override readonly name = "ServerEnded";
}

/** The build: run from the sources or from it, it lies in the same place. */
const script = new URL("../dist/fuzzed-server.js", import.meta.url);

export class ServerProcess {
  readonly url: string;
  /** Rejects when the process ends unasked. */
  readonly crash: Promise<never>;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string, crash: Promise<never>) {
    this.#child = child;
    this.url = url;
    this.crash = crash;
  }

  static async start(setting: ServerSetting): Promise<ServerProcess> {
    const child = fork(script, [JSON.stringify(setting)], { execArgv: ["--expose-gc"] });
    const crash = once(child, "exit").then(([code, signal]) => {
      throw new ServerEnded(`the server ended: ${String(code ?? signal)}`);
    });
    crash.catch(() => undefined);
    const { url } = await Promise.race([message(child, "listening"), crash]);
    return new ServerProcess(child, url, crash);
  }

  /** Bytes of heap and buffers after a garbage collection. */
  async memory(): Promise<number> {
    return (await this.#ask("measure", "memory")).bytes;
  }

  /** Whether a new server on the same journal has the state that this one had. No requests come in afterwards. */
  async replaysAlike(): Promise<boolean> {
    return (await this.#ask("replay", "replayed")).same;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, "exit");
    this.#child.send("stop" satisfies ToServer);
    await gone;
  }

  async #ask<Kind extends FromServer["kind"]>(question: ToServer, kind: Kind) {
    const answer = message(this.#child, kind);
    this.#child.send(question);
    return Promise.race([answer, this.crash]);
  }
}

async function message<Kind extends FromServer["kind"]>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<FromServer, { readonly kind: Kind }>> {
  const [received] = (await once(child, "message")) as [FromServer];
  if (received.kind !== kind) throw new Error(`the server said \`${received.kind}\`, not \`${kind}\``);
  return received as Extract<FromServer, { readonly kind: Kind }>;
}
