// The writer's turn: what is answered, when, and what is left of it in the journal.

import { recordBytesMax } from "@withhold/journal";
import { setImmediate as immediate } from "node:timers/promises";
import { expect, describe, test } from "vitest";
import { writesPerTurnMax, writesWaitingMax } from "../limits.js";
import type { Ending } from "./driven-journal.fixture.js";
import { decodeRecord } from "./record.js";
import {
  accountsOf,
  impossible,
  noon,
  noticing,
  opening,
  refused,
  writerBench,
} from "./writer-bench.fixture.js";
import type { WriterBench } from "./writer-bench.fixture.js";

/** Long enough for every answer that waits for nothing. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await immediate();
}

/** Answers, refusals included, in the order in which they leave. */
function listener() {
  const heard: string[] = [];
  const listen = async (who: string, answer: Promise<readonly string[]>): Promise<void> =>
    answer.then(
      (seen) => void heard.push(`${who}: ${seen.join(" ")}`),
      (error: Error) => void heard.push(`${who}: ${error.name}`),
    );
  return { heard, listen };
}

const listing = async (bench: WriterBench) => bench.writer.read(accountsOf);

describe("an answer", () => {
  test("of a write, a read, a write without events and a refusal leaves only when what it saw is durable", async () => {
    const bench = await writerBench();
    bench.journal.holding = true;
    const { heard, listen } = listener();
    const answers = [listen("first", bench.writer.write(opening("1")))];
    const append = await bench.journal.nextAppend();
    answers.push(
      listen("read", listing(bench)),
      listen("noticing", bench.writer.write(noticing)),
      listen("refused", bench.writer.write(refused)),
      listen("second read", listing(bench)),
    );
    await idle();
    expect(heard).toStrictEqual([]);
    append.end("appended");
    await Promise.all(answers);
    expect(heard.toSorted()).toStrictEqual([
      "first: 1",
      "noticing: 1",
      "read: 1",
      "refused: Refused",
      "second read: 1",
    ]);
    expect(heard.indexOf("read: 1")).toBeLessThan(heard.indexOf("second read: 1"));
    expect(heard.indexOf("noticing: 1")).toBeLessThan(heard.indexOf("refused: Refused"));
  });

  test("of a write that changes nothing waits for the writes of its own turn, whether before or after it", async () => {
    const bench = await writerBench();
    bench.journal.holding = true;
    const { heard, listen } = listener();
    const answers = [noticing, opening("1"), refused, noticing].map(async (write, index) =>
      listen(`${index}`, bench.writer.write(write)),
    );
    const append = await bench.journal.nextAppend();
    expect(append.records).toBe(1);
    await idle();
    expect(heard).toStrictEqual([]);
    append.end("appended");
    await Promise.all(answers);
    expect(heard).toStrictEqual(["0: ", "1: 1", "2: Refused", "3: 1"]);
  });

  test("of a read that saw nothing new is not held up", async () => {
    const { writer } = await writerBench();
    expect(writer.read(accountsOf)).toStrictEqual([]);
    const asking = () =>
      writer.read(() => {
        throw new RangeError("no such page");
      });
    expect(asking).toThrow("no such page");
  });

  test("of a read is given again when what it saw did not become durable", async () => {
    const bench = await writerBench();
    bench.journal.holding = true;
    const lost = bench.writer.write(opening("1"));
    const append = await bench.journal.nextAppend();
    const seen: string[] = [];
    const read = bench.writer.read((state) => void seen.push(accountsOf(state).join(" ")));
    append.end("failed");
    await expect(lost).rejects.toThrow("did not take");
    await read;
    expect(seen).toStrictEqual(["1", ""]);
  });
});

