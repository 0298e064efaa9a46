// The error of a journal whose records are not what was appended.

import type { Revision } from "./head.js";

/** The journal cannot be read on: `revision` is the first that is missing or not as it was written. */
export class JournalDamaged extends Error {
  override readonly name = "JournalDamaged";
  readonly revision: Revision;
  /** What is wrong there, without the revision. */
  readonly what: string;

  constructor(revision: Revision, what: string, options?: ErrorOptions) {
    super(
      `the journal is damaged at revision ${revision}: ${what}; restore the data directory from a backup`,
      options,
    );
    this.revision = revision;
    this.what = what;
  }
}
