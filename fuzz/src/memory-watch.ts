// Whether the server's memory grows: heap and buffers after garbage collection, measured along the run.

/** What buffers, compiled code and caches of bounded size may add after the warm-up. */
const slackBytes = 24 * 1024 * 1024;
/** What one more record may leave in memory for good: an account that was made, the status of its creation. */
const bytesPerRecord = 2048;
/** The part of a run after which caches are full and code is compiled. */
const warmUpShare = 0.2;

interface Sample {
  readonly requests: number;
  readonly records: number;
  readonly bytes: number;
}

export class MemoryWatch {
  readonly #samples: Sample[] = [];
  readonly #total: number;

  /** `total`: requests of the whole run. */
  constructor(total: number) {
    this.#total = total;
  }

  add(sample: Sample): void {
    this.#samples.push(sample);
  }

  /** The first sample after the warm-up, the last, and the most that the last may be. */
  verdict(): {
    readonly warm: number;
    readonly last: number;
    readonly bound: number;
    readonly holds: boolean;
  } {
    const warm = this.#samples.find(({ requests }) => requests >= this.#total * warmUpShare);
    const last = this.#samples.at(-1);
    if (warm === undefined || last === undefined) throw new Error("memory was never measured");
    const bound = warm.bytes + slackBytes + bytesPerRecord * (last.records - warm.records);
    return { warm: warm.bytes, last: last.bytes, bound, holds: last.bytes <= bound };
  }
}

export function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
