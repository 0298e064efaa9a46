// The sample organization as a snapshot, read off the events that would have made it.

import type {
  OrganizationSnapshot,
  SnapshotAccount,
  SnapshotAttachment,
  SnapshotPolicy,
  SnapshotUnit,
} from "@withhold/policy";
import { optOutType, sampleOrganization } from "./sample-organization.js";
import type { SamplePlan } from "./sample-organization.js";

export function sampleSnapshot(plan: SamplePlan): OrganizationSnapshot {
  const parents = new Map<string, string>();
  const names = new Map<string, string>();
  const units: SnapshotUnit[] = [];
  const policies: SnapshotPolicy[] = [];
  const attachments: SnapshotAttachment[] = [];
  let rootId = "";
  for (const { events } of sampleOrganization(plan)) {
    for (const event of events) {
      if (event.type === "organization.created") ({ rootId } = event);
      if (event.type === "account.created") names.set(event.accountId, event.name);
      if (event.type === "account.joined" || event.type === "account.moved")
        parents.set(event.accountId, event.parentId);
      if (event.type === "organizational-unit.created")
        units.push({ id: event.unitId, name: event.name, parentId: event.parentId });
      if (event.type === "policy.created") {
        const { policyId: id, policyType: type, name, content } = event;
        policies.push({ id, name, type, content });
      }
      if (event.type === "policy.attached")
        attachments.push({ policyId: event.policyId, targetId: event.targetId });
    }
  }
  const accounts = Array.from(parents, ([id, parentId]): SnapshotAccount => ({
    id,
    name: names.get(id) ?? id,
    parentId,
  }));
  return {
    version: 1,
    provenance: { source: "the bench's sample organization", readAt: "2026-01-01T00:00:00Z" },
    enabledTypes: [optOutType],
    root: { id: rootId },
    units,
    accounts,
    policies,
    attachments,
    attachmentOrder: "known",
    unread: [],
  };
}
