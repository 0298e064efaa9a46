// Bytes that mean harm, or only resemble HTTP: each gets a clear answer in our form, or nothing worse than its end.

import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { requestBodyBytesMax } from "./limits.js";
import { answered, exchanged, post, rawServer, received } from "./raw-http.fixture.js";

const head = "POST / HTTP/1.1\r\nhost: x\r\n";
const chunked = `${head}transfer-encoding: chunked\r\n\r\n`;

interface Refused {
  readonly status: number;
  readonly id: string | undefined;
  readonly code: unknown;
  readonly message: unknown;
}

/** The parts of a lone answer in JSON. */
function refusalIn(text: string): Refused {
  const [top = "", body = ""] = text.split("\r\n\r\n");
  expect(top).toContain("content-type: application/x-amz-json-1.1");
  expect(top.toLowerCase()).toContain("connection: close");
  const { __type: code, message } = JSON.parse(body) as Record<string, unknown>;
  const [, status] = /^HTTP\/1\.1 (\d+) /.exec(top) ?? [];
  return { status: Number(status), id: /^x-amzn-requestid: (.*)$/m.exec(top)?.[1]?.trim(), code, message };
}

const badRequests: readonly (readonly [what: string, bytes: string, status: number, says: RegExp])[] = [
  ["no HTTP at all", "hello\r\n\r\n", 400, /no method of HTTP/],
  ["a TLS hello", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc", 400, /send plain HTTP/],
  ["HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, /no HTTP\/1\.1 request/],
  ["HTTP/3.0", "POST / HTTP/3.0\r\nhost: x\r\n\r\n", 400, /does not end in `HTTP\/1\.1`/],
  ["HTTP/0.9", "POST /\r\n\r\n", 400, /send HTTP\/1\.1/],
  ["lines that end in LF", "POST / HTTP/1.1\nhost: x\n\n", 400, /CR and LF/],
  ["a lone CR", `${head}a: b\rc: d\r\n\r\n`, 400, /CR without LF/],
  ["no host", "POST / HTTP/1.1\r\ncontent-length: 2\r\n\r\n{}", 400, /send the header `host`/],
  ["a whole URL", "POST http://other.example/ HTTP/1.1\r\nhost: x\r\n\r\n", 400, /send its path alone/],
  ["CONNECT", "CONNECT other.example:443 HTTP/1.1\r\nhost: x\r\n\r\n", 404, /nothing at `CONNECT other/],
  ["a head too large", `${head}x: ${"x".repeat(20_000)}\r\n\r\n`, 431, /larger than 16384 bytes/],
  ["a path too long", `GET /${"x".repeat(20_000)} HTTP/1.1\r\n\r\n`, 431, /larger than 16384 bytes/],
  ["101 headers", `${head}${"a: b\r\n".repeat(100)}\r\n`, 431, /at most 100 headers/],
  ["3000 headers", `${head}${"a:\r\n".repeat(3000)}\r\n`, 431, /at most 100 headers/],
  ["a control in a header", `${head}a: \x01\r\n\r\n`, 400, /no header may have/],
  ["NUL in a header", `${head}a: \x00\r\n\r\n`, 400, /no header may have/],
  ["a folded header", `${head}a: b\r\n c\r\n\r\n`, 400, /no header may have/],
  ["a blank before the colon", `${head}content-length : 2\r\n\r\n{}`, 400, /no header may have/],
  ["a byte outside ASCII in the path", "GET /\xe9 HTTP/1.1\r\nhost: x\r\n\r\n", 400, /percent-encode/],
  ["two lengths", `${head}content-length: 1\r\ncontent-length: 2\r\n\r\nx`, 400, /length is given twice/],
  ["a negative length", `${head}content-length: -2\r\n\r\n{}`, 400, /no number/],
  ["a length beyond numbers", `${head}content-length: ${"9".repeat(30)}\r\n\r\n{}`, 400, /no number/],
  ["a length beyond the limit", `${head}content-length: 9999999999\r\n\r\n{}`, 413, /larger than 1048576/],
  [
    "a length and chunks",
    `${head}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
    /alone/,
  ],
  ["chunks twice", `${head}transfer-encoding: chunked\r\ntransfer-encoding: chunked\r\n\r\n`, 400, /alone/],
  [
    "a coding before chunks",
    `${head}transfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
    400,
    /no other coding/,
  ],
  ["another coding", `${head}transfer-encoding: identity\r\n\r\n{}`, 400, /no other coding/],
  ["a chunk without size", `${chunked}zz\r\n`, 400, /size in hexadecimal/],
  ["a chunk longer than it says", `${chunked}2\r\n{}x\r\n0\r\n\r\n`, 400, /longer than it says/],
  ["an endless chunk extension", `${chunked}2;${"a".repeat(30_000)}\r\n{}`, 431, /larger than 16384/],
  ["a compressed body", post("{}", "content-encoding: gzip"), 400, /names a coding/],
  ["an unknown expectation", `${head}expect: tea\r\ncontent-length: 2\r\n\r\n{}`, 417, /header `expect`/],
  [
    "a body too large with `Expect`",
    `${head}expect: 100-continue\r\ncontent-length: 9999999\r\n\r\n`,
    413,
    /larger/,
  ],
];

describe("a request that cannot be", () => {
  test.each(badRequests)(
    "for %s is refused in our form, and the server goes on",
    async (_, bytes, status, says) => {
      const { open } = await rawServer();
      const refusal = refusalIn(await exchanged(open(), bytes));
      expect(refusal).toMatchObject({ status, message: expect.stringMatching(says) as string });
      expect(refusal.code).toMatch(
        /^(?:MalformedHttpRequest|RequestEntityTooLarge|UnknownOperation)Exception$/,
      );
      expect(refusal.id).toMatch(/^[\da-f-]{36}$/);
      expect(await exchanged(open(), post("{}", "connection: close"))).toMatch(
        /^HTTP\/1\.1 200 [^]*answered$/,
      );
    },
  );

  test.each([
    ["in the head", "POST / HTTP/1.1\r\nhost"],
    ["in the body", `${head}content-length: 10\r\n\r\n{`],
    ["in a chunk", `${chunked}5\r\n{`],
  ])("because it ends %s is told so", async (_, bytes) => {
    const { open } = await rawServer();
    const socket = open();
    socket.end(bytes);
    expect(refusalIn(await received(socket))).toMatchObject({
      status: 400,
      message: "the connection ended in the middle of a request; send it again, whole",
    });
  });

  test("is refused in XML where its client speaks Query", async () => {
    const { open } = await rawServer();
    const form = "content-type: application/x-www-form-urlencoded";
    const answer = await exchanged(open(), `${head}${form}\r\ncontent-length: 9999999\r\n\r\n`);
    expect(answer).toMatch(
      /^HTTP\/1\.1 413 [^]*content-type: text\/xml[^]*<Type>Sender<\/Type><Code>RequestEntityTooLarge/,
    );
  });
});

describe("what is unusual and allowed", () => {
  test.each([
    [
      "chunks",
      `${head}connection: close\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n1;ext=x\r\n}\r\n0\r\ntrailer: x\r\n\r\n`,
    ],
    ["an upgrade to something else", post("{}", "connection: upgrade, close", "upgrade: websocket")],
    ["HTTP/1.0 without host", "POST / HTTP/1.0\r\ncontent-length: 2\r\n\r\n{}"],
    ["100 headers", post("{}", "connection: close", ...Array.from({ length: 97 }, () => "a: b"))],
    ["bytes of Latin-1 in a header", post("{}", "connection: close", "a: \xe9\xff")],
    ["identity as coding", post("{}", "connection: close", "content-encoding: identity")],
    ["empty lines before it", `\r\n\r\n${post("{}", "connection: close")}`],
  ])("%s: the body arrives as it is", async (_, bytes) => {
    const { open } = await rawServer(async ({ body }) => ({
      ...answered,
      body: Buffer.from(body).toString(),
    }));
    expect(await exchanged(open(), bytes)).toMatch(/^HTTP\/1\.1 200 [^]*\r\n\r\n\{\}$/);
  });

  test("`Expect: 100-continue` gets its leave before the body is sent", async () => {
    const { open } = await rawServer();
    const socket = open();
    socket.write(`${head}connection: close\r\nexpect: 100-continue\r\ncontent-length: 2\r\n\r\n`);
    const [leave] = (await once(socket, "data")) as [Buffer];
    expect(leave.toString()).toBe("HTTP/1.1 100 Continue\r\n\r\n");
    expect(await exchanged(socket, "{}")).toMatch(/^HTTP\/1\.1 200 [^]*answered$/);
  });

  test("a body byte by byte, each in a chunk of its own, arrives whole", async () => {
    const { open } = await rawServer(async ({ body }) => ({ ...answered, body: String(body.length) }));
    const chunks = Array.from({ length: 3000 }, () => "1\r\nx\r\n").join("");
    const socket = open();
    socket.write(`${head}connection: close\r\ntransfer-encoding: chunked\r\n\r\n`);
    expect(await exchanged(socket, `${chunks}0\r\n\r\n`)).toMatch(/3000$/);
  });
});

describe("requests one after another without waiting", () => {
  const numbered = (): Parameters<typeof rawServer>[0] => {
    let count = 0;
    return async () => {
      count += 1;
      const body = `answer ${count};`;
      // The earlier, the slower.
      await delay(40 - count * 10);
      return { ...answered, body };
    };
  };
  const bodies = (text: string): readonly string[] => text.match(/answer \d;|"__type":"\w+"/g) ?? [];
  const malformed = '"__type":"MalformedHttpRequestException"';

  test("are answered in their order", async () => {
    const { open } = await rawServer(numbered());
    const text = await exchanged(open(), post("{}") + post("{}") + post("{}", "connection: close"));
    expect(bodies(text)).toStrictEqual(["answer 1;", "answer 2;", "answer 3;"]);
  });

  test.each([
    ["bytes that are no request", "hello\r\n\r\n"],
    ["a request that is refused at its head", post("{}", "content-encoding: gzip")],
    ["a body that breaks off", `${chunked}zz`],
    ["CONNECT", "CONNECT x:1 HTTP/1.1\r\nhost: x\r\n\r\n"],
  ])("keep their answers when %s follows, whose refusal comes last", async (_, bytes) => {
    const { open } = await rawServer(numbered());
    const said = bodies(await exchanged(open(), post("{}") + post("{}") + bytes));
    expect(said.slice(0, 2)).toStrictEqual(["answer 1;", "answer 2;"]);
    expect(said).toHaveLength(3);
    expect([malformed, '"__type":"UnknownOperationException"']).toContain(said[2]);
  });

  test("are not done behind one that ended the connection", async () => {
    let done = 0;
    const { open } = await rawServer(async () => {
      done += 1;
      return answered;
    });
    const text = await exchanged(open(), post("{}") + post("{}", "content-encoding: gzip") + post("{}"));
    expect(text.match(/HTTP\/1\.1 \d+/g)).toStrictEqual(["HTTP/1.1 200", "HTTP/1.1 400"]);
    expect(done).toBe(1);
  });

  test("are all answered when the server closes meanwhile, the last one with the end", async () => {
    const { app, open } = await rawServer(numbered());
    const socket = open();
    const text = exchanged(socket, post("{}") + post("{}") + post("{}"));
    await once(app.server, "request");
    await app.close();
    expect(bodies(await text)).toStrictEqual(["answer 1;", "answer 2;", "answer 3;"]);
  });
});

test("a client that is still sending what was refused gets to read why", async () => {
  const { port } = await rawServer(undefined, { lingerMilliseconds: 2000 });
  // As clients do that write all before they read: the server's end does not stop them.
  const socket = connect({ port, allowHalfOpen: true });
  onTestFinished(() => void socket.destroy());
  const text = received(socket);
  const broken: Error[] = [];
  socket.on("error", (error) => broken.push(error));
  socket.write(`${head}content-length: ${requestBodyBytesMax * 4}\r\n\r\n`);
  const piece = Buffer.alloc(64 * 1024, "x");
  for (let sent = 0; sent < 64 && socket.writable; sent += 1) {
    socket.write(piece);
    await delay(1);
  }
  socket.end();
  expect(refusalIn(await text)).toMatchObject({ status: 413 });
  expect(broken).toStrictEqual([]);
});
