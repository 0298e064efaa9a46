// What a command may touch: its output, its environment, its exit code.

import { styleText } from "node:util";
import type { ExitCode } from "./exit-code.js";

type Style = Parameters<typeof styleText>[0];

export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Data, to stdout. */
  print(text: string): void;
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
  return {
    env: process.env,
    print: (text) => void process.stdout.write(`${text}\n`),
    complain: (text) => void process.stderr.write(`${text}\n`),
    isInteractive: process.stderr.isTTY,
    redraw: (text) => void process.stderr.write(`\r\u001b[K${text}`),
    paint: (style, text) => styleText(style, text, { stream: process.stdout }),
    end: (code) => {
      process.exitCode = code;
    },
  };
}
