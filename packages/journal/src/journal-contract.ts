// The contract suite of the journal's port: run over every adapter, a sentence of the port to a test.

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recordBytesMax } from "./append-limits.js";
import { genesis } from "./head.js";
import type { Journal, JournalRecord, NewRecord } from "./journal.js";
import { recordHash } from "./record-hash.js";
import { verifyChain } from "./verify-chain.js";

/** An empty store to try an adapter on. */
export interface JournalUnderTest {
  readonly journal: Journal;
  /** Closes whatever is open and opens the same store again. */
  reopen(): Promise<Journal>;
  /** Closes and deletes the store. */
  destroy(): Promise<void>;
}

function record(id: string, text = `bytes of ${id}`): NewRecord {
  return { id, bytes: Buffer.from(text) };
}

async function readAll(journal: Journal, after = 0): Promise<JournalRecord[]> {
  const records: JournalRecord[] = [];
  for await (const each of journal.read(after)) records.push(each);
  return records;
}

async function readSecrets(journal: Journal): Promise<Record<string, string>> {
  const secrets: Record<string, string> = {};
  for await (const { name, sealed } of journal.secrets()) secrets[name] = Buffer.from(sealed).toString("hex");
  return secrets;
}

function ids(records: readonly JournalRecord[]): string[] {
  return records.map(({ id }) => id);
}

