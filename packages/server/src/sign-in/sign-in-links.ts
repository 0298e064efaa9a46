// One-time links by which the operator signs in: tokens of which the server keeps a hash, in memory, for a while.

import { createHash, randomBytes } from "node:crypto";
import { signInLinksMax } from "../limits.js";

const linkMilliseconds = 15 * 60_000;

/** A token, and until when it is good, in milliseconds since the epoch. */
export interface SignInToken {
  readonly token: string;
  readonly expiresAt: number;
}

export class SignInLinks {
  /** Milliseconds since the epoch, by the hash of the token, oldest first. */
  readonly #expiries = new Map<string, number>();

  /** 256 bits in 43 characters of base64url. Beyond the bound the oldest link ends. */
  make(now: number): SignInToken {
    const token = randomBytes(32).toString("base64url");
    const expiresAt = now + linkMilliseconds;
    this.#expiries.set(digest(token), expiresAt);
    const [oldest] = this.#expiries.size > signInLinksMax ? this.#expiries.keys() : [];
    if (oldest !== undefined) this.#expiries.delete(oldest);
    return { token, expiresAt };
  }

  /** Whether the token is good; from now on it is not. */
  redeem(token: string, now: number): boolean {
    // What is looked for is a hash, so that how long that takes says nothing of the tokens.
    const hash = digest(token);
    const expiresAt = this.#expiries.get(hash);
    this.#expiries.delete(hash);
    return expiresAt !== undefined && now < expiresAt;
  }
}

/** The fragment of a URL is sent to no server, so that no log has it. */
export function signInUrl(url: string, { token }: SignInToken): string {
  return `${url}/console/sign-in#token=${token}`;
}

function digest(token: string): string {
  return createHash("sha256").update(token).digest("base64");
}
