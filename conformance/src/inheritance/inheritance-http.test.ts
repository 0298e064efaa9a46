// Every inheritance vector through HTTP, by the AWS SDK: an organization is grown, policies attached, the answer compared.

import { afterAll, beforeAll, expect, test } from "vitest";
import { SdkClient } from "../clients/sdk-client.js";
import { take } from "../clients/take.js";
import { startCell } from "../running-cell.js";
import type { RunningCell } from "../running-cell.js";
import type { InheritanceVector } from "./inheritance-vector.js";
import { loadInheritanceVectors } from "./load-inheritance-vectors.js";

const vectors = loadInheritanceVectors();
let cell: RunningCell;
let client: SdkClient;
let rootId: string;

beforeAll(async () => {
  cell = await startCell();
  client = new SdkClient({ endpoint: cell.server.url, key: cell.key });
  take(await client.call("CreateOrganization", {}));
  rootId = take(await client.call("ListRoots", {})).Roots?.[0]?.Id ?? "";
  for (const PolicyType of new Set(vectors.map(({ policyType }) => policyType))) {
    take(await client.call("EnablePolicyType", { RootId: rootId, PolicyType }));
  }
});
afterAll(async () => cell.stop());

/** The chain of a vector: the root, new OUs under it, a new account under the last. */
async function grow({ id, levels }: InheritanceVector): Promise<readonly string[]> {
  const chain = [rootId];
  for (const _ of levels.slice(1, -1)) {
    const unit = take(await client.call("CreateOrganizationalUnit", { ParentId: chain.at(-1), Name: id }));
    chain.push(unit.OrganizationalUnit?.Id ?? "");
  }
  const Email = `${vectors.findIndex((vector) => vector.id === id)}@vectors.example`;
  const created = take(await client.call("CreateAccount", { AccountName: id.slice(0, 50), Email }));
  const AccountId = created.CreateAccountStatus?.AccountId ?? "";
  if (chain.length > 1) {
    const parents = { SourceParentId: rootId, DestinationParentId: chain.at(-1) };
    take(await client.call("MoveAccount", { AccountId, ...parents }));
  }
  return [...chain, AccountId];
}

/** Creates each policy once and attaches in order; returns ids by name. */
async function attachAll(
  vector: InheritanceVector,
  chain: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const [depth, { policies }] of vector.levels.entries()) {
    for (const { name, content } of policies) {
      const PolicyId = ids.get(name) ?? (await create(vector, name, content));
      ids.set(name, PolicyId);
      take(await client.call("AttachPolicy", { PolicyId, TargetId: chain[depth] }));
    }
  }
  return ids;
}

async function create(
  { id, policyType: Type }: InheritanceVector,
  name: string,
  content: object,
): Promise<string> {
  const Content = JSON.stringify(content);
  const created = take(
    await client.call("CreatePolicy", { Type, Name: `${id} ${name}`, Description: "", Content }),
  );
  return created.Policy?.PolicySummary?.Id ?? "";
}

async function effectiveAt(TargetId: string | undefined, PolicyType: string): Promise<unknown> {
  const reply = await client.call("DescribeEffectivePolicy", { PolicyType, TargetId });
  return reply.ok ? (JSON.parse(reply.output.EffectivePolicy?.PolicyContent ?? "") as unknown) : reply.error;
}

test.each(vectors)("$id", async (vector) => {
  const chain = await grow(vector);
  const policies = await attachAll(vector, chain);
  const expected = vector.effective ?? "EffectivePolicyNotFoundException";
  expect(await effectiveAt(chain.at(-1), vector.policyType)).toEqual(expected);
  // The root is every vector's: what this one attached there goes, and with it its effect.
  for (const { name } of vector.levels[0]?.policies ?? []) {
    take(await client.call("DetachPolicy", { PolicyId: policies.get(name), TargetId: rootId }));
  }
  expect(await effectiveAt(cell.accountId, vector.policyType)).toBe("EffectivePolicyNotFoundException");
});
