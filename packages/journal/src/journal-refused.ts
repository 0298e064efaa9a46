// The error of a journal that is not opened: absent, foreign, newer than this program, or owned by another process.

/** Why a journal was refused. `in-use`: another process, or another open journal of this one, owns the directory. */
export type RefusalReason = "absent" | "in-use" | "newer" | "not-a-journal";

/** The journal was not opened and nothing was changed; `message` says what to do. */
export class JournalRefused extends Error {
  override readonly name = "JournalRefused";
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
