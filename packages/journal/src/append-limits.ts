// What an append may carry, and the refusal of anything else before it reaches a store.

import type { NewRecord, SecretChange } from "./journal.js";

/** Far above any operation's record; bounds what one record takes in memory, wherever it is held whole. */
export const recordBytesMax = 1024 * 1024;
const secretNameBytesMax = 1024;

/** ASCII only, so that an id has one spelling in every store and encoding. */
const recordId = /^[\x21-\x7e]{1,128}$/;

function checkSecretName(name: string): void {
  const bytes = Buffer.from(name, "utf8");
  // Ill-formed Unicode would come back as another name.
  if (bytes.length >= 1 && bytes.length <= secretNameBytesMax && bytes.toString("utf8") === name) return;
  throw new RangeError(
    `the secret name \`${name}\` is refused: give 1 to ${secretNameBytesMax} bytes of well-formed text`,
  );
}

/** Throws `RangeError` for what no store is to be asked to keep. */
export function checkAppend(records: readonly NewRecord[], secrets: readonly SecretChange[]): void {
  if (records.length === 0)
    throw new RangeError("an append without a record is refused: record what was decided");
  for (const { id, bytes } of records) {
    if (!recordId.test(id)) {
      throw new RangeError(
        `the record id \`${id}\` is refused: give 1 to 128 printable ASCII characters without a space`,
      );
    }
    if (bytes.length > recordBytesMax) {
      throw new RangeError(`the record \`${id}\` has ${bytes.length} bytes: give at most ${recordBytesMax}`);
    }
  }
  for (const change of secrets) checkSecretName("put" in change ? change.put : change.delete);
}
