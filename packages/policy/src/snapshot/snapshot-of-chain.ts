// A snapshot of plain policy files: the levels of one chain, from the root to the account.

import { aiOptOutType } from "../evaluation/ai-opt-out-type.js";
import type {
  OrganizationSnapshot,
  PolicyOrigin,
  Provenance,
  SnapshotAttachment,
  SnapshotPolicy,
} from "./organization-snapshot.js";

export interface ChainPolicy {
  readonly name: string;
  readonly content: string;
  readonly origin?: PolicyOrigin;
}

/** In attachment order; empty where nothing is attached. */
export type ChainLevel = readonly ChainPolicy[];

/** The account of the snapshot that `snapshotOfChain` makes. */
export const chainAccountId = "account";

/**
 * The first level is the root, the last the account, those between are OUs. A single level is the root, with an account
 * under it that has no policy of its own. Ids: `root`, `ou-1` and so on, `account`, and `policy-1` and so on.
 */
export function snapshotOfChain(levels: readonly ChainLevel[], provenance: Provenance): OrganizationSnapshot {
  const unitIds = levels.slice(1, -1).map((_, index) => `ou-${index + 1}`);
  const nodeIds = ["root", ...unitIds, chainAccountId];
  const policies: SnapshotPolicy[] = [];
  const attachments: SnapshotAttachment[] = [];
  for (const [depth, level] of levels.entries()) {
    for (const { name, content, origin } of level) {
      const id = `policy-${policies.length + 1}`;
      policies.push({ id, name, type: aiOptOutType, content, ...(origin === undefined ? {} : { origin }) });
      attachments.push({ policyId: id, targetId: nodeIds[depth] ?? chainAccountId });
    }
  }
  return {
    version: 1,
    provenance,
    root: { id: "root" },
    units: unitIds.map((id, index) => ({ id, name: id, parentId: nodeIds[index] ?? "root" })),
    accounts: [{ id: chainAccountId, name: chainAccountId, parentId: unitIds.at(-1) ?? "root" }],
    policies,
    attachments,
    attachmentOrder: "known",
    unread: [],
  };
}
