// The writer's turn: queued writes are decided in order, share one commit, and are answered when it is durable.

import { randomUUID } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { deriveKey, genesis, recordBytesMax, seal } from "@withhold/journal";
import type { Journal, JournalReader, NewRecord, SecretChange } from "@withhold/journal";
import type { Eventual } from "../eventual.js";
import { writesPerTurnMax, writesWaitingMax } from "../limits.js";
import { answerWith, attempt } from "./attempt.js";
import { openCheckpoint } from "./checkpoint.js";
import { CheckpointKeeper } from "./checkpoint-keeper.js";
import type { CheckpointLimits } from "./checkpoint-keeper.js";
import { encodeRecord } from "./record.js";
import { loadState } from "./state.js";
import type { State } from "./state.js";
import { NotRecorded, WriterBusy, WriterStopped } from "./write-refusals.js";
import type { Decided, Write } from "./write.js";

export interface WriterOptions {
  /** Opens the journal; again, when a failure stopped it. */
  readonly open: () => Promise<Journal>;
  readonly sealingKey: (journal: JournalReader) => Promise<KeyObject>;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly writesWaitingMax?: number | undefined;
  readonly onTrouble: (error: unknown, message: string) => void;
  /** As `limits.ts` says unless told. */
  readonly checkpoints?: CheckpointLimits;
}

interface Pending {
  readonly write: Write<unknown>;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A pending write after its decision: how it is answered once what it saw is durable. */
interface Settled {
  readonly pending: Pending;
  /** Absent where nothing happened: an error, or a write that changes nothing. */
  readonly record?: NewRecord;
  readonly answer: () => void;
}

export class Writer {
  readonly #options: WriterOptions;
  #journal: Journal;
  #sealingKey: KeyObject;
  #state: State;
  readonly #queue: Pending[] = [];
  #running: Promise<void> | undefined;
  #stopped: WriterStopped | undefined;
  /** While records are applied but not known to be durable: says whether they became so. */
  #commit: Promise<boolean> | undefined;
  readonly #checkpoints: CheckpointKeeper;
  #verifying: Promise<void> = Promise.resolve();
  #closing = false;

  private constructor(
    options: WriterOptions,
    journal: Journal,
    sealingKey: KeyObject,
    state: State,
    checkpoints: CheckpointKeeper,
  ) {
    this.#options = options;
    this.#journal = journal;
    this.#sealingKey = sealingKey;
    this.#state = state;
    this.#checkpoints = checkpoints;
  }

  static async open(options: WriterOptions): Promise<Writer> {
    const journal = await options.open();
    try {
      const sealingKey = await options.sealingKey(journal);
      const restored = await openCheckpoint(journal, sealingKey, options.onTrouble);
      const state = await loadState(journal, sealingKey, restored);
      const checkpoints = new CheckpointKeeper(restored?.head ?? genesis, options);
      return new Writer(options, journal, sealingKey, state, checkpoints);
    } catch (error) {
      await journal.close();
      throw error;
    }
  }

  get sealingKey(): KeyObject {
    return this.#sealingKey;
  }

  /** False once a failure left the server unable to answer. */
  get working(): boolean {
    return this.#stopped === undefined;
  }

  /** Writes that wait for their turn. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** The live state, durable or not: for what a `read` or `write` of the same request will see again. */
  get state(): State {
    return this.#state;
  }

  /**
   * Answers from the live state. The answer leaves only when everything that it saw is durable; if that fails, it is
   * asked again on the state that is. Throws or rejects with what `answer` throws. `now` is never before the last
   * record's time.
   */
  read<T>(answer: (state: State, now: number) => T): Eventual<T> {
    if (this.#stopped !== undefined) throw this.#stopped;
    if (this.#commit === undefined) return answer(this.#state, this.#now());
    const result = attempt(() => answer(this.#state, this.#now()));
    return this.#commit.then((isDurable) => (isDurable ? result() : this.read(answer)));
  }

  /** Decides in turn and answers when the record is durable. Rejects with what `decide` throws, or `NotRecorded`. */
  async write<T>(write: Write<T>): Promise<T> {
    if (this.#stopped !== undefined) throw this.#stopped;
    const { writesWaitingMax: most = writesWaitingMax } = this.#options;
    if (this.#queue.length >= most) throw new WriterBusy("too many writes wait for their turn");
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ write, resolve: resolve as (output: unknown) => void, reject });
      this.#running ??= this.#run();
    });
  }

  /** Waits for the writes that are under way, leaves a checkpoint to the next start, and closes the journal. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#running;
    if (this.working) await this.#checkpoints.close(this.#journal, this.#sealingKey, this.#state);
    await this.#verifying;
    await this.#journal.close();
  }

  /**
   * For after a start, once requests are answered: leaves a checkpoint if much was read, and verifies what the last one
   * stood for, page by page. A record that is not as it was stops the writer.
   */
  settle(): void {
    this.#running ??= this.#run();
    this.#verifying = this.#checkpoints
      .verifyBehind(this.#journal, () => this.#closing)
      .catch((error: unknown) => this.#stop(error));
  }

  async #run(): Promise<void> {
    // Requests that arrived together join one turn, instead of the first making the others wait for its commit.
    await setImmediate();
    do {
      await this.#turn(this.#queue.splice(0, writesPerTurnMax));
      if (this.working) await this.#checkpoints.keepIfDue(this.#journal, this.#sealingKey, this.#state);
    } while (this.#queue.length > 0);
    this.#running = undefined;
  }

  #stop(error: unknown): void {
    this.#options.onTrouble(error, "the journal cannot be used; start the server anew");
    this.#stopped = new WriterStopped("the journal cannot be used", { cause: error });
  }

  async #turn(batch: readonly Pending[]): Promise<void> {
    const after = this.#state.revision;
    const secrets: SecretChange[] = [];
    const settled: Settled[] = [];
    for (const pending of batch) {
      const one = this.#decide(pending, secrets);
      if (one === undefined) return this.#startOver(pending, batch);
      settled.push(one);
    }
    const records = settled.flatMap(({ record }) => record ?? []);
    const durable =
      records.length === 0 || (await this.#whileUncertain(this.#append(after, records, secrets)));
    if (durable) for (const { answer } of settled) answer();
    else this.#lost(settled);
    return undefined;
  }

  /** Reads wait for `outcome`; where it cannot be had, the writer stops and nothing more is answered. */
  async #whileUncertain(outcome: Promise<boolean>): Promise<boolean> {
    this.#commit = outcome.catch((error: unknown) => {
      this.#stop(error);
      return false;
    });
    const durable = await this.#commit;
    this.#commit = undefined;
    return durable;
  }