describe("a turn", () => {
  test("takes all writes that arrived together into one append, in their order", async () => {
    const { writer, journal } = await writerBench();
    const ids = Array.from({ length: 40 }, (_, index) => `${index}`);
    const answers = await Promise.all(ids.map(async (id) => writer.write(opening(id))));
    expect(journal.appends).toStrictEqual([40]);
    expect(answers).toStrictEqual(ids.map((_, index) => ids.slice(0, index + 1)));
  });

  test("takes the writes that came while the one before it was committed, up to its maximum", async () => {
    const { writer, journal } = await writerBench();
    journal.holding = true;
    const first = writer.write(opening("first"));
    const append = await journal.nextAppend();
    const rest = Array.from({ length: writesPerTurnMax + 1 }, async (_, index) =>
      writer.write(opening(`${index}`)),
    );
    journal.holding = false;
    append.end("appended");
    await Promise.all([first, ...rest]);
    expect(journal.appends).toStrictEqual([1, writesPerTurnMax, 1]);
  });

  test("decides at the time that its record gets, also while the clock runs backwards", async () => {
    const bench = await writerBench();
    const told: number[] = [];
    for (const [index, clock] of [noon, noon - 3_600_000].entries()) {
      bench.clock = clock;
      const write = opening(String(index));
      await bench.writer.write({
        ...write,
        decide(state, now) {
          told.push(now);
          return write.decide(state, now);
        },
      });
      expect(bench.writer.state.time).toBe(told.at(-1));
    }
    expect(told).toStrictEqual([noon, noon]);
  });

  test("tells a read a time that is never before that of the last record", async () => {
    const bench = await writerBench();
    await bench.writer.write(opening("1"));
    const told: number[] = [];
    for (const clock of [noon + 1, noon - 1]) {
      bench.clock = clock;
      told.push(await bench.writer.read((_, now) => now));
    }
    expect(told).toEqual([noon + 1, noon]);
  });

  test("never gives a record an earlier time than the one before it, though the clock does", async () => {
    const bench = await writerBench();
    for (const clock of [noon, noon - 3_600_000, noon + 1, noon - 1]) {
      bench.clock = clock;
      await bench.writer.write(opening(`${clock}`));
    }
    const { cell, time } = await bench.replay();
    expect(Array.from(cell.accounts.values(), ({ createdAt }) => createdAt)).toStrictEqual([
      noon,
      noon,
      noon + 1,
      noon + 1,
    ]);
    expect(time).toBe(noon + 1);
  });

  test("keeps secrets beside the events, sealed, and never in a record", async () => {
    const bench = await writerBench();
    const secret = "the-secret-of-the-key";
    await bench.writer.write({
      ...opening("1"),
      decide: () => ({
        events: [{ type: "access-key.created", accessKeyId: "AKIA", accountId: "1" }],
        secrets: new Map([["access-key/AKIA", secret]]),
        output: () => [],
      }),
    });
    for (const state of [bench.writer.state, await bench.replay()]) {
      expect(state.identity.accessKeys.get("AKIA")?.accountId).toBe("1");
      expect(state.secretAccessKey("AKIA")).toBe(secret);
    }
    const journal = await bench.journal.open();
    for await (const { bytes } of journal.read(0)) expect(Buffer.from(bytes).includes(secret)).toBe(false);
    for await (const { sealed } of journal.secrets())
      expect(Buffer.from(sealed).includes(secret)).toBe(false);
    await journal.close();
  });
});

describe("an append that failed", () => {
  test("refuses what it carried and decides the others again, on the state of the journal", async () => {
    const bench = await writerBench();
    await bench.writer.write(opening("0"));
    bench.journal.endings.push("failed");
    const { heard, listen } = listener();
    await Promise.all(
      [opening("1"), noticing, opening("2"), refused, noticing].map(async (write, index) =>
        listen(`${index}`, bench.writer.write(write)),
      ),
    );
    expect(heard.toSorted()).toStrictEqual([
      "0: NotRecorded",
      "1: 0",
      "2: NotRecorded",
      "3: Refused",
      "4: 0",
    ]);
    expect(bench.troubles).toStrictEqual(["the journal did not take a write"]);
    expect(await bench.writer.write(opening("3"))).toStrictEqual(["0", "3"]);
    expect(accountsOf(await bench.replay())).toStrictEqual(["0", "3"]);
  });

  test("decides what only saw it before what came later", async () => {
    const bench = await writerBench();
    bench.journal.holding = true;
    const { heard, listen } = listener();
    const early = [
      listen("lost", bench.writer.write(opening("1"))),
      listen("early", bench.writer.write(noticing)),
    ];
    const append = await bench.journal.nextAppend();
    const late = listen("late", bench.writer.write(opening("2")));
    bench.journal.holding = false;
    append.end("failed");
    await Promise.all([...early, late]);
    expect(heard).toStrictEqual(["lost: NotRecorded", "early: ", "late: 2"]);
  });
});

describe("an append whose outcome is unknown", () => {
  test("succeeded if its records are there", async () => {
    const bench = await writerBench();
    bench.journal.endings.push("kept");
    const answers = await Promise.all([bench.writer.write(opening("1")), bench.writer.write(opening("2"))]);
    expect(answers).toStrictEqual([["1"], ["1", "2"]]);
    expect(bench.journal.opened).toBe(2);
    expect(await bench.writer.write(opening("3"))).toStrictEqual(["1", "2", "3"]);
    expect(accountsOf(await bench.replay())).toStrictEqual(["1", "2", "3"]);
  });

  test("failed if they are not", async () => {
    const bench = await writerBench();
    bench.journal.endings.push("lost");
    const lost = bench.writer.write(opening("1"));
    await expect(lost).rejects.toMatchObject({ name: "NotRecorded" });
    expect(await bench.writer.write(opening("1"))).toStrictEqual(["1"]);
    expect(accountsOf(await bench.replay())).toStrictEqual(["1"]);
  });
});

