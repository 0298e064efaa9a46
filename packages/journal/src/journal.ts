// The journal's port: what every adapter promises, sentence by sentence; `journal-contract.ts` tests each of them.

import type { Head, Revision } from "./head.js";

/** What a writer hands over: the exact bytes that are hashed and stored. */
export interface NewRecord {
  /** The record's own id, unique in the journal: 1 to 128 printable ASCII characters, no space. */
  readonly id: string;
  /** 0 bytes to 1 MiB, opaque to the journal. Do not change them until the append has answered. */
  readonly bytes: Uint8Array;
}

/** What a reader gets: byte for byte what was handed over, with its place in the chain. */
export interface JournalRecord {
  readonly revision: Revision;
  readonly id: string;
  /** A view of a larger buffer: copy it if it is to outlive the reading. */
  readonly bytes: Uint8Array;
  /** SHA-256 of the previous record's hash followed by `bytes`: 64 lower-case hexadecimal characters. */
  readonly hash: string;
}

/** A secret to keep or to forget. Its name is 1 to 1024 bytes of UTF-8; what is kept is sealed already (`seal`). */
export type SecretChange =
  | { readonly put: string; readonly sealed: Uint8Array }
  | { readonly delete: string };

/** A secret as it is kept. */
export interface SealedSecret {
  readonly name: string;
  readonly sealed: Uint8Array;
}

/**
 * Bytes from which a reader can start instead of the first record: they stand for all records up to `head`. A cache:
 * losing it loses nothing, and what is in it is the writer's business, its authenticity included.
 */
export interface Checkpoint {
  /** Of what the bytes mean, so that a program does not read those of another release. Printable ASCII, at most 64. */
  readonly form: string;
  readonly head: Head;
  readonly bytes: Uint8Array;
}

/**
 * How an append ended.
 * - `appended`: every record is durable; `head` is the last of them.
 * - `conflict`: the journal had moved on; nothing was written.
 * - `failed`: nothing was written and nothing will appear later (no space left, say); an append may be tried again.
 * - `unknown`: the store cannot tell; read back by record id before deciding again.
 */
export type AppendOutcome =
  | { readonly outcome: "appended"; readonly head: Head }
  | { readonly outcome: "conflict" }
  | { readonly outcome: "failed"; readonly cause: Error }
  | { readonly outcome: "unknown"; readonly cause: Error };

/** The reading half: what `verify`, `export` and `copy` need. */
export interface JournalReader {
  /** The last durable record's revision and hash; `genesis` while there is none. */
  head(): Promise<Head>;
  /**
   * In order, without gaps, never a record that is not durable. Starts behind `after` and ends when it has caught up.
   * A gap is refused: throws `JournalDamaged`, which names the first revision that is not there. Does not check hashes;
   * `verifyChain` does.
   */
  read(after: Revision): AsyncIterable<JournalRecord>;
  /** The record with this id, for reading back after `unknown`; `undefined` if there is none. */
  find(id: string): Promise<JournalRecord | undefined>;
  /** Every secret, sealed, in no particular order. */
  secrets(): AsyncIterable<SealedSecret>;
  /** Waits for the append under way, and lets go of everything. To close twice is harmless. */
  close(): Promise<void>;
}

/** Any method throws `JournalStopped` once an adapter can no longer tell what is durable: open the journal anew. */
export interface Journal extends JournalReader {
  /**
   * All or nothing, durable when it says `appended`. Of two appends at one revision exactly one is appended; the other
   * is a `conflict`. Secret changes take part in the same transaction, in their order. A record id that the journal
   * holds already makes the append fail.
   *
   * Throws (a programmer's error, nothing is written): no record at all, an ill-formed id or name, too many bytes.
   */
  append(
    after: Revision,
    records: readonly NewRecord[],
    secrets?: readonly SecretChange[],
  ): Promise<AppendOutcome>;
  /** Keeps a checkpoint in the place of the last one: whenever the process dies, the old or the new is there whole. */
  keepCheckpoint(checkpoint: Checkpoint): Promise<void>;
  /** The one kept last; `undefined` while there is none, or where what is there cannot be read. */
  checkpoint(): Promise<Checkpoint | undefined>;
}
