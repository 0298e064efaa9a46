// The live state of the cell: what folding the journal from its first record gives.

import { Cell, evolve } from "@withhold/organization";
import { JournalDamaged, deriveKey, genesis, misfiledRecord, unseal, verifyRecord } from "@withhold/journal";
import type { JournalReader } from "@withhold/journal";
import type { KeyObject } from "node:crypto";
import { accessKeySecretName } from "./access-keys.js";
import type { AccessKey } from "./access-keys.js";
import type { Restored } from "./checkpoint.js";
import { decodeRecord } from "./record.js";
import type { OperationRecord } from "./record.js";

export class State {
  readonly cell: Cell;
  readonly accessKeys = new Map<string, AccessKey>();
  /** Of the last record; milliseconds since the epoch. Time never runs backwards in a journal. */
  time: number;
  /** Of the last record, durable or not. */
  revision: number;
  readonly #secrets: Map<string, string>;

  /** `secrets` by name; a key's must be in it before the event that makes the key. Empty, or what a checkpoint holds. */
  constructor(secrets: ReadonlyMap<string, string> = new Map(), restored?: Restored) {
    this.#secrets = new Map(secrets);
    this.cell = restored?.cell ?? new Cell();
    this.time = restored?.time ?? 0;
    this.revision = restored?.head.revision ?? 0;
    for (const [accessKeyId, accountId] of restored?.accessKeys ?? []) this.#keep(accessKeyId, accountId);
  }

  learnSecret(name: string, secret: string): void {
    this.#secrets.set(name, secret);
  }

  apply({ revision, time, events }: Pick<OperationRecord, "revision" | "time" | "events">): void {
    for (const event of events) {
      if (event.type === "access-key.created") this.#keep(event.accessKeyId, event.accountId);
      else evolve(this.cell, event, time);
    }
    this.revision = revision;
    this.time = time;
  }

  /** A key whose secret is gone can sign nothing; its record stays true all the same. */
  #keep(accessKeyId: string, accountId: string): void {
    const secretAccessKey = this.#secrets.get(accessKeySecretName(accessKeyId));
    if (secretAccessKey !== undefined) this.accessKeys.set(accessKeyId, { accountId, secretAccessKey });
  }
}

/**
 * Reads the journal, from what was restored or else from its first record, verifying its chain on the way. Throws
 * `JournalDamaged` where it does not hold.
 */
export async function loadState(
  journal: JournalReader,
  sealingKey: KeyObject,
  restored?: Restored,
): Promise<State> {
  const state = new State(await openSecrets(journal, sealingKey), restored);
  let head = restored?.head ?? genesis;
  for await (const record of journal.read(head.revision)) {
    const verdict = verifyRecord(head, record);
    if (!verdict.ok) throw new JournalDamaged(verdict.revision, verdict.what);
    head = verdict.head;
    const decoded = decodeRecord(record.bytes);
    const misfiled = misfiledRecord(record, decoded);
    if (misfiled !== undefined) throw new JournalDamaged(record.revision, misfiled);
    state.apply(decoded);
  }
  return state;
}

async function openSecrets(
  journal: JournalReader,
  sealingKey: KeyObject,
): Promise<ReadonlyMap<string, string>> {
  const key = deriveKey(sealingKey, "secrets");
  const secrets = new Map<string, string>();
  for await (const { name, sealed } of journal.secrets())
    secrets.set(name, unseal(key, name, sealed).toString("utf8"));
  return secrets;
}
