// Starts `journal-process.fixture.ts` from its build, which it brings up to date first.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const packageDirectory = fileURLToPath(new URL("../..", import.meta.url));

/** Node 20 runs no TypeScript: the processes run what `tsc -b` makes of the same sources. */
export function buildJournalProcess(): void {
  const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
  execFileSync(process.execPath, [join(typescript, "bin", "tsc"), "-b", packageDirectory], {
    stdio: "inherit",
  });
}

/** A process under test. `lines`: what it has said so far, whole lines. */
export interface JournalProcess {
  readonly lines: readonly string[];
  /** Resolves when it has said at least this many lines. */
  said(lines: number): Promise<void>;
  /** Kills it with SIGKILL; resolves when it is gone and everything it said is in `lines`. */
  kill(): Promise<void>;
  /** Resolves when it has ended by itself and everything it said is in `lines`. */
  ended(): Promise<void>;
}

/** `under`: a command to run it under, `strace` say. */
export function startJournalProcess(
  task: "append" | "hold",
  directory: string,
  under: readonly string[] = [],
): JournalProcess {
  const script = join(packageDirectory, "dist", "sqlite", "journal-process.fixture.js");
  const parameters = [
    ...under.slice(1),
    ...(under.length > 0 ? [process.execPath] : []),
    script,
    task,
    directory,
  ];
  const child = spawn(under[0] ?? process.execPath, parameters, { stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout });
  output.on("line", (line) => lines.push(line));
  const closed = once(child, "close");
  const outputClosed = once(output, "close");
  const ended = async (): Promise<void> => void (await Promise.all([closed, outputClosed]));
  return {
    lines,
    said: async (count) => {
      while (lines.length < count) {
        if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode}`);
        await Promise.race([once(output, "line"), outputClosed]);
      }
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended();
    },
    ended,
  };
}
