// The one place that holds the session; the page and the API clients read it here.

import type { Session, SessionState } from "./session.js";

export class SessionStore {
  #state: SessionState = { status: "signed-out" };
  readonly #listeners = new Set<() => void>();
  #expiry: ReturnType<typeof setTimeout> | undefined;

  get state(): SessionState {
    return this.#state;
  }

  /** Throws where nobody is signed in: screens are not shown then. */
  get session(): Session {
    if (this.#state.status === "signed-out") throw new Error("nobody is signed in");
    return this.#state.session;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  signIn(session: Session): void {
    this.#become({ status: "signed-in", session });
    const left = session.credentials.expiration.getTime() - Date.now();
    this.#expiry = setTimeout(() => this.expire(), Math.max(0, left));
  }

  /** The credentials no longer work. What is on the page stays. */
  expire(): void {
    if (this.#state.status === "signed-in") this.#become({ status: "expired", session: this.#state.session });
  }

  signOut(): void {
    this.#become({ status: "signed-out" });
  }

  #become(state: SessionState): void {
    clearTimeout(this.#expiry);
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
