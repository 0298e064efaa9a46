// Applies a change to a snapshot: the snapshot afterwards, or what is wrong with the change.

import { awsCatalogue } from "../catalogue.js";
import type { Catalogue } from "../catalogue.js";
import { aiOptOutType } from "../evaluation/ai-opt-out-type.js";
import { describeErrors } from "../finding.js";
import { quote } from "../json.js";
import { aiOptOutCharactersMax, parsePolicy } from "../parse-policy.js";
import { isMergeable } from "../policy-type.js";
import type { OrganizationSnapshot, SnapshotPolicy } from "../snapshot/organization-snapshot.js";
import type { Change } from "./change.js";

export type ChangeResult =
  | { readonly ok: true; readonly snapshot: OrganizationSnapshot }
  /** `index`: which change, from 0. */
  | { readonly ok: false; readonly index: number; readonly message: string };

/** In order, each on what the one before left; the first that is wrong stops it. The snapshot itself stays as it is. */
export function applyChanges(
  snapshot: OrganizationSnapshot,
  changes: readonly Change[],
  catalogue: Catalogue = awsCatalogue,
): ChangeResult {
  let now = snapshot;
  for (const [index, change] of changes.entries()) {
    const after = applyChange(now, change, catalogue);
    if (typeof after === "string") return { ok: false, index, message: after };
    now = after;
  }
  return { ok: true, snapshot: now };
}

/** The snapshot afterwards, or the message. */
function applyChange(
  snapshot: OrganizationSnapshot,
  change: Change,
  catalogue: Catalogue,
): OrganizationSnapshot | string {
  switch (change.kind) {
    case "policy-created":
      return createPolicy(snapshot, change.policy, catalogue);
    case "policy-updated":
      return updatePolicy(snapshot, change.policyId, change.content, catalogue);
    case "policy-attached":
      return attachPolicy(snapshot, change.policyId, change.targetId);
    case "policy-detached":
      return detachPolicy(snapshot, change.policyId, change.targetId);
    case "account-moved":
      return moveAccount(snapshot, change.accountId, change.parentId);
    case "unit-moved":
      return moveUnit(snapshot, change.unitId, change.parentId);
    case "type-disabled":
      return disableType(snapshot, change.policyType);
  }
}

type Applied = OrganizationSnapshot | string;

function createPolicy(snapshot: OrganizationSnapshot, policy: SnapshotPolicy, catalogue: Catalogue): Applied {
  if (snapshot.policies.some(({ id }) => id === policy.id))
    return `policy id ${quote(policy.id)} is taken; use another`;
  if (policy.content === null) return `policy ${quote(policy.id)} has no content; a new policy needs one`;
  const wrong = wrongContent(policy.type, policy.content, catalogue);
  return wrong ?? { ...snapshot, policies: [...snapshot.policies, policy] };
}

function updatePolicy(
  snapshot: OrganizationSnapshot,
  policyId: string,
  content: string,
  catalogue: Catalogue,
): Applied {
  const policy = snapshot.policies.find(({ id }) => id === policyId);
  if (policy === undefined) return noPolicy(policyId);
  const wrong = wrongContent(policy.type, content, catalogue);
  if (wrong !== undefined) return wrong;
  // The new text is not the one that stands in the file.
  const { id, name, type } = policy;
  const updated: SnapshotPolicy = { id, name, type, content };
  return { ...snapshot, policies: snapshot.policies.map((other) => (other === policy ? updated : other)) };
}

function wrongContent(type: string, content: string, catalogue: Catalogue): string | undefined {
  if (!isMergeable(type)) return undefined;
  const size = type === aiOptOutType ? { charactersMax: aiOptOutCharactersMax } : {};
  const { valid, findings } = parsePolicy(content, { type, catalogue, ...size });
  return valid ? undefined : `the content would be refused: ${describeErrors(findings)}`;
}

