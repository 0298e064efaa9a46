// When an organization closed accounts, to hold against AWS's limit on closing many.

export class Closures {
  /** Milliseconds since the epoch, never decreasing. */
  readonly #times: number[] = [];

  get times(): readonly number[] {
    return this.#times;
  }

  add(at: number): void {
    this.#times.push(at);
  }

  /** How many there were after `time`. */
  since(time: number): number {
    let low = 0;
    let high = this.#times.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#times[middle] ?? 0) > time) high = middle;
      else low = middle + 1;
    }
    return this.#times.length - low;
  }
}
