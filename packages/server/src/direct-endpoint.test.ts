// `POST /` over a raw socket: what is refused before it has come, and how a connection ends.

import { once } from "node:events";
import { connect } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { State } from "./cell/state.js";
import { httpServer } from "./http-server.js";
import { requestBodyBytesMax } from "./limits.js";
import { metrics } from "./metrics.js";

const answered = { status: 200, contentType: "text/plain", body: "answered" };

/** A server whose every operation waits for `until`, and a connection to it. */
async function connected(until: Promise<void> = Promise.resolve()) {
  const app = httpServer({
    pipeline: async () => {
      await until;
      return answered;
    },
    ready: () => true,
    metrics: metrics({ state: new State(), waiting: 0, working: true }),
  });
  await app.listen({ host: "127.0.0.1", port: 0 });
  onTestFinished(async () => app.close());
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  onTestFinished(() => void socket.destroy());
  return { app, port, socket };
}

async function received(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(socket, "close");
  return Buffer.concat(chunks).toString();
}

const tooLarge = /^HTTP\/1.1 413 [^]*connection: close[^]*RequestEntityTooLargeException/;

test("a body that is announced as too large is refused before any of it is sent", async () => {
  const { socket } = await connected();
  socket.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${requestBodyBytesMax + 1}\r\n\r\n`);
  expect(await received(socket)).toMatch(tooLarge);
});

test("a body that says no length is refused as soon as it is too large, though it never ends", async () => {
  const { socket } = await connected();
  socket.write("POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n");
  const size = requestBodyBytesMax + 1;
  socket.write(`${size.toString(16)}\r\n${"a".repeat(size)}\r\n`);
  expect(await received(socket)).toMatch(tooLarge);
});

test("an answer that outlasts the closing of the server ends its connection", async () => {
  let release = (): void => {};
  const { app, socket } = await connected(new Promise((resolve) => (release = resolve)));
  socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{}");
  await once(app.server, "request");
  const closed = app.close();
  // By then the server has done all that it does to connections by itself.
  while (app.server.listening) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  release();
  expect(await received(socket)).toMatch(/^HTTP\/1.1 200 [^]*connection: close[^]*answered$/);
  await closed;
});

test("a client that goes away in the middle of its body harms nobody", async () => {
  const { port, socket } = await connected();
  socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{");
  socket.resetAndDestroy();
  const next = connect(port, "127.0.0.1");
  next.write("POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}");
  expect(await received(next)).toMatch(/answered$/);
});
