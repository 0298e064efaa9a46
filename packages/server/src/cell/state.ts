// The live state of the cell: what folding the journal from its first record gives.

import {
  Identity,
  accessKeySecretName,
  evolveIdentity,
  followOrganization,
  isIdentityEvent,
} from "@withhold/identity";
import { Cell, evolve } from "@withhold/organization";
import { JournalDamaged, deriveKey, genesis, misfiledRecord, unseal, verifyRecord } from "@withhold/journal";
import type { JournalReader } from "@withhold/journal";
import type { KeyObject } from "node:crypto";
import type { Restored } from "./checkpoint.js";
import { decodeRecord } from "./record.js";
import type { OperationRecord } from "./record.js";

export class State {
  readonly cell: Cell;
  readonly identity: Identity;
  /** Of the last record; milliseconds since the epoch. Time never runs backwards in a journal. */
  time: number;
  /** Of the last record, durable or not. */
  revision: number;
  readonly #secrets: Map<string, string>;

  /** `secrets` by name. Empty, or what a checkpoint holds. */
  constructor(secrets: ReadonlyMap<string, string> = new Map(), restored?: Restored) {
    this.#secrets = new Map(secrets);
    this.cell = restored?.cell ?? new Cell();
    this.time = restored?.time ?? 0;
    this.revision = restored?.head.revision ?? 0;
    this.identity = restored?.identity ?? new Identity();
  }

  /** Or forgets it, where undefined. */
  learnSecret(name: string, secret: string | undefined): void {
    if (secret === undefined) this.#secrets.delete(name);
    else this.#secrets.set(name, secret);
  }

  /** Undefined where there is none. */
  secret(name: string): string | undefined {
    return this.#secrets.get(name);
  }

  /** Undefined where there is none: a key whose secret is gone can sign nothing. */
  secretAccessKey(accessKeyId: string): string | undefined {
    return this.secret(accessKeySecretName(accessKeyId));
  }

  apply({ revision, time, events }: Pick<OperationRecord, "revision" | "time" | "events">): void {
    for (const event of events) {
      // What it is about is outside the state.
      if (event.type === "secrets.rotated") continue;
      if (isIdentityEvent(event)) evolveIdentity(this.identity, event, time);
      else {
        evolve(this.cell, event, time);
        followOrganization(this.identity, event, time);
      }
    }
    this.revision = revision;
    this.time = time;
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
