// Lets a few through at a time.

export class Turnstile {
  readonly #inside = new Set<Promise<void>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Starts `work` when there is room. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    while (this.#inside.size >= this.#most) await Promise.race(this.#inside);
    const result = work();
    const left = result.then(
      () => undefined,
      () => undefined,
    );
    this.#inside.add(left);
    try {
      return await result;
    } finally {
      this.#inside.delete(left);
    }
  }
}
