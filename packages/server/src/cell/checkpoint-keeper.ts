// When a checkpoint is made, so that a start reads few records however long the journal is.

import { JournalDamaged } from "@withhold/journal";
import type { Head, Journal, JournalReader, Revision } from "@withhold/journal";
import type { KeyObject } from "node:crypto";
import { checkpointLimits } from "../limits.js";
import { makeCheckpoint } from "./checkpoint.js";
import type { State } from "./state.js";
import { verifyBehind } from "./verify-behind.js";

/** Records since the last checkpoint that are worth another one. */
export interface CheckpointLimits {
  readonly whileRunning: number;
  readonly atClose: number;
}

interface KeeperOptions {
  readonly onTrouble: (error: unknown, message: string) => void;
  readonly checkpoints?: CheckpointLimits;
}

export class CheckpointKeeper {
  /** What the checkpoint kept last, or under way, stands for. */
  #last: Revision;
  #keeping: Promise<void> = Promise.resolve();
  /** What the state was restored from: no record up to it was looked at. */
  readonly #unverified: Head;
  readonly #limits: CheckpointLimits;
  readonly #onTrouble: KeeperOptions["onTrouble"];

  constructor(restored: Head, { onTrouble, checkpoints = checkpointLimits }: KeeperOptions) {
    this.#last = restored.revision;
    this.#unverified = restored;
    this.#limits = checkpoints;
    this.#onTrouble = onTrouble;
  }

  /** Verifies what was not, while requests are answered. Rejects with `JournalDamaged` where a record is not as it was. */
  async verifyBehind(journal: JournalReader, isClosing: () => boolean): Promise<void> {
    try {
      await verifyBehind(journal, this.#unverified, isClosing);
    } catch (error) {
      if (error instanceof JournalDamaged) throw error;
      this.#onTrouble(error, "the older part of the journal could not be verified");
    }
  }

  /** INVARIANT: all of `state` is durable, and it stands still until this resolves; the file is written after that. */
  async keepIfDue(journal: Journal, sealingKey: KeyObject, state: State): Promise<void> {
    if (state.revision - this.#last < this.#limits.whileRunning) return;
    await this.#keep(journal, sealingKey, state);
  }

  /** Leaves one to the next start; resolves when it is written. */
  async close(journal: Journal, sealingKey: KeyObject, state: State): Promise<void> {
    if (state.revision - this.#last >= this.#limits.atClose) await this.#keep(journal, sealingKey, state);
    await this.#keeping;
  }

  /** A failure loses nothing: the next start reads more of the journal. */
  async #keep(journal: Journal, sealingKey: KeyObject, state: State): Promise<void> {
    const trouble = (error: unknown): void =>
      this.#onTrouble(error, "no checkpoint could be kept; the next start reads more of the journal");
    await this.#keeping;
    this.#last = state.revision;
    try {
      const checkpoint = await makeCheckpoint(state, await journal.head(), sealingKey);
      this.#keeping = journal.keepCheckpoint(checkpoint).catch(trouble);
    } catch (error) {
      trouble(error);
    }
  }
}
