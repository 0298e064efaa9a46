// Reads the place that a record claims for itself: the `revision` and `id` inside its JSON bytes.

import type { Revision } from "./head.js";

/** Revision and id as the hashed bytes state them. */
export interface RecordIdentity {
  readonly revision: Revision;
  readonly id: string;
}

/** Reads `{"v":1,"revision":N,"id":"…",…}`; `undefined` where the bytes are not such an envelope. */
export function recordEnvelope(bytes: Uint8Array): RecordIdentity | undefined {
  let envelope: unknown;
  try {
    envelope = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
  } catch {
    return undefined;
  }
  if (typeof envelope !== "object" || envelope === null) return undefined;
  if (!("revision" in envelope) || !("id" in envelope)) return undefined;
  const { revision, id } = envelope;
  return typeof revision === "number" && typeof id === "string" ? { revision, id } : undefined;
}
