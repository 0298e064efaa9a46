// The server's log: JSON lines on stderr, so that stdout carries data only.

import { destination, pino } from "pino";
import type { Logger } from "pino";

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** No line per successful request above `debug`. No secret is ever handed to it. */
export function createLogger(level: LogLevel): Logger {
  return pino({ name: "withhold", level }, destination({ fd: 2, sync: true }));
}
