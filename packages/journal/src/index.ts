// What the journal package offers.

export { recordBytesMax, secretNameBytesMax } from "./append-limits.js";
export { deriveKey } from "./derive-key.js";
export type { KeyPurpose } from "./derive-key.js";
export { formatHead, genesis, parseHead } from "./head.js";
export type { Head, Revision } from "./head.js";
export type {
  AppendOutcome,
  Journal,
  JournalReader,
  JournalRecord,
  NewRecord,
  SealedSecret,
  SecretChange,
} from "./journal.js";
export { JournalDamaged } from "./journal-damaged.js";
export { JournalRefused } from "./journal-refused.js";
export type { RefusalReason } from "./journal-refused.js";
export { JournalStopped } from "./journal-stopped.js";
export { recordEnvelope } from "./record-envelope.js";
export type { RecordIdentity } from "./record-envelope.js";
export { recordHash } from "./record-hash.js";
export { seal, SealBroken, unseal } from "./seal.js";
export { loadSealingKey, parseSealingKey, sealingKeyFile, SealingKeyRefused } from "./sealing-key.js";
export type { SealingKeyOptions } from "./sealing-key.js";
export { openSqliteJournal } from "./sqlite/sqlite-journal.js";
export { openSqliteJournalForReading } from "./sqlite/sqlite-journal-for-reading.js";
export { verifyChain, verifyRecord } from "./verify-chain.js";
export type { ChainVerdict, VerifyOptions } from "./verify-chain.js";
