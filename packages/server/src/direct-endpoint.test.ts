// `POST /` over a raw socket: what is refused before it has come, and how a connection ends.

import { once } from "node:events";
import { expect, test } from "vitest";
import { requestBodyBytesMax } from "./limits.js";
import { answered, exchanged, post, rawServer, received } from "./raw-http.fixture.js";

const tooLarge = /^HTTP\/1.1 413 [^]*connection: close[^]*RequestEntityTooLargeException/;

test("a body that is announced as too large is refused before any of it is sent", async () => {
  const { open } = await rawServer();
  const head = `POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${requestBodyBytesMax + 1}\r\n\r\n`;
  expect(await exchanged(open(), head)).toMatch(tooLarge);
});

test("a body that says no length is refused as soon as it is too large, though it never ends", async () => {
  const { open } = await rawServer();
  const socket = open();
  socket.write("POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n");
  const size = requestBodyBytesMax + 1;
  expect(await exchanged(socket, `${size.toString(16)}\r\n${"a".repeat(size)}\r\n`)).toMatch(tooLarge);
});

test("an answer that outlasts the closing of the server ends its connection", async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const { app, open } = await rawServer(async () => {
    await held;
    return answered;
  });
  const socket = open();
  socket.write(post("{}"));
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
  const { open } = await rawServer();
  const socket = open();
  socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{");
  socket.resetAndDestroy();
  expect(await exchanged(open(), post("{}", "connection: close"))).toMatch(/answered$/);
});
