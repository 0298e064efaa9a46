// Killed at any moment, again and again, under load: what was acknowledged is there, and nothing is there by half.

import assert from "node:assert/strict";
import { expect, test } from "vitest";
import { ApiClient } from "./api-client.fixture.js";
import { recordedIn } from "./recorded.fixture.js";
import type { Recorded, RecordedEvent } from "./recorded.fixture.js";
import { temporaryDirectory } from "./temporary-directory.fixture.js";
import { killWhileStarting, startServe, withhold } from "./withhold-process.fixture.js";
import { WriteLoad, seeded } from "./write-load.fixture.js";

// Two data directories side by side: one would leave a core idle while it starts and reads back.
const lanes = [1, 2];
const killsPerLane = 26;
const writers = 6;
const seed = Number(process.env["CRASH_SEED"] ?? Date.now() % 1e9);

const quotas = ["organizationalUnitsMax=1000000", "policiesPerTypeMax=1000000"];
const serveOptions = (dataDirectory: string): readonly string[] => [
  "--data-dir",
  dataDirectory,
  "--log-level",
  "error",
  ...quotas.flatMap((quota) => ["--quota", quota]),
];

/** The events that make an operation whole, in order. */
const whole: Readonly<Record<string, string>> = {
  FirstStart: "account.created access-key.created",
  CreateOrganization:
    "organization.created policy.created policy.created account.joined policy-type.put-in-force",
  EnablePolicyType: "policy-type.enabled",
  CreateOrganizationalUnit: "organizational-unit.created",
  CreateAccount: "account.created account.joined account-creation.succeeded",
  MoveAccount: "account.moved",
  CreatePolicy: "policy.created",
  UpdatePolicy: "policy.updated",
  AttachPolicy: "policy.attached",
};

/** Finds by request id what was recorded, and checks on the way that each record is one whole operation. */
class Book {
  readonly byRequest = new Map<string, Recorded>();
  /** Where the journal says that each account is. */
  readonly parents = new Map<string, string>();
  readonly creations = new Map<string, string>();
  #revision = 0;

  /** Reads on from where it was. */
  async readOn(dataDirectory: string): Promise<void> {
    for (const record of await recordedIn(dataDirectory, this.#revision)) {
      this.#revision += 1;
      assert.equal(record.events.map(({ type }) => type).join(" "), whole[record.operation]);
      assert(!this.byRequest.has(record.requestId), "two records of one request");
      this.byRequest.set(record.requestId, record);
      for (const event of record.events) this.#note(event);
    }
  }

  #note({ type, accountId = "", parentId = "", requestId = "" }: RecordedEvent): void {
    if (type === "account.joined" || type === "account.moved") this.parents.set(accountId, parentId);
    if (type === "account-creation.succeeded") this.creations.set(accountId, requestId);
  }
}

/** What the load was told against what the journal holds, and a few of the last things against the API. */
async function check(client: ApiClient, load: WriteLoad, book: Book): Promise<void> {
  for (const { requestId, operation, id } of load.acknowledged) {
    const record = book.byRequest.get(requestId);
    assert.equal(record?.operation, operation, "an acknowledged write is gone");
    const ids = record.events.flatMap(({ accountId, unitId, policyId }) => [accountId, unitId, policyId]);
    assert(ids.includes(id));
  }
  for (const requestId of load.refused) assert(!book.byRequest.has(requestId), "a refused write is there");
  const policy = load.acknowledged.findLast(({ operation }) => operation === "CreatePolicy");
  if (policy !== undefined) await client.must("DescribePolicy", { PolicyId: policy.id });
  for (const [accountId, CreateAccountRequestId] of [...book.creations].slice(-2)) {
    const { CreateAccountStatus } = await client.must<{ CreateAccountStatus: Record<string, unknown> }>(
      "DescribeCreateAccountStatus",
      { CreateAccountRequestId },
    );
    const { State, AccountId } = CreateAccountStatus;
    assert.deepEqual([State, AccountId], ["SUCCEEDED", accountId]);
    const SourceParentId = book.parents.get(accountId);
    const input = { AccountId: accountId, SourceParentId, DestinationParentId: SourceParentId };
    // The same place: refused for being there already, and for nothing else.
    assert.equal((await client.call("MoveAccount", input)).output["__type"], "DuplicateAccountException");
  }
}