function attachPolicy(snapshot: OrganizationSnapshot, policyId: string, targetId: string): Applied {
  const { policies, attachments, enabledTypes } = snapshot;
  const policy = policies.find(({ id }) => id === policyId);
  if (policy === undefined) return noPolicy(policyId);
  if (!isTarget(snapshot, targetId)) return `no root, OU or account ${quote(targetId)} in the snapshot`;
  if (isAttached(snapshot, policyId, targetId))
    return `policy ${quote(policyId)} is attached to ${quote(targetId)} already`;
  if (enabledTypes?.includes(policy.type) === false) {
    return `policy type ${quote(policy.type)} is not enabled; nothing of it can be attached`;
  }
  return { ...snapshot, attachments: [...attachments, { policyId, targetId }] };
}

function detachPolicy(snapshot: OrganizationSnapshot, policyId: string, targetId: string): Applied {
  if (!isAttached(snapshot, policyId, targetId))
    return `policy ${quote(policyId)} is not attached to ${quote(targetId)}`;
  const attachments = snapshot.attachments.filter(
    (attachment) => attachment.policyId !== policyId || attachment.targetId !== targetId,
  );
  return { ...snapshot, attachments };
}

function moveAccount(snapshot: OrganizationSnapshot, accountId: string, parentId: string): Applied {
  const account = snapshot.accounts.find(({ id }) => id === accountId);
  if (account === undefined) return `no account ${quote(accountId)} in the snapshot`;
  if (!isParent(snapshot, parentId)) return `no root or OU ${quote(parentId)} in the snapshot`;
  const moved = { ...account, parentId };
  return { ...snapshot, accounts: snapshot.accounts.map((other) => (other === account ? moved : other)) };
}

function moveUnit(snapshot: OrganizationSnapshot, unitId: string, parentId: string): Applied {
  const unit = snapshot.units.find(({ id }) => id === unitId);
  if (unit === undefined) return `no OU ${quote(unitId)} in the snapshot`;
  if (!isParent(snapshot, parentId)) return `no root or OU ${quote(parentId)} in the snapshot`;
  const parents = new Map(snapshot.units.map((unit) => [unit.id, unit.parentId]));
  const seen = new Set<string>();
  for (
    let above: string | undefined = parentId;
    above !== undefined && !seen.has(above);
    above = parents.get(above)
  ) {
    if (above === unitId)
      return `OU ${quote(unitId)} cannot move to ${quote(parentId)}, which stands under it`;
    seen.add(above);
  }
  const moved = { ...unit, parentId };
  return { ...snapshot, units: snapshot.units.map((other) => (other === unit ? moved : other)) };
}

function disableType(snapshot: OrganizationSnapshot, policyType: string): Applied {
  const { enabledTypes, policies } = snapshot;
  const gone = new Set(policies.filter(({ type }) => type === policyType).map(({ id }) => id));
  const attachments = snapshot.attachments.filter(({ policyId }) => !gone.has(policyId));
  const isKnown = enabledTypes === undefined ? gone.size > 0 : enabledTypes.includes(policyType);
  if (!isKnown) return `policy type ${quote(policyType)} is not enabled`;
  const enabled = enabledTypes?.filter((type) => type !== policyType) ?? [];
  return { ...snapshot, enabledTypes: enabled, attachments };
}

function isTarget(snapshot: OrganizationSnapshot, id: string): boolean {
  return isParent(snapshot, id) || snapshot.accounts.some((account) => account.id === id);
}

function isParent({ root, units }: OrganizationSnapshot, id: string): boolean {
  return root.id === id || units.some((unit) => unit.id === id);
}

function isAttached({ attachments }: OrganizationSnapshot, policyId: string, targetId: string): boolean {
  return attachments.some(
    (attachment) => attachment.policyId === policyId && attachment.targetId === targetId,
  );
}

function noPolicy(policyId: string): string {
  return `no policy ${quote(policyId)} in the snapshot`;
}
