// A progress bar on stderr for work that takes over a second; nothing at all for anything shorter, or off a terminal.

import type { Terminal } from "./terminal.js";

export interface Progress {
  at(count: number): void;
  /** Takes the bar away. */
  done(): void;
}

const patienceMilliseconds = 1000;
const barWidth = 30;

export function progress(terminal: Terminal, what: string, total: number): Progress {
  if (!terminal.isInteractive) return { at() {}, done() {} };
  const start = performance.now();
  let shown = -1;
  return {
    at(count) {
      const percent = total === 0 ? 100 : Math.floor((count * 100) / total);
      if (percent === shown || performance.now() - start < patienceMilliseconds) return;
      shown = percent;
      const full = Math.round((percent * barWidth) / 100);
      terminal.redraw(`${what} ${"█".repeat(full)}${"░".repeat(barWidth - full)} ${percent}%`);
    },
    done() {
      if (shown >= 0) terminal.redraw("");
    },
  };
}