  /**
   * What recorded something is refused; what only saw it is decided again, before anything that came later. Once the
   * writer has stopped nobody knows what the journal holds, so that nobody is told that it did not take the write.
   */
  #lost(settled: readonly Settled[]): void {
    const refusal = this.#stopped ?? new NotRecorded("the journal did not take the write");
    for (const { pending, record } of settled) if (record !== undefined) pending.reject(refusal);
    this.#again(settled.flatMap(({ pending, record }) => (record === undefined ? [pending] : [])));
  }

  #again(pending: readonly Pending[]): void {
    this.#queue.unshift(...pending);
    if (this.#stopped === undefined) return;
    for (const { reject } of this.#queue.splice(0)) reject(this.#stopped);
  }

  /** Time never runs backwards behind what is recorded. */
  #now(): number {
    return Math.max(this.#options.clock(), this.#state.time);
  }

  /** Decides one write and applies it. Undefined when applying failed, which leaves the state unusable. */
  #decide(pending: Pending, secrets: SecretChange[]): Settled | undefined {
    const { write, resolve, reject } = pending;
    const time = this.#now();
    let decided: Decided<unknown>;
    try {
      decided = write.decide(this.#state, time);
    } catch (error) {
      return { pending, answer: () => reject(error) };
    }
    const { events, output } = decided;
    if (events.length === 0) return { pending, answer: answerWith(attempt(output), resolve, reject) };
    const { operation, actor, requestId } = write;
    const revision = this.#state.revision + 1;
    const record = { revision, id: randomUUID(), time, operation, actor, requestId, events };
    const encoded = encodeRecord(record);
    if (encoded.bytes.length > recordBytesMax) {
      // Refused before it is applied: the journal would refuse the whole turn.
      const size = `its record would have ${encoded.bytes.length} bytes, the journal takes ${recordBytesMax}`;
      return { pending, answer: () => reject(new NotRecorded(size)) };
    }
    for (const [name, secret] of decided.secrets ?? []) {
      secrets.push(this.#secretChange(name, secret));
      this.#state.learnSecret(name, secret);
    }
    try {
      this.#state.apply(record);
    } catch (error) {
      this.#options.onTrouble(error, `events of ${operation} could not be applied`);
      return undefined;
    }
    // Asked now: the state moves on while the commit is under way.
    const result = attempt(output);
    return { pending, record: encoded, answer: answerWith(result, resolve, reject) };
  }

  #secretChange(name: string, secret: string | undefined): SecretChange {
    if (secret === undefined) return { delete: name };
    return { put: name, sealed: seal(deriveKey(this.#sealingKey, "secrets"), name, Buffer.from(secret)) };
  }

  /** After a bug in applying events: the culprit is refused, the others are decided on the state that is durable. */
  async #startOver(culprit: Pending, batch: readonly Pending[]): Promise<void> {
    await this.#whileUncertain(this.#rebuild().then(() => false));
    culprit.reject(new NotRecorded("the write could not be applied"));
    this.#again(batch.filter((pending) => pending !== culprit));
  }

  /** True when the records are durable. Else the state is rebuilt from what is. */
  async #append(
    after: number,
    records: readonly NewRecord[],
    secrets: readonly SecretChange[],
  ): Promise<boolean> {
    const result = await this.#journal.append(after, records, secrets);
    switch (result.outcome) {
      case "appended":
        return true;
      case "conflict":
        throw new Error("another writer appended to this journal");
      case "failed":
        this.#options.onTrouble(result.cause, "the journal did not take a write");
        await this.#rebuild();
        return false;
      case "unknown": {
        this.#options.onTrouble(result.cause, "whether the journal took a write is unknown; reading it back");
        await this.#journal.close();
        this.#journal = await this.#options.open();
        await this.#rebuild();
        // All or nothing: the last record speaks for the others.
        return (await this.#journal.find(records.at(-1)?.id ?? "")) !== undefined;
      }
    }
  }

  async #rebuild(): Promise<void> {
    this.#sealingKey = await this.#options.sealingKey(this.#journal);
    const restored = await openCheckpoint(this.#journal, this.#sealingKey, this.#options.onTrouble);
    this.#state = await loadState(this.#journal, this.#sealingKey, restored);
  }
}
