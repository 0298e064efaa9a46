// Loading the state: damage is named, and what a newer version wrote is refused.

import { deriveKey, genesis, recordHash, seal } from "@withhold/journal";
import type { JournalReader, JournalRecord, SealedSecret } from "@withhold/journal";
import { createSecretKey } from "node:crypto";
import { describe, expect, test } from "vitest";
import { encodeRecord } from "./record.js";
import type { OperationRecord } from "./record.js";
import { loadState } from "./state.js";

const sealingKey = createSecretKey(Buffer.alloc(32, 1));
const otherKey = createSecretKey(Buffer.alloc(32, 2));
const start = Date.UTC(2026, 10, 23);

function opened(revision: number): OperationRecord {
  const accountId = `${revision}`;
  return {
    revision,
    id: `record-${revision}`,
    time: start + revision,
    operation: "Open",
    actor: { system: "first-start" },
    requestId: "r",
    events: [
      { type: "account.created", accountId, email: `${accountId}@example.com`, name: "n" },
      { type: "access-key.created", accessKeyId: `AKIA${accountId}`, accountId },
    ],
  };
}

/** A chain over these bytes, in this order. */
function chain(records: readonly { readonly id: string; readonly bytes: Uint8Array }[]): JournalRecord[] {
  let { hash } = genesis;
  return records.map(({ id, bytes }, index) => {
    hash = recordHash(hash, bytes);
    return { revision: index + 1, id, bytes, hash };
  });
}

function journalOf(records: readonly JournalRecord[], secrets: readonly SealedSecret[] = []): JournalReader {
  return {
    head: async () => genesis,
    async *read() {
      yield* records;
    },
    find: async () => undefined,
    async *secrets() {
      yield* secrets;
    },
    close: async () => {},
  };
}

const sealed = (name: string, key = sealingKey): SealedSecret => ({
  name,
  sealed: seal(deriveKey(key, "secrets"), name, Buffer.from(`secret of ${name}`)),
});
const three = chain([1, 2, 3].map((revision) => encodeRecord(opened(revision))));
const encodedWith = (change: object): Buffer =>
  Buffer.from(JSON.stringify({ ...(JSON.parse(three[1]!.bytes.toString()) as object), ...change }));

describe("the state", () => {
  test("of an empty journal is empty", async () => {
    const { cell, revision, time } = await loadState(journalOf([]), sealingKey);
    expect([cell.accounts.size, cell.organizations.size, revision, time]).toStrictEqual([0, 0, 0, 0]);
  });

  test("is where the last record left it", async () => {
    const { cell, revision, time } = await loadState(journalOf(three), sealingKey);
    expect([...cell.accounts.keys()]).toStrictEqual(["1", "2", "3"]);
    expect([revision, time]).toStrictEqual([3, start + 3]);
  });

  test("has the keys whose secrets are kept; a key without a secret signs for nobody", async () => {
    const state = await loadState(journalOf(three, [sealed("access-key/AKIA2")]), sealingKey);
    const ids = ["AKIA1", "AKIA2", "AKIA3"];
    expect(ids.map((id) => state.identity.accessKeys.get(id)?.accountId)).toStrictEqual(["1", "2", "3"]);
    const secrets = [undefined, "secret of access-key/AKIA2", undefined];
    expect(ids.map((id) => state.secretAccessKey(id))).toStrictEqual(secrets);
  });
});

describe("a journal is refused", () => {
  const [first, second, third] = three as [JournalRecord, JournalRecord, JournalRecord];
  const edited = Buffer.from(second.bytes.toString().replace("@example.com", "@attacker.example"));

  test.each<readonly [string, readonly JournalRecord[], number]>([
    ["with an edited record", [first, { ...second, bytes: edited }, third], 2],
    ["without one of its records", [first, third], 2],
    ["without its first record", [second, third], 1],
    ["with two records exchanged", [first, third, second], 2],
    ["with a record whose bytes name another place", chain([first, third, second]), 2],
    ["with a record whose bytes name another id", chain([first, { ...second, id: "another" }, third]), 2],
  ])("%s, and the place is named", async (_, records, revision) => {
    await expect(loadState(journalOf(records), sealingKey)).rejects.toMatchObject({
      name: "JournalDamaged",
      revision,
      message: expect.stringContaining(`damaged at revision ${revision}`) as string,
    });
  });

  test("with a record of the future", async () => {
    const records = chain([first, { id: second.id, bytes: encodedWith({ v: 2 }) }]);
    await expect(loadState(journalOf(records), sealingKey)).rejects.toThrow(
      "record 2 has form 2, this version knows 1; start a newer version",
    );
  });

  test("with an event that its past does not allow", async () => {
    const events = [{ type: "policy.deleted", organizationId: "o-nowhere000", policyId: "p-1" }];
    const records = chain([first, { id: second.id, bytes: encodedWith({ events }) }]);
    await expect(loadState(journalOf(records), sealingKey)).rejects.toThrow(
      "the journal names `o-nowhere000`, which no earlier record made",
    );
  });

  test.each([
    ["sealed with another key", sealed("access-key/AKIA2", otherKey)],
    ["filed under another name", { ...sealed("access-key/AKIA1"), name: "access-key/AKIA2" }],
    ["altered", { name: "access-key/AKIA2", sealed: Buffer.alloc(60, 1) }],
  ])("with a secret %s, and the secret is named", async (_, secret) => {
    await expect(loadState(journalOf(three, [secret]), sealingKey)).rejects.toThrow(
      "the secret `access-key/AKIA2` cannot be opened",
    );
  });
});
