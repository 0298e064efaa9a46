// From an organization snapshot to text, the same for the same snapshot, a line per account.

import type { OrganizationSnapshot } from "./organization-snapshot.js";

/** JSON that `parseSnapshot` reads back as it was. Lists keep their order; a line per item keeps differences readable. */
export function serializeSnapshot(snapshot: OrganizationSnapshot): string {
  const { version, provenance, organizationId, managementAccountId, enabledTypes } = snapshot;
  const { root, units, accounts, policies, attachments, attachmentOrder, unread } = snapshot;
  const members = Object.entries({
    version,
    provenance,
    organizationId,
    managementAccountId,
    enabledTypes,
    root,
    units,
    accounts,
    policies,
    attachments,
    attachmentOrder,
    unread,
  });
  const lines = members
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        `  ${JSON.stringify(key)}: ${Array.isArray(value) ? listText(value) : JSON.stringify(value)}`,
    );
  return `{\n${lines.join(",\n")}\n}\n`;
}

function listText(items: readonly unknown[]): string {
  if (items.length === 0) return "[]";
  return `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]`;
}
