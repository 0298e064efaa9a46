// Reading the policies of a type: their content, and where they are attached, in attachment order.

import {
  DescribePolicyCommand,
  ListPoliciesCommand,
  ListPoliciesForTargetCommand,
  ListTargetsForPolicyCommand,
} from "@aws-sdk/client-organizations";
import type { PolicySummary, PolicyTargetSummary, PolicyType } from "@aws-sdk/client-organizations";
import type { SnapshotAttachment, Unread } from "@withhold/policy";
import type { Api } from "../api/api.js";
import { apiError, isAccessDenied } from "../api/api-error.js";
import { allPages } from "../api/pages.js";
import { inParallel } from "./in-parallel.js";

export interface ReadPolicy extends PolicySummary {
  readonly Id: string;
  /** Undefined where the caller may not read it; then `unread` says so. */
  readonly content: string | undefined;
  readonly targets: readonly PolicyTargetSummary[];
  /** False where the caller may not list them; then `unread` says so. */
  readonly targetsKnown: boolean;
}

export interface Policies {
  readonly type: string;
  readonly policies: readonly ReadPolicy[];
  readonly attachments: readonly SnapshotAttachment[];
  readonly unread: readonly Unread[];
}

export async function readPolicies(api: Api, type: string): Promise<Policies> {
  const listed = await allPages(
    async (page) =>
      api.organizations((client) =>
        client.send(new ListPoliciesCommand({ Filter: type as PolicyType, MaxResults: 20, ...page })),
      ),
    ({ Policies: policies }) => policies,
  );
  const policies: ReadPolicy[] = [];
  const unread: Unread[] = [];
  await inParallel(listed, async (summary) => {
    const Id = summary.Id ?? "";
    const [content, targets] = await Promise.all([
      orUnread(unread, { what: `the content of policy ${Id}`, about: Id }, contentOf(api, Id)),
      orUnread(unread, { what: `the targets of policy ${Id}` }, targetsOf(api, Id)),
    ]);
    policies.push({ ...summary, Id, content, targets: targets ?? [], targetsKnown: targets !== undefined });
  });
  const order = new Map(listed.map(({ Id: id }, index) => [id, index]));
  policies.sort((a, b) => (order.get(a.Id) ?? 0) - (order.get(b.Id) ?? 0));
  return { type, policies, attachments: await attachmentsOf(api, type, policies), unread };
}

/** Targets with several policies are asked for the order; for the others there is only one. */
async function attachmentsOf(
  api: Api,
  type: string,
  policies: readonly ReadPolicy[],
): Promise<readonly SnapshotAttachment[]> {
  const byTarget = new Map<string, string[]>();
  for (const { Id: policyId, targets } of policies) {
    for (const { TargetId: targetId = "" } of targets) {
      byTarget.set(targetId, [...(byTarget.get(targetId) ?? []), policyId]);
    }
  }
  const several = [...byTarget].filter(([, ids]) => ids.length > 1).map(([targetId]) => targetId);
  await inParallel(several, async (targetId) => {
    const inOrder = await allPages(
      async (page) =>
        api.organizations((client) =>
          client.send(
            new ListPoliciesForTargetCommand({ TargetId: targetId, Filter: type as PolicyType, ...page }),
          ),
        ),
      ({ Policies: found }) => found,
    );
    byTarget.set(
      targetId,
      inOrder.map(({ Id: id }) => id ?? ""),
    );
  });
  return [...byTarget].flatMap(([targetId, ids]) => ids.map((policyId) => ({ policyId, targetId })));
}

async function contentOf(api: Api, PolicyId: string): Promise<string | undefined> {
  const { Policy: policy } = await api.organizations((client) =>
    client.send(new DescribePolicyCommand({ PolicyId })),
  );
  return policy?.Content;
}

async function targetsOf(api: Api, PolicyId: string): Promise<readonly PolicyTargetSummary[]> {
  return allPages(
    async (page) =>
      api.organizations((client) =>
        client.send(new ListTargetsForPolicyCommand({ PolicyId, MaxResults: 20, ...page })),
      ),
    ({ Targets: targets }) => targets,
  );
}

async function orUnread<Output>(
  unread: Unread[],
  about: Omit<Unread, "why">,
  reading: Promise<Output>,
): Promise<Output | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (!isAccessDenied(apiError(error))) throw error;
    unread.push({ ...about, why: apiError(error).message });
    return undefined;
  }
}
