// The error of a journal that no longer knows what is durable.

/**
 * A commit ended in an I/O error, so the store itself cannot say whether the records are there: they may appear when it
 * is next opened. Nothing is read or appended any more; end the process, or open the journal anew.
 */
export class JournalStopped extends Error {
  override readonly name = "JournalStopped";

  constructor(cause: Error) {
    super(`the journal stopped after an I/O error: ${cause.message}; check the disk and start again`, {
      cause,
    });
  }
}