describe("a journal that cannot be used any more", () => {
  test.each<{ readonly how: string; readonly ending: Ending }>([
    { how: "cannot be opened again after an unknown outcome", ending: "lost" },
    { how: "cannot be opened again, although the records are there", ending: "kept" },
    { how: "was written by somebody else", ending: "conflict" },
  ])("stops the writer: it $how", async ({ ending }) => {
    const bench = await writerBench();
    bench.journal.holding = true;
    const { heard, listen } = listener();
    const batch = [opening("1"), noticing, refused].map(async (write, index) =>
      listen(`${index}`, bench.writer.write(write)),
    );
    const append = await bench.journal.nextAppend();
    const waiting = [listen("write", bench.writer.write(opening("2"))), listen("read", listing(bench))];
    bench.journal.refusal = new Error("no such disk");
    append.end(ending);
    await Promise.all([...batch, ...waiting]);
    // Also what was recorded: whether it happened nobody knows, so that nobody is told that it did not.
    expect(heard.toSorted()).toStrictEqual(
      ["0", "1", "2", "read", "write"].map((who) => `${who}: WriterStopped`),
    );
    expect(bench.writer.working).toBe(false);
    expect(bench.troubles.at(-1)).toBe("the journal cannot be used; start the server anew");
    await expect(bench.writer.write(opening("3"))).rejects.toMatchObject({ name: "WriterStopped" });
    await expect(listing(bench)).rejects.toMatchObject({ name: "WriterStopped" });
    expect(accountsOf(await bench.replay())).toStrictEqual(ending === "kept" ? ["1"] : []);
  });

  test("stops the writer also while an event that could not be applied is taken back", async () => {
    const bench = await writerBench();
    bench.journal.endings.push("lost");
    bench.journal.refusal = new Error("no such disk");
    await expect(bench.writer.write(opening("1"))).rejects.toMatchObject({ name: "WriterStopped" });
    const { heard, listen } = listener();
    await Promise.all([
      listen("culprit", bench.writer.write(impossible("2"))),
      listen("other", bench.writer.write(noticing)),
    ]);
    expect(heard).toStrictEqual(["culprit: WriterStopped", "other: WriterStopped"]);
  });
});

describe("a write that cannot be", () => {
  test("applied is refused alone, and leaves nothing behind", async () => {
    const bench = await writerBench();
    const { heard, listen } = listener();
    const writes = [opening("1"), noticing, impossible("2"), opening("3"), refused];
    const answers = writes.map(async (write, index) => listen(`${index}`, bench.writer.write(write)));
    await Promise.all([...answers, listen("read", listing(bench))]);
    expect(heard.toSorted()).toStrictEqual([
      "0: 1",
      "1: 1",
      "2: NotRecorded",
      "3: 1 3",
      "4: Refused",
      "read: ",
    ]);
    expect(bench.troubles).toStrictEqual(["events of Impossible could not be applied"]);
    expect(accountsOf(await bench.replay())).toStrictEqual(["1", "3"]);
  });

  test("applied is seen by nobody, not even in part", async () => {
    const bench = await writerBench();
    const { heard, listen } = listener();
    const answers = [listen("culprit", bench.writer.write(impossible("2")))];
    for (let turn = 0; turn < 20; turn += 1) {
      answers.push(listen("read", listing(bench)));
      await immediate();
    }
    await Promise.all(answers);
    expect(new Set(heard)).toStrictEqual(new Set(["culprit: NotRecorded", "read: "]));
  });

  test("recorded, because its record would be too large, is refused alone", async () => {
    const bench = await writerBench();
    const [large, other] = await Promise.allSettled([
      bench.writer.write(opening("1", "x".repeat(recordBytesMax))),
      bench.writer.write(opening("2")),
    ]);
    expect(large).toMatchObject({ status: "rejected", reason: { name: "NotRecorded" } });
    expect(other).toStrictEqual({ status: "fulfilled", value: ["2"] });
    expect(accountsOf(await bench.replay())).toStrictEqual(["2"]);
  });

  test("awaited, because too many wait, is told to come back", async () => {
    const bench = await writerBench();
    const waiting = Array.from({ length: writesWaitingMax }, async () => bench.writer.write(noticing));
    await expect(bench.writer.write(noticing)).rejects.toMatchObject({ name: "WriterBusy" });
    await Promise.all(waiting);
    expect(await bench.writer.write(noticing)).toStrictEqual([]);
  });
});

describe("closing", () => {
  test("waits for the writes that are under way", async () => {
    const bench = await writerBench();
    const { heard, listen } = listener();
    const answers = [opening("1"), opening("2")].map(async (write) =>
      listen("write", bench.writer.write(write)),
    );
    await listen(
      "closed",
      bench.writer.close().then(() => []),
    );
    await Promise.all(answers);
    expect(heard).toStrictEqual(["write: 1", "write: 1 2", "closed: "]);
  });
});

test("a record says who did what, when, and for which request", async () => {
  const bench = await writerBench();
  const actor = { accountId: "1", accessKeyId: "AKIA" };
  await bench.writer.write({ ...opening("1"), actor, requestId: "the-request" });
  await bench.writer.close();
  const journal = await bench.journal.open();
  for await (const { id, revision, bytes } of journal.read(0)) {
    const events = [{ type: "account.created", accountId: "1", email: "1@example.com", name: "1" }];
    expect(decodeRecord(bytes)).toStrictEqual({
      revision,
      id,
      time: noon,
      operation: "Open",
      actor,
      requestId: "the-request",
      events,
    });
  }
  await journal.close();
});
