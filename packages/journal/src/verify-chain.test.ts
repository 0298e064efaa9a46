// The chain's verification on its own: any single change is found. What SQL can do is in `sqlite/damaged-journal.test.ts`.

import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { genesis } from "./head.js";
import type { JournalRecord } from "./journal.js";
import { recordEnvelope } from "./record-envelope.js";
import { recordHash } from "./record-hash.js";
import { verifyChain } from "./verify-chain.js";

function chain(contents: readonly Uint8Array[]): JournalRecord[] {
  let hash = genesis.hash;
  return contents.map((bytes, index) => {
    hash = recordHash(hash, bytes);
    return { revision: index + 1, id: `r${index}`, bytes, hash };
  });
}

test("a record's hash is SHA-256 of the previous hash and its bytes, at any size", () => {
  const previous = "ab".repeat(32);
  for (const size of [0, 1, 400, 64 * 1024 - 32, 64 * 1024, 300_000, 5]) {
    const bytes = Buffer.alloc(size, size);
    const expected = createHash("sha256").update(previous, "hex").update(bytes).digest("hex");
    expect(recordHash(previous, bytes)).toBe(expected);
  }
});

test("a chain holds, and one changed bit anywhere is found where it is", async () => {
  const contents = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(contents, fc.nat(), fc.nat(), async (contents, at, bit) => {
      const records = chain(contents);
      const last = records.at(-1);
      expect(await verifyChain(records)).toStrictEqual({
        ok: true,
        head: { revision: records.length, hash: last?.hash },
      });
      const index = at % records.length;
      const changed = records.map((record, position) => {
        if (position !== index) return record;
        const bytes = Buffer.from(record.bytes);
        bytes[bit % bytes.length]! ^= 1 << (bit % 8);
        return { ...record, bytes };
      });
      expect(await verifyChain(changed)).toMatchObject({ ok: false, revision: index + 1 });
    }),
  );
});

test("a repeated or skipped revision is found", async () => {
  const [a, b, c] = chain([Buffer.from("a"), Buffer.from("b"), Buffer.from("c")]);
  expect(await verifyChain([a!, c!])).toMatchObject({ ok: false, revision: 2 });
  expect(await verifyChain([a!, a!, b!])).toMatchObject({ ok: false, revision: 2 });
});

test("a head given is compared wherever it lies", async () => {
  const records = chain([Buffer.from("a"), Buffer.from("b"), Buffer.from("c")]);
  const other = "f".repeat(64);
  expect(await verifyChain(records, { head: { revision: 2, hash: records[1]!.hash } })).toMatchObject({
    ok: true,
  });
  expect(await verifyChain(records, { head: { revision: 2, hash: other } })).toMatchObject({
    ok: false,
    revision: 2,
  });
  expect(await verifyChain(records, { head: { revision: 4, hash: other } })).toMatchObject({
    ok: false,
    revision: 4,
  });
  expect(await verifyChain(records, { head: genesis })).toMatchObject({ ok: true });
  expect(await verifyChain([], { head: { revision: 0, hash: other } })).toMatchObject({
    ok: false,
    revision: 0,
  });
});

test("columns are compared with what the bytes state", async () => {
  const stating = (revision: unknown, id: unknown) =>
    chain([Buffer.from(JSON.stringify({ v: 1, revision, id }))]);
  const verify = async (records: JournalRecord[]) => verifyChain(records, { identify: recordEnvelope });
  expect(await verify(stating(1, "r0"))).toMatchObject({ ok: true });
  expect(await verify(stating(2, "r0"))).toMatchObject({
    ok: false,
    revision: 1,
    what: "its bytes state revision 2",
  });
  expect(await verify(stating(1, "r1"))).toMatchObject({ ok: false, revision: 1 });
  expect(await verify(stating("1", "r0"))).toMatchObject({ ok: false, revision: 1 });
  expect(await verify(chain([Buffer.from("not JSON")]))).toMatchObject({ ok: false, revision: 1 });
  expect(await verify(chain([Buffer.from("null")]))).toMatchObject({ ok: false, revision: 1 });
});

test("an error of the store is not a verdict", async () => {
  const failing = async function* (): AsyncGenerator<JournalRecord> {
    yield* chain([Buffer.from("a")]);
    throw new Error("connection lost");
  };
  await expect(verifyChain(failing())).rejects.toThrow("connection lost");
});
