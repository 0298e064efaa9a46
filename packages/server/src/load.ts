// What all clients together hold of this server at a moment, and whether there is room for more.

import type { ServerLimits } from "./limits.js";

/** The share of one request. Give it back once, when the answer has left or the client is gone. */
export interface Share {
  /** Sets how many bytes of body it holds. False, with nothing changed, where there is no room. */
  readonly hold: (bytes: number) => boolean;
  readonly giveBack: () => void;
}

export class Load {
  readonly #limits: Pick<ServerLimits, "requestsMax" | "bodiesBytesMax">;
  #requests = 0;
  #bodiesBytes = 0;

  constructor(limits: Pick<ServerLimits, "requestsMax" | "bodiesBytesMax">) {
    this.#limits = limits;
  }

  get requests(): number {
    return this.#requests;
  }

  /** Bytes of bodies. */
  get bodiesBytes(): number {
    return this.#bodiesBytes;
  }

  /** Undefined where there is no room. */
  enter(): Share | undefined {
    if (this.#requests >= this.#limits.requestsMax) return undefined;
    this.#requests += 1;
    let held = 0;
    let isIn = true;
    return {
      hold: (bytes) => {
        if (this.#bodiesBytes - held + bytes > this.#limits.bodiesBytesMax) return false;
        this.#bodiesBytes += bytes - held;
        held = bytes;
        return true;
      },
      giveBack: () => {
        if (!isIn) return;
        isIn = false;
        this.#requests -= 1;
        this.#bodiesBytes -= held;
      },
    };
  }
}
