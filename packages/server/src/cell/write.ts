// A write: what waits for the writer's turn, and what it decides.

import type { Actor, RecordedEvent } from "./record.js";
import type { State } from "./state.js";

/** What a write decides. `output` is asked after the events were applied. */
export interface Decided<T> {
  readonly events: readonly RecordedEvent[];
  /** Secrets that are kept, or where undefined forgotten, together with the events; by name. */
  readonly secrets?: ReadonlyMap<string, string | undefined>;
  readonly output: () => T;
}

export interface Write<T> {
  readonly operation: string;
  readonly actor: Actor;
  readonly requestId: string;
  /** Pure. Throws what the caller is to be told; asked again if an attempt was not recorded. `now` as in the record. */
  readonly decide: (state: State, now: number) => Decided<T>;
}
