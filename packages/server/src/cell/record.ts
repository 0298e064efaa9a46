// The record of one accepted operation: the bytes that the journal hashes and keeps.

import type { DomainEvent } from "@withhold/organization";
import type { NewRecord, Revision } from "@withhold/journal";
import type { IdentityEvent } from "@withhold/identity";

export type RecordedEvent = DomainEvent | IdentityEvent | SecretsRotated;

/** Every secret was sealed anew under another key. Sessions and page tokens of before end. */
interface SecretsRotated {
  readonly type: "secrets.rotated";
}

/**
 * Who made it happen: a caller by its access key, somebody who signs in, or the server itself. `arn`: of whom, where it
 * is no root user.
 */
export type Actor =
  | { readonly accountId: string; readonly accessKeyId: string; readonly arn?: string }
  | { readonly accountId: string; readonly arn: string; readonly by: "password" }
  | { readonly system: "first-start" | "example" | "rotation" };

/** Everything a record holds. Times are milliseconds since the epoch. */
export interface OperationRecord {
  readonly revision: Revision;
  readonly id: string;
  readonly time: number;
  readonly operation: string;
  readonly actor: Actor;
  readonly requestId: string;
  readonly events: readonly RecordedEvent[];
}

/** The form of the envelope and of every event in it. A new form gets a new number, and `decodeRecord` upcasts old ones. */
const recordVersion = 1;

/** JSON in UTF-8; the time as ISO 8601 with milliseconds, so that people can read a journal. */
export function encodeRecord(record: OperationRecord): NewRecord {
  const { revision, id, operation, actor, requestId, events } = record;
  const time = new Date(record.time).toISOString();
  const envelope = { v: recordVersion, revision, id, time, operation, actor, requestId, events };
  return { id, bytes: Buffer.from(JSON.stringify(envelope)) };
}

/** Throws on a record of a form that this version does not know: a newer server wrote it. */
export function decodeRecord(bytes: Uint8Array): OperationRecord {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  // INVARIANT: the chain was verified, so these bytes are what `encodeRecord` of some version wrote.
  const record = JSON.parse(text) as Omit<OperationRecord, "time"> & { v: number; time: string };
  const { v, revision, id, time, operation, actor, requestId, events } = record;
  if (v !== recordVersion) {
    throw new Error(
      `record ${revision} has form ${v}, this version knows ${recordVersion}; start a newer version`,
    );
  }
  return { revision, id, time: Date.parse(time), operation, actor, requestId, events };
}
