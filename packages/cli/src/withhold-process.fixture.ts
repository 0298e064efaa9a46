// The `withhold` command as its users run it: the build, in a process of its own. `npm test` builds first.

import { spawn } from "node:child_process";
import type { ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const command = fileURLToPath(new URL("../bin/withhold.js", import.meta.url));

export interface ProcessOptions {
  readonly cwd?: string;
  /** Beside `PATH`; nothing else of this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  /** A command to run it under, such as `strace`. */
  readonly under?: readonly string[];
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

function launch(parameters: readonly string[], { cwd, env, under = [] }: ProcessOptions): Child {
  const [program = process.execPath, ...rest] = [...under, process.execPath, command, ...parameters];
  return spawn(program, rest, {
    cwd,
    env: { PATH: process.env["PATH"], ...env },
    // A group of its own, so that a signal reaches the command and what it runs under.
    detached: under.length > 0,
    stdio: ["pipe", "pipe", "pipe"],
  });
}

/** Runs to the end. */
export async function withhold(parameters: readonly string[], options: ProcessOptions = {}): Promise<Ended> {
  const child = launch(parameters, options);
  const said = listenTo(child);
  // The command may end without reading its input.
  child.stdin.on("error", () => {});
  child.stdin.end(options.input ?? "");
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...said };
}

export interface ServeProcess {
  readonly url: string;
  /** Everything printed so far. */
  readonly said: { readonly stdout: string; readonly stderr: string };
  /** Resolves with the exit code, `null` after SIGKILL, once it is gone. */
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
}

const listening = /^listening on (\S+)\n[^]*describe-effective-policy|^listening on (\S+)\n[^]*list-accounts/;

/** `withhold serve` on any free port, as soon as it listens. Killed when the test is over. */
export async function startServe(
  parameters: readonly string[],
  options: ProcessOptions = {},
): Promise<ServeProcess> {
  const child = launch(["serve", "--port", "0", ...parameters], options);
  child.stdin.end();
  const said = listenTo(child);
  const closed = once(child, "close") as Promise<[number | null]>;
  const stop = async (signal: NodeJS.Signals): Promise<number | null> => {
    kill(child, signal, options.under !== undefined);
    const [code] = await closed;
    return code;
  };
  onTestFinished(async () => void (await stop("SIGKILL")));
  for (;;) {
    const [, url, same] = listening.exec(said.stdout) ?? [];
    const found = url ?? same;
    if (found !== undefined) return { url: found, said, stop };
    await Promise.race([once(child.stdout, "data"), closed]);
    const end = child.exitCode ?? child.signalCode;
    if (end !== null) throw new Error(`serve ended with ${end}: ${said.stderr}`);
  }
}

/** Starts `withhold serve` and kills it after so many milliseconds, wherever it is by then. */
export async function killWhileStarting(parameters: readonly string[], milliseconds: number): Promise<void> {
  const child = launch(["serve", "--port", "0", ...parameters], {});
  child.stdin.end();
  child.stdout.resume();
  child.stderr.resume();
  const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  await once(child, "close");
  clearTimeout(timer);
}

/** Nothing where the process is gone already. */
function kill({ pid, exitCode, signalCode }: Child, signal: NodeJS.Signals, group: boolean): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(group ? -pid : pid, signal);
}

function listenTo(child: Child): { stdout: string; stderr: string } {
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  return said;
}
