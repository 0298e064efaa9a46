// The public face of the journal.

export { recordBytesMax } from "./append-limits.js";
export { deriveKey } from "./derive-key.js";
export { formatHead, genesis, parseHead } from "./head.js";
export type { Head, Revision } from "./head.js";
export type {
  AppendOutcome,
  Checkpoint,
  Journal,
  JournalReader,
  JournalRecord,
  NewRecord,
  SealedSecret,
  SecretChange,
} from "./journal.js";
export { JournalDamaged } from "./journal-damaged.js";
export { JournalRefused } from "./journal-refused.js";
export { recordEnvelope } from "./record-envelope.js";
export { recordHash } from "./record-hash.js";
export { Sealing, seal, unseal } from "./seal.js";
export { loadSealingKey, parseSealingKey, sealingKeyFile } from "./sealing-key.js";
export { openSqliteJournal } from "./sqlite/sqlite-journal.js";
export { openSqliteJournalForReading } from "./sqlite/sqlite-journal-for-reading.js";
export { misfiledRecord, verifyChain, verifyRecord } from "./verify-chain.js";
export type { ChainVerdict, VerifyOptions } from "./verify-chain.js";
