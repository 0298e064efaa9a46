// What a command may touch: its output, its environment, its exit code.

import { styleText } from "node:util";
import type { ExitCode } from "./exit-code.js";

type Style = Parameters<typeof styleText>[0];

export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  /** Data, to stdout, as a line. */
  print(text: string): void;
  /** Data, to stdout, as it is. */
  write(text: string): void;
  /** The width of stdout where a person watches it; undefined elsewhere. */
  readonly columns: number | undefined;
  /** Diagnostics, to stderr. */
  complain(text: string): void;
  /** Whether a person watches stderr. */
  readonly isInteractive: boolean;
  /** Replaces the current line of stderr. */
  redraw(text: string): void;
  /** Colour on a terminal only, and never with `NO_COLOR`. */
  paint(style: Style, text: string): string;
  end(code: ExitCode): void;
}

export function processTerminal(): Terminal {
  // Who reads no further, such as `head`, has seen enough: no reason to end with a stack.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  return {
    env: process.env,
    // Its getter opens the stream, which only a command that reads it should.
    get input() {
      return process.stdin;
    },
    get columns() {
      return process.stdout.isTTY ? process.stdout.columns : undefined;
    },
    print: (text) => void process.stdout.write(`${text}\n`),
    write: (text) => void process.stdout.write(text),
    complain: (text) => void process.stderr.write(`${text}\n`),
    isInteractive: process.stderr.isTTY,
    redraw: (text) => void process.stderr.write(`\r\u001b[K${text}`),
    paint: (style, text) => styleText(style, text, { stream: process.stdout }),
    end: (code) => {
      process.exitCode = code;
    },
  };
}
