// The live state of the cell: what folding the journal from its first record gives.

import { Cell, evolve } from "@withhold/organization";
import { JournalDamaged, deriveKey, genesis, misfiledRecord, unseal, verifyRecord } from "@withhold/journal";
import type { Head, JournalReader } from "@withhold/journal";
import type { KeyObject } from "node:crypto";
import { accessKeySecretName } from "./access-keys.js";
import type { AccessKey } from "./access-keys.js";
import { decodeRecord } from "./record.js";
import type { OperationRecord } from "./record.js";

export class State {
  readonly cell = new Cell();
  readonly accessKeys = new Map<string, AccessKey>();
  /** Of the last record; milliseconds since the epoch. Time never runs backwards in a journal. */
  time = 0;
  /** Of the last record, durable or not. */
  revision = 0;
  readonly #secrets: Map<string, string>;

  /** `secrets` by name; a key's must be in it before the event that makes the key. */
  constructor(secrets: ReadonlyMap<string, string> = new Map()) {
    this.#secrets = new Map(secrets);
  }

  learnSecret(name: string, secret: string): void {
    this.#secrets.set(name, secret);
  }

  apply({ revision, time, events }: Pick<OperationRecord, "revision" | "time" | "events">): void {
    for (const event of events) {
      if (event.type !== "access-key.created") evolve(this.cell, event, time);
      else {
        const secretAccessKey = this.#secrets.get(accessKeySecretName(event.accessKeyId));
        // A key whose secret is gone can sign nothing; its record stays true all the same.
        if (secretAccessKey === undefined) continue;
        this.accessKeys.set(event.accessKeyId, { accountId: event.accountId, secretAccessKey });
      }
    }
    this.revision = revision;
    this.time = time;
  }
}

/** Reads the whole journal, verifying its chain on the way. Throws `JournalDamaged` where it does not hold. */
export async function loadState(journal: JournalReader, sealingKey: KeyObject): Promise<State> {
  const state = new State(await openSecrets(journal, sealingKey));
  let head: Head = genesis;
  for await (const record of journal.read(0)) {
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
