// The floor of a durable write over HTTP: Node's own server, and one SQLite commit per request.

import { randomBytes } from "node:crypto";
import Database from "libsql/promise";
import { answer } from "./answer-options.js";
import type { AnswerOptions } from "./answer-options.js";
import { startBareServer } from "./bare-server.js";
import { optionsFromParent } from "./parent-link.js";

export interface CommitServerOptions extends AnswerOptions {
  readonly file: string;
  /** Bytes that each request stores. */
  readonly blobBytes: number;
}

/** What is used of `libsql`, whose own types are `any`: `exec` runs off the event loop, statements on it. */
interface Connection {
  exec(sql: string): Promise<void>;
  prepare(sql: string): Promise<{ run(parameters: readonly unknown[]): unknown }>;
  close(): void;
}

const options = optionsFromParent() as CommitServerOptions;
const connection = new Database(options.file, {}) as unknown as Connection;
await connection.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
await connection.exec("CREATE TABLE blob (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
const begin = await connection.prepare("BEGIN IMMEDIATE");
const insert = await connection.prepare("INSERT INTO blob (bytes) VALUES (?)");
const bytes = randomBytes(options.blobBytes);

async function commit(): Promise<void> {
  begin.run([]);
  insert.run([bytes]);
  await connection.exec("COMMIT");
}

let queue = Promise.resolve();
startBareServer(
  (response) => {
    queue = queue.then(commit);
    void queue.then(() => answer(response, options));
  },
  async () => {
    await queue;
    connection.close();
  },
);
