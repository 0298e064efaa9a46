// Session tokens: what temporary credentials say of themselves, sealed, so that the server keeps nothing of them.

import { deriveKey, seal, unseal } from "@withhold/journal";
import type { SessionClaims } from "@withhold/identity";
import type { KeyObject } from "node:crypto";
import { sessionsRememberedMax } from "../limits.js";

/** Far more than a session policy of the longest kind takes. */
const tokenCharactersMax = 12_000;

export class SessionTokens {
  readonly #key: KeyObject;
  /** Opened of late, so that what is in them is read, and its policy compiled, once. */
  readonly #opened = new Map<string, SessionClaims>();

  /** The key derives from the sealing key, so tokens survive a restart and end when it is changed. */
  constructor(sealingKey: KeyObject) {
    this.#key = deriveKey(sealingKey, "sessions");
  }

  seal(claims: SessionClaims): string {
    return seal(this.#key, nameOf(claims.accessKeyId), Buffer.from(JSON.stringify(claims))).toString(
      "base64",
    );
  }

  /** Undefined for a token that was not made for this access key by this server. Whether it is expired is not asked. */
  open(accessKeyId: string, token: string): SessionClaims | undefined {
    const known = this.#opened.get(token);
    if (known !== undefined) return known.accessKeyId === accessKeyId ? known : undefined;
    if (token.length > tokenCharactersMax) return undefined;
    const sealed = Buffer.from(token, "base64");
    if (sealed.toString("base64") !== token) return undefined;
    const claims = this.#unsealed(accessKeyId, sealed);
    if (claims !== undefined) this.#remember(token, claims);
    return claims;
  }

  #unsealed(accessKeyId: string, sealed: Buffer): SessionClaims | undefined {
    try {
      // INVARIANT: the seal holds, so that this is what `seal` wrote.
      return JSON.parse(unseal(this.#key, nameOf(accessKeyId), sealed).toString("utf8")) as SessionClaims;
    } catch {
      return undefined;
    }
  }

  #remember(token: string, claims: SessionClaims): void {
    this.#opened.set(token, claims);
    const [oldest] = this.#opened.keys();
    if (this.#opened.size > sessionsRememberedMax && oldest !== undefined) this.#opened.delete(oldest);
  }
}

function nameOf(accessKeyId: string): string {
  return `session/${accessKeyId}`;
}
