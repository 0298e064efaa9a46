// A real SQLite journal whose appends a test may hold and end as it likes.

import { openSqliteJournal } from "@withhold/journal";
import type { AppendOutcome, Journal } from "@withhold/journal";

/**
 * How an append ends. `lost` and `kept` both say `unknown`: what was to be appended is not there, or is. After either
 * the journal answers nothing more until it is opened anew, as the SQLite adapter does.
 */
export type Ending = "appended" | "conflict" | "failed" | "lost" | "kept";

/** An append under way, which waits to be told how it ends. */
export interface HeldAppend {
  readonly records: number;
  end(ending: Ending): void;
}

const cause = new Error("the disk is on fire");

export class DrivenJournal {
  /** False: every append ends as `endings` says, then `appended`. */
  holding = false;
  readonly endings: Ending[] = [];
  /** Thrown by the next attempts to open it. */
  refusal: Error | undefined;
  /** How many records each append carried. */
  readonly appends: number[] = [];
  opened = 0;
  readonly #directory: string;
  readonly #held: HeldAppend[] = [];
  #waiting: ((append: HeldAppend) => void) | undefined;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** For `WriterOptions.open`. */
  readonly open = async (): Promise<Journal> => {
    if (this.refusal !== undefined) throw this.refusal;
    this.opened += 1;
    return this.#drive(await openSqliteJournal(this.#directory));
  };

  /** The next append, as soon as it is under way. */
  async nextAppend(): Promise<HeldAppend> {
    return this.#held.shift() ?? new Promise((resolve) => (this.#waiting = resolve));
  }

  async #ending(records: number): Promise<Ending> {
    this.appends.push(records);
    if (!this.holding) return this.endings.shift() ?? "appended";
    return new Promise((resolve) => {
      const append = { records, end: resolve };
      if (this.#waiting === undefined) this.#held.push(append);
      else this.#waiting(append);
      this.#waiting = undefined;
    });
  }

  #drive(journal: Journal): Journal {
    let stopped = false;
    const working = (): Journal => {
      if (stopped) throw new Error("the journal stopped");
      return journal;
    };
    const append: Journal["append"] = async (after, records, secrets): Promise<AppendOutcome> => {
      const ending = await this.#ending(records.length);
      if (ending === "conflict") return { outcome: ending };
      if (ending === "failed") return { outcome: ending, cause };
      if (ending === "appended") return working().append(after, records, secrets);
      if (ending === "kept") await working().append(after, records, secrets);
      stopped = true;
      return { outcome: "unknown", cause };
    };
    return {
      append,
      head: async () => working().head(),
      read: (after) => working().read(after),
      find: async (id) => working().find(id),
      secrets: () => working().secrets(),
      keepCheckpoint: async (checkpoint) => working().keepCheckpoint(checkpoint),
      checkpoint: async () => working().checkpoint(),
      close: async () => journal.close(),
    };
  }
}
