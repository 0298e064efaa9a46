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
      switch (event.type) {
        case "organization.created":
          ({ rootId } = event);
          break;
        case "organizational-unit.created":
          units.push({ id: event.unitId, name: event.name, parentId: event.parentId });
          break;
        case "account.created":
          names.set(event.accountId, event.name);
          break;
        case "account.joined":
        case "account.moved":
          parents.set(event.accountId, event.parentId);
          break;
        case "policy.created":
          policies.push({
            id: event.policyId,
            name: event.name,
            type: event.policyType,
            content: event.content,
          });
          break;
        case "policy.attached":
          attachments.push({ policyId: event.policyId, targetId: event.targetId });
          break;
        default:
      }
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
