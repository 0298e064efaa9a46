// Where a journal ends: the head, and its written form `REVISION:HASH`.

/** 0 = nothing yet; the first record has revision 1. */
export type Revision = number;

/** The last record's revision and hash: whoever keeps a head elsewhere can tell later whether the journal still holds it. */
export interface Head {
  readonly revision: Revision;
  /** 64 lower-case hexadecimal characters: SHA-256. */
  readonly hash: string;
}

/** The head of an empty journal: revision 0, and 64 zeros for a hash. The first record is chained to it. */
export const genesis: Head = Object.freeze({ revision: 0, hash: "0".repeat(64) });

/** `REVISION:HASH`, the form that `parseHead` reads. */
export function formatHead(head: Head): string {
  return `${head.revision}:${head.hash}`;
}

/** Reads `REVISION:HASH`; `undefined` where the text is not a head. Upper-case hash digits are accepted and lowered. */
export function parseHead(text: string): Head | undefined {
  const [, digits, hash] = /^(0|[1-9]\d{0,15}):([0-9a-fA-F]{64})$/.exec(text) ?? [];
  if (digits === undefined || hash === undefined) return undefined;
  const revision = Number(digits);
  return Number.isSafeInteger(revision) ? { revision, hash: hash.toLowerCase() } : undefined;
}
