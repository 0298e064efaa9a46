// Requests spoilt as bytes, frame and all.

import type { Random } from "../random.js";

const pieces: readonly string[] = [
  "\r\n",
  "\r\n\r\n",
  "\n",
  "\r",
  "\u0000",
  " ",
  ":",
  "\u00ff\u00fe",
  "content-length: 5\r\n",
  "content-length: -1\r\n",
  "content-length: 99999999999999999999\r\n",
  "transfer-encoding: chunked\r\n",
  "transfer-encoding: gzip, chunked\r\n",
  "expect: 100-continue\r\n",
  "expect: tea\r\n",
  "connection: close\r\n",
  "connection: upgrade\r\nupgrade: websocket\r\n",
  "content-encoding: gzip\r\n",
  "GET / HTTP/1.1\r\nhost: x\r\n\r\n",
  "0\r\n\r\n",
  "x".repeat(20_000),
  "a: b\r\n".repeat(150),
];

const lines: readonly string[] = [
  "POST http://elsewhere.example/ HTTP/1.1",
  "CONNECT elsewhere.example:443 HTTP/1.1",
  "OPTIONS * HTTP/1.1",
  "POST / HTTP/1.0",
  "POST / HTTP/2.0",
  "POST /",
  "BREW / HTTP/1.1",
  "PUT / HTTP/1.1",
  "HEAD /healthz HTTP/1.1",
  "GET /metrics?x HTTP/1.1",
  "DELETE /v1/accounts HTTP/1.1",
  "POST /%2e%2e/%00 HTTP/1.1",
  "POST /\u00e9 HTTP/1.1",
  "PRI * HTTP/2.0",
  `POST /${"a".repeat(17_000)} HTTP/1.1`,
];

const spoilers: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => spliced(bytes, random, random.below(bytes.length + 1), random.pick(pieces)),
  (bytes, random) => spliced(bytes, random, afterLine(bytes, random), random.pick(pieces)),
  (bytes, random) => spliced(bytes, random, afterLine(bytes, random), random.pick(pieces)),
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let flips = 1 + random.below(4); flips > 0; flips -= 1) {
      copy[random.below(copy.length)] = random.below(256);
    }
    return copy;
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  (bytes, random) => bytes.subarray(random.below(bytes.length)),
  (bytes, random) =>
    Buffer.concat([Buffer.from(random.pick(lines), "latin1"), bytes.subarray(bytes.indexOf("\r\n"))]),
  (bytes) => Buffer.concat([bytes, bytes]),
  (_, random) => Buffer.from(Array.from({ length: random.below(300) }, () => random.below(256))),
];

export function spoilBytes(bytes: Buffer, random: Random): Buffer {
  let spoilt = bytes;
  do {
    if (spoilt.length > 0) spoilt = random.pick(spoilers)(spoilt, random);
  } while (random.chance(0.25));
  return spoilt;
}

/** Where a line of the head begins, so that what is put there is a line of its own. */
function afterLine(bytes: Buffer, random: Random): number {
  const at = bytes.indexOf("\r\n", random.below(bytes.length));
  return at < 0 ? bytes.length : at + 2;
}

function spliced(bytes: Buffer, random: Random, at: number, piece: string): Buffer {
  const behind = bytes.subarray(at + (random.chance(0.3) ? random.below(20) : 0));
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(piece, "latin1"), behind]);
}