/** Every item of a list operation. */
async function listed(
  client: ApiClient,
  operation: string,
  member: string,
  input: object,
): Promise<string[]> {
  const ids: string[] = [];
  let page: { readonly NextToken?: string } = {};
  do {
    const token = page.NextToken === undefined ? {} : { NextToken: page.NextToken };
    page = await client.must(operation, { ...input, ...token });
    const items = (page as Record<string, readonly { readonly Id: string }[]>)[member] ?? [];
    ids.push(...items.map(({ Id }) => Id));
  } while (page.NextToken !== undefined);
  return sorted(ids);
}

async function foundOrganization(client: ApiClient): Promise<string> {
  await client.call("CreateOrganization", {});
  const { Roots } = await client.must<{ Roots: { Id: string }[] }>("ListRoots", {});
  const rootId = Roots[0]?.Id ?? "";
  await client.call("EnablePolicyType", { RootId: rootId, PolicyType: "AISERVICES_OPT_OUT_POLICY" });
  return rootId;
}

async function lane(number: number): Promise<number> {
  const random = seeded(seed + number);
  const dataDirectory = temporaryDirectory();
  const book = new Book();
  let load: WriteLoad | undefined;
  let rootId = "";
  for (let kill = 0; kill <= killsPerLane; kill += 1) {
    // Now and then also while it starts, the very first start included.
    if (kill % 5 === 0) await killWhileStarting(serveOptions(dataDirectory), 100 + random() * 200);
    const [server, verdict] = await Promise.all([
      startServe(serveOptions(dataDirectory)),
      kill === 0 ? undefined : withhold(["journal", "verify", "--data-dir", dataDirectory]),
    ]);
    assert.equal(verdict?.code ?? 0, 0, verdict?.stdout);
    const client = new ApiClient(server.url, dataDirectory);
    rootId = load === undefined ? await foundOrganization(client) : rootId;
    load ??= new WriteLoad(rootId, random);
    await book.readOn(dataDirectory);
    await check(client, load, book);
    if (kill === killsPerLane) {
      await checkAll(client, rootId, book);
      assert.equal(await server.stop("SIGTERM"), 0);
    } else {
      const running = Array.from({ length: writers }, async () => load?.run(client));
      await new Promise((resolve) => setTimeout(resolve, random() * 120));
      await server.stop("SIGKILL");
      await Promise.all(running);
    }
    client.destroy();
  }
  return load?.acknowledged.length ?? 0;
}

/** Every account, OU and policy, by the API and by the journal. */
async function checkAll(client: ApiClient, ParentId: string, book: Book): Promise<void> {
  const events = [...book.byRequest.values()].flatMap((record) => record.events);
  const made = (type: string, id: "unitId" | "policyId"): string[] =>
    sorted(events.filter((event) => event.type === type).map((event) => event[id] ?? ""));
  const types = ["AISERVICES_OPT_OUT_POLICY", "SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"];
  const policies = types.map(async (Filter) => listed(client, "ListPolicies", "Policies", { Filter }));
  const units = await listed(client, "ListOrganizationalUnitsForParent", "OrganizationalUnits", { ParentId });
  assert.deepEqual(await listed(client, "ListAccounts", "Accounts", {}), sorted(book.parents.keys()));
  assert.deepEqual(units, made("organizational-unit.created", "unitId"));
  assert.deepEqual(sorted((await Promise.all(policies)).flat()), made("policy.created", "policyId"));
}

const sorted = (ids: Iterable<string>): string[] => [...ids].toSorted((a, b) => a.localeCompare(b));

test(`kill -9 under load, ${killsPerLane * lanes.length} times: everything acknowledged is there, whole, and the chain holds`, async () => {
  try {
    const acknowledged = await Promise.all(lanes.map(lane));
    for (const writes of acknowledged) expect(writes).toBeGreaterThan(killsPerLane);
  } catch (error) {
    throw new Error(`failed with CRASH_SEED=${seed}`, { cause: error });
  }
}, 120_000);
