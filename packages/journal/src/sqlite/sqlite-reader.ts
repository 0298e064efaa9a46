// The reading half of the journal over one SQLite connection.

import type { JournalReader } from "../journal.js";
import type { ReadConnection } from "./connection.js";
import { recordRows } from "./record-rows.js";

/**
 * Reads over a connection of its own: it sees what is committed, and a commit shows only after its fsync.
 * `refuse` is asked before every read and throws if nothing may be read any more.
 */
export function sqliteReader(connection: ReadConnection, refuse: () => void): JournalReader {
  const rows = recordRows(connection);
  let closed = false;
  const check = (): void => {
    if (closed) throw new Error("the journal is closed: open it again");
    refuse();
  };
  return {
    head: async () => {
      check();
      return rows.head();
    },
    async *read(after) {
      let last = after;
      for (;;) {
        check();
        const page = rows.page(last);
        if (page.length === 0) return;
        yield* page;
        last += page.length;
      }
    },
    find: async (id) => {
      check();
      return rows.find(Buffer.from(id, "utf8"));
    },
    async *secrets() {
      check();
      yield* rows.secrets();
    },
    close: async () => {
      if (!closed) connection.close();
      closed = true;
    },
  };
}
