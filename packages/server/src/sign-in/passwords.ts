// Work on passwords, which is made to cost: a few at once, some that wait, and beyond them nobody.

import { passwordWork } from "../limits.js";
import { hashPassword, passwordFits } from "./password-hash.js";

/** Too many passwords wait already; the caller may come back. */
export class PasswordsBusy extends Error {
  override readonly name = "PasswordsBusy";
}

export class Passwords {
  readonly #limits: { readonly atOnceMax: number; readonly waitingMax: number };
  readonly #waiting: (() => void)[] = [];
  #working = 0;

  constructor(limits: { readonly atOnceMax: number; readonly waitingMax: number } = passwordWork) {
    this.#limits = limits;
  }

  /** Rejects with `PasswordsBusy`. */
  async hash(password: string): Promise<string> {
    return this.#inTurn(async () => hashPassword(password));
  }

  /** As much work whatever there is. Rejects with `PasswordsBusy`. */
  async fits(password: string, hash: string | undefined): Promise<boolean> {
    return this.#inTurn(async () => passwordFits(password, hash));
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#working < this.#limits.atOnceMax) this.#working += 1;
    else if (this.#waiting.length >= this.#limits.waitingMax)
      throw new PasswordsBusy("too many passwords wait already; try again in a moment");
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // Whoever waited takes the place over.
      if (next === undefined) this.#working -= 1;
      else next();
    }
  }
}
