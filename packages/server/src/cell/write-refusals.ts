// Why a write, or any answer, is refused by the writer itself.

/** Too many writes wait already; the caller may come back. */
export class WriterBusy extends Error {
  override readonly name = "WriterBusy";
}

/** The write is not in the journal, and the state is as if it had never come. */
export class NotRecorded extends Error {
  override readonly name = "NotRecorded";
}

/** The journal could not be read back after a failure; nothing is answered until the server is started anew. */
export class WriterStopped extends Error {
  override readonly name = "WriterStopped";
}
