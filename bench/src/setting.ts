// Where the figures were taken: without it they mean nothing.

import { cpus, loadavg, tmpdir } from "node:os";

export interface Setting {
  readonly node: string;
  readonly cores: number;
  readonly cpu: string;
  /** Processes that wanted a core over the last minute, before the first figure. */
  readonly load: number;
  /** Where the data directories lie: `TMPDIR` names another place, on another disk say. */
  readonly storage: string;
  readonly logLevel: typeof benchLogLevel;
}

/** The default of `withhold serve`. */
export const benchLogLevel = "info";

export function currentSetting(): Setting {
  const cores = cpus();
  return {
    node: process.versions.node,
    cores: cores.length,
    cpu: cores[0]?.model.trim() ?? "unknown",
    load: loadavg()[0] ?? 0,
    storage: tmpdir(),
    logLevel: benchLogLevel,
  };
}