export function journalContract(name: string, open: () => Promise<JournalUnderTest>): void {
  describe(`journal contract: ${name}`, () => {
    let store: JournalUnderTest;
    let journal: Journal;

    beforeEach(async () => {
      store = await open();
      journal = store.journal;
    });
    afterEach(async () => store.destroy());

    test("an empty journal's head is genesis, and there is nothing to read", async () => {
      expect(await journal.head()).toStrictEqual(genesis);
      expect(await readAll(journal)).toStrictEqual([]);
      expect(await readSecrets(journal)).toStrictEqual({});
    });

    test("appended records are read in order, numbered without gaps, chained to the record before", async () => {
      const first = await journal.append(0, [record("a"), record("b")]);
      const second = await journal.append(2, [record("c")]);
      const records = await readAll(journal);

      const hashA = recordHash(genesis.hash, Buffer.from("bytes of a"));
      const hashB = recordHash(hashA, Buffer.from("bytes of b"));
      const hashC = recordHash(hashB, Buffer.from("bytes of c"));
      expect(records.map(({ revision, id, hash }) => [revision, id, hash])).toStrictEqual([
        [1, "a", hashA],
        [2, "b", hashB],
        [3, "c", hashC],
      ]);
      expect(first).toStrictEqual({ outcome: "appended", head: { revision: 2, hash: hashB } });
      expect(second).toStrictEqual({ outcome: "appended", head: { revision: 3, hash: hashC } });
      expect(await journal.head()).toStrictEqual({ revision: 3, hash: hashC });
    });

    test("bytes come back exactly as they were handed over", async () => {
      const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
      const awkward = [
        every,
        new Uint8Array(0),
        Buffer.from([0]),
        Buffer.from([0xff, 0xfe, 0, 0xd8]),
        new Uint8Array(every.buffer, every.byteOffset + 100, 20),
        Buffer.from("', ; \u2028 \ufeff"),
        Buffer.alloc(recordBytesMax, 0xa5),
      ];
      await journal.append(
        0,
        awkward.map((bytes, index) => ({ id: `awkward-${index}`, bytes })),
      );
      const records = await readAll(await store.reopen());
      expect(records.map(({ bytes }) => Buffer.from(bytes).toString("base64"))).toStrictEqual(
        awkward.map((bytes) => Buffer.from(bytes).toString("base64")),
      );
    });

    test("durable when it says appended: another opening finds records, head and secrets", async () => {
      const appended = await journal.append(
        0,
        [record("a")],
        [{ put: "key", sealed: Buffer.from("sealed") }],
      );
      const again = await store.reopen();
      expect(appended).toStrictEqual({ outcome: "appended", head: await again.head() });
      expect(ids(await readAll(again))).toStrictEqual(["a"]);
      expect(await readSecrets(again)).toStrictEqual({ key: Buffer.from("sealed").toString("hex") });
      expect(await again.append(1, [record("b")])).toMatchObject({ outcome: "appended" });
      expect(await verifyChain(again.read(0))).toMatchObject({ ok: true, head: { revision: 2 } });
    });

    test("an append at any revision but the head's is a conflict and writes nothing", async () => {
      await journal.append(0, [record("a")], [{ put: "kept", sealed: Buffer.from([1]) }]);
      for (const after of [0, 2, 99]) {
        const changes = [{ delete: "kept" }, { put: "new", sealed: Buffer.from([2]) }];
        expect(await journal.append(after, [record("late")], changes)).toStrictEqual({ outcome: "conflict" });
      }
      expect(ids(await readAll(journal))).toStrictEqual(["a"]);
      expect(await readSecrets(journal)).toStrictEqual({ kept: "01" });
    });

    test("of many appends at one revision exactly one is appended", async () => {
      const racers = Array.from({ length: 20 }, (_, index) => journal.append(0, [record(`racer-${index}`)]));
      const outcomes = (await Promise.all(racers)).map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === "appended")).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === "conflict")).toHaveLength(19);
      expect(await journal.head()).toMatchObject({ revision: 1 });
    });

    test("all or nothing: an id that the journal holds fails the append, and nothing of it is there", async () => {
      await journal.append(0, [record("a"), record("b")]);
      const changes = [{ put: "half", sealed: Buffer.from([1]) }];
      const result = await journal.append(2, [record("c"), record("a")], changes);
      expect(result.outcome === "failed" && result.cause).toBeInstanceOf(Error);
      expect(ids(await readAll(journal))).toStrictEqual(["a", "b"]);
      expect(await journal.find("c")).toBeUndefined();
      expect(await readSecrets(journal)).toStrictEqual({});
      expect(await journal.append(2, [record("c")])).toMatchObject({ outcome: "appended" });
      expect(await verifyChain(journal.read(0))).toMatchObject({ ok: true, head: { revision: 3 } });
    });

    test("secret changes take part in the transaction, in their order", async () => {
      const put = (name: string, byte: number) => ({ put: name, sealed: Buffer.from([byte]) });
      await journal.append(0, [record("a")], [put("x", 1), put("y", 2), put("größe\0z", 3), put("x", 4)]);
      expect(await readSecrets(journal)).toStrictEqual({ x: "04", y: "02", "größe\0z": "03" });
      await journal.append(
        1,
        [record("b")],
        [{ delete: "x" }, { delete: "absent" }, put("y", 5), { delete: "größe\0z" }],
      );
      expect(await readSecrets(await store.reopen())).toStrictEqual({ y: "05" });
    });

    test("read starts behind a revision, and ends at the head", async () => {
      await journal.append(0, [record("a"), record("b"), record("c")]);
      expect(ids(await readAll(journal, 1))).toStrictEqual(["b", "c"]);
      expect(await readAll(journal, 3)).toStrictEqual([]);
      expect(await readAll(journal, 7)).toStrictEqual([]);
    });

    test("read spans any number of records, also those appended meanwhile", async () => {
      const many = (from: number) => Array.from({ length: 1500 }, (_, index) => record(`r${from + index}`));
      await journal.append(0, many(1));
      const revisions: number[] = [];
      for await (const { revision, id } of journal.read(0)) {
        expect(id).toBe(`r${revision}`);
        if (revision === 10) await journal.append(1500, many(1501));
        revisions.push(revision);
      }
      expect(revisions).toStrictEqual(Array.from({ length: 3000 }, (_, index) => index + 1));
    });

    test("read never shows a record whose append has not been decided", async () => {
      const pending = journal.append(0, [record("a")]);
      const early = await readAll(journal);
      expect(await pending).toMatchObject({ outcome: "appended" });
      // Either the read came before the commit or after it; it never saw a part.
      expect([[], ["a"]]).toContainEqual(ids(early));
    });

    test("find gives the record with an id, or nothing", async () => {
      await journal.append(0, [record("a"), record("b")]);
      const [, second] = await readAll(journal);
      expect(await journal.find("b")).toStrictEqual(second);
      expect(await journal.find("B")).toBeUndefined();
    });

    test("the checkpoint kept last comes back as it was, and there is none before the first", async () => {
      expect(await journal.checkpoint()).toBeUndefined();
      await journal.append(0, [record("a")]);
      const head = await journal.head();
      await journal.keepCheckpoint({ form: "1", head, bytes: Buffer.from("old\n\0") });
      const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
      const kept = { form: "form/2", head, bytes: every };
      await journal.keepCheckpoint(kept);
      const now = await journal.checkpoint();
      const later = await (await store.reopen()).checkpoint();
      for (const found of [now, later]) {
        expect(found).toMatchObject({ form: kept.form, head });
        expect(Buffer.from(found?.bytes ?? []).equals(every)).toBe(true);
      }
    });

    test("ill-formed input throws and writes nothing", async () => {
      const sealed = Buffer.from([1]);
      const long = { id: "long", bytes: Buffer.alloc(recordBytesMax + 1) };
      await expect(journal.append(0, [])).rejects.toThrow("without a record");
      await expect(journal.append(0, [record("")])).rejects.toThrow(RangeError);
      await expect(journal.append(0, [record("a b")])).rejects.toThrow(RangeError);
      await expect(journal.append(0, [record("ä")])).rejects.toThrow(RangeError);
      await expect(journal.append(0, [record("x".repeat(129))])).rejects.toThrow(RangeError);
      await expect(journal.append(0, [long])).rejects.toThrow(RangeError);
      await expect(journal.append(0, [record("a")], [{ put: "", sealed }])).rejects.toThrow(RangeError);
      await expect(journal.append(0, [record("a")], [{ delete: "\ud800" }])).rejects.toThrow(RangeError);
      expect(await journal.head()).toStrictEqual(genesis);
    });

    test("close waits for the append under way, may be repeated, and ends all use", async () => {
      const pending = journal.append(0, [record("a")]);
      await Promise.all([journal.close(), journal.close()]);
      expect(await pending).toMatchObject({ outcome: "appended" });
      await expect(journal.append(1, [record("b")])).rejects.toThrow("closed");
      await expect(journal.head()).rejects.toThrow("closed");
      expect(ids(await readAll(await store.reopen()))).toStrictEqual(["a"]);
    });
  });
}
