// What the API returned, as the snapshot that the policy engine works on.

import type { OrganizationSnapshot } from "@withhold/policy";
import type { Policies } from "./read-policies.js";
import type { Tree } from "./tree.js";

export function snapshotOf(tree: Tree, policies: Policies): OrganizationSnapshot {
  const { organization, root } = tree;
  const known = new Set([
    root.Id,
    ...tree.units.map(({ Id: id }) => id),
    ...tree.accounts.map(({ Id: id }) => id),
  ]);
  return {
    version: 1,
    provenance: { source: location.origin, readAt: tree.readAt.toISOString() },
    ...(organization.Id === undefined ? {} : { organizationId: organization.Id }),
    ...(organization.MasterAccountId === undefined
      ? {}
      : { managementAccountId: organization.MasterAccountId }),
    enabledTypes: (root.PolicyTypes ?? []).flatMap(({ Type: type, Status: status }) =>
      type !== undefined && status === "ENABLED" ? [type] : [],
    ),
    root: { id: root.Id ?? "" },
    units: tree.units.map(({ Id: id = "", Name: name = "", parentId }) => ({ id, name, parentId })),
    accounts: tree.accounts.map(({ Id: id = "", Name: name = "", parentId }) => ({ id, name, parentId })),
    policies: policies.policies.map(({ Id: id, Name: name = "", content }) => ({
      id,
      name,
      type: policies.type,
      content: content ?? null,
    })),
    // Tree and policies are read one after the other: what was attached to a node that is gone is not there either.
    attachments: policies.attachments.filter(({ targetId }) => known.has(targetId)),
    attachmentOrder: "known",
    unread: [...tree.unread, ...policies.unread],
  };
}
