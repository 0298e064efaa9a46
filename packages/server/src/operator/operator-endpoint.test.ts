// The operator's call on a store that fails: nothing that was answered turns out untrue.

import { pino } from "pino";
import { describe, expect, test } from "vitest";
import type { Ending } from "../cell/driven-journal.fixture.js";
import { opening, writerBench } from "../cell/writer-bench.fixture.js";
import type { Authenticate } from "../requests/authenticate.js";
import { createStandaloneAccount } from "./create-standalone-account.js";
import { operatorEndpoint } from "./operator-endpoint.js";

const operator = { accountId: "1", accessKeyId: "AKIA1" };
const everybody: Authenticate = async (_, [service], requestId) => {
  if (service === undefined) throw new Error("no service");
  const credential = { kind: "system", accountId: "1" } as const;
  const facts = { region: "us-east-1", sourceIp: undefined };
  const caller = { accountId: "1", credential, actor: operator, partition: "aws", facts, requestId };
  return { ok: true, caller, service };
};
const solo = { name: "Solo", email: "solo@example.com" };
const request = {
  method: "POST",
  path: "/v1/accounts",
  query: "",
  rawHeaders: [],
  body: Buffer.from(JSON.stringify(solo)),
  target: undefined,
  contentType: "application/json",
  sourceIp: undefined,
};

async function bench() {
  const store = await writerBench();
  await store.writer.write(opening("1"));
  const log: string[] = [];
  const logger = pino({ level: "debug" }, { write: (line) => log.push(line) });
  const endpoint = operatorEndpoint(everybody, createStandaloneAccount(store.writer), logger);
  const { journal } = store;
  return {
    journal,
    log,
    replay: async () => store.replay(),
    ask: async () => endpoint(request, "request 7"),
  };
}

interface Told {
  readonly rootAccessKey: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

describe("a store that does not take the account", () => {
  test.each<Ending>(["failed", "lost"])("%s: none exists, and the next call makes it", async (ending) => {
    const { journal, ask, replay } = await bench();
    journal.endings.push(ending);
    const refused = await ask();
    expect([refused.status, JSON.parse(refused.body)]).toEqual([
      500,
      {
        error: {
          code: "not-stored",
          message: "the change could not be stored and did not happen; try again",
        },
        requestId: "request 7",
      },
    ]);
    const made = await ask();
    expect(made.status).toBe(201);
    const { rootAccessKey } = JSON.parse(made.body) as Told;
    const state = await replay();
    expect(state.cell.accounts.size).toBe(2);
    const { accessKeyId, secretAccessKey } = rootAccessKey;
    expect([...state.identity.accessKeys.keys()]).toEqual([accessKeyId]);
    expect(state.secretAccessKey(accessKeyId)).toBe(secretAccessKey);
  });

  test("kept, though nobody knew at first: the account and its secret are there", async () => {
    const { journal, ask, replay } = await bench();
    journal.endings.push("kept");
    const made = await ask();
    expect(made.status).toBe(201);
    const { rootAccessKey } = JSON.parse(made.body) as Told;
    const { accessKeyId, secretAccessKey } = rootAccessKey;
    expect((await replay()).secretAccessKey(accessKeyId)).toBe(secretAccessKey);
  });

  test("says no more than that something went wrong where nobody knows what", async () => {
    const { journal, ask, log } = await bench();
    journal.endings.push("lost");
    journal.refusal = new Error("the secret reason");
    const { status, body } = await ask();
    expect([status, body]).toEqual([
      500,
      expect.stringContaining("something went wrong here, and the change may have happened"),
    ]);
    expect(body).not.toContain("secret reason");
    expect(log.join("")).toContain("the secret reason");
  });
});
