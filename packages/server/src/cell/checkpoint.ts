// Checkpoints: the state as bytes that a start reads in place of the records behind it. A cache, sealed like a secret:
// whoever can write into the data directory but has not its sealing key cannot make a server believe anything.

import { Sealing, deriveKey, formatHead, unseal } from "@withhold/journal";
import type { Checkpoint, Head, Journal } from "@withhold/journal";
import { cellLines, checkpointForm, restoreCell } from "@withhold/organization";
import type { Cell, CheckpointLine } from "@withhold/organization";
import type { KeyObject } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { State } from "./state.js";

/** What the server holds beside the cell, on the first line. Raise `form` with any change to it. */
interface ServerLine {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly accessKeys: readonly (readonly [accessKeyId: string, accountId: string])[];
}

const form = `${checkpointForm}.1`;

/** What a checkpoint stands for. */
export interface Restored extends ServerLine {
  readonly cell: Cell;
  readonly head: Head;
}

/** INVARIANT: nothing changes `state`, whose last record is `head`, until this resolves. Reads go on meanwhile. */
export async function makeCheckpoint(state: State, head: Head, sealingKey: KeyObject): Promise<Checkpoint> {
  const accessKeys = Array.from(state.accessKeys, ([id, { accountId }]) => [id, accountId] as const);
  const first: ServerLine = { time: state.time, accessKeys };
  const sealing = new Sealing(deriveKey(sealingKey, "checkpoints"), nameOf(head));
  sealing.add(Buffer.from(JSON.stringify(first)));
  let bytes = 0;
  for (const line of cellLines(state.cell)) {
    const piece = Buffer.from(`\n${JSON.stringify(line)}`);
    sealing.add(piece);
    bytes += piece.length;
    if (bytes < bytesPerSlice) continue;
    bytes = 0;
    await setImmediate();
  }
  return { form, head, bytes: sealing.finish() };
}

/** Bytes written down at a stretch: a few milliseconds. A line may be longer, most are much shorter. */
const bytesPerSlice = 128 * 1024;

/**
 * Undefined where there is none that can be used: of another release, or, which `onTrouble` hears of, one that is not
 * this server's own work or stands for records that the journal does not hold. The journal is read instead.
 */
export async function openCheckpoint(
  journal: Journal,
  sealingKey: KeyObject,
  onTrouble: (error: unknown, message: string) => void,
): Promise<Restored | undefined> {
  try {
    return await opened(journal, sealingKey);
  } catch (error) {
    onTrouble(error, "the checkpoint cannot be used; reading the journal from its first record");
    return undefined;
  }
}

async function opened(journal: Journal, sealingKey: KeyObject): Promise<Restored | undefined> {
  const kept = await journal.checkpoint();
  if (kept === undefined || kept.form !== form) return undefined;
  const { head } = kept;
  const bytes = unseal(deriveKey(sealingKey, "checkpoints"), nameOf(head), kept.bytes);
  if (!(await holds(journal, head))) {
    throw new Error(
      `the checkpoint stands for revision ${head.revision}, which the journal does not hold as it was`,
    );
  }
  const [first = "", ...lines] = bytes.toString("utf8").split("\n");
  // INVARIANT: the seal holds, so that these are the lines that `makeCheckpoint` wrote.
  return { ...(JSON.parse(first) as ServerLine), cell: restoreCell(parsed(lines)), head };
}

function* parsed(lines: readonly string[]): Generator<CheckpointLine> {
  for (const line of lines) yield JSON.parse(line) as CheckpointLine;
}

async function holds(journal: Journal, { revision, hash }: Head): Promise<boolean> {
  for await (const record of journal.read(revision - 1))
    return record.revision === revision && record.hash === hash;
  return false;
}

function nameOf(head: Head): string {
  return `checkpoint ${form} at ${formatHead(head)}`;
}
