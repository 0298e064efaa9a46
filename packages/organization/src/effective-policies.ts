// The effective policies of an organization: the engine of `policy` run along the tree, remembering what it computed.

import { applyLevel, effectiveDocument, nothing } from "@withhold/policy";
import type { Level, Merge, MergeablePolicyType, PolicyNode } from "@withhold/policy";
import type { Organization } from "./state/organization.js";
import type { Mark } from "./state/touched-nodes.js";
import { lineage } from "./state/tree-node.js";
import type { Attachment, MemberAccount, TreeNode } from "./state/tree-node.js";

/** What a node's merge was computed from, and the merge. It holds exactly while its inputs are the same objects. */
interface Remembered {
  readonly above: Merge;
  readonly documents: readonly PolicyNode[];
  readonly merge: Merge;
}

/** The effective policies of all accounts as they were at `mark`. */
interface Table {
  mark: Mark;
  readonly texts: Map<string, string>;
}

// Weak, so that they are caches and nothing else: state knows nothing of them.
const memories = new Map<MergeablePolicyType, WeakMap<TreeNode, Remembered>>();
const tables = new Map<MergeablePolicyType, WeakMap<Organization, Table>>();

/** The merge at a node, from the root down to and including it. */
export function mergeAt(node: TreeNode, type: MergeablePolicyType): Merge {
  const above = mergeAbove(node, type);
  const attachments = node.attachments(type);
  if (attachments.length === 0) return above;
  const memory = ofType(memories, type);
  const remembered = memory.get(node);
  if (remembered?.above === above && sameDocuments(remembered.documents, attachments))
    return remembered.merge;
  const merge = applyLevel(above, levelOf(node, attachments));
  memory.set(node, { above, documents: attachments.map(({ policy }) => policy.document), merge });
  return merge;
}

function mergeAbove(node: TreeNode, type: MergeablePolicyType): Merge {
  return node.parent === undefined ? nothing : mergeAt(node.parent, type);
}

/** The effective policy as JSON text; undefined where nothing is set. Shared by all accounts with the same merge. */
export function effectiveText(node: TreeNode, type: MergeablePolicyType): string | undefined {
  return effectiveDocument(mergeAt(node, type));
}

/**
 * The effective policies of all accounts that have one, as JSON text by account id. Kept up to date in place: after a
 * change only the accounts below it are computed again. The map belongs to this module; read it before the next change.
 */
export function effectiveTexts(
  organization: Organization,
  type: MergeablePolicyType,
): ReadonlyMap<string, string> {
  const ofOrganizations = ofType(tables, type);
  const known = ofOrganizations.get(organization);
  const touched = known && organization.touched.since(known.mark);
  const table = known ?? { mark: 0, texts: new Map<string, string>() };
  ofOrganizations.set(organization, table);
  for (const node of touched ?? [organization.root]) {
    if (organization.node(node.id) === node) refresh(table.texts, node, mergeAbove(node, type), type);
    else table.texts.delete(node.id);
  }
  table.mark = organization.touched.mark;
  return table.texts;
}

/** Computes the accounts at and below a node. Their merges are not remembered: of the most, the text is all it takes. */
function refresh(texts: Map<string, string>, node: TreeNode, above: Merge, type: MergeablePolicyType): void {
  if (node.kind !== "account") {
    const merge = mergeAt(node, type);
    for (const account of node.accounts.values()) refresh(texts, account, merge, type);
    for (const unit of node.units.values()) refresh(texts, unit, merge, type);
    return;
  }
  const attachments = node.attachments(type);
  const text = effectiveDocument(
    attachments.length === 0 ? above : applyLevel(above, levelOf(node, attachments)),
  );
  if (text === undefined) texts.delete(node.id);
  else texts.set(node.id, text);
}

/** The levels from the root to the node, as the engine takes them. */
export function chainOf(node: TreeNode, type: MergeablePolicyType): readonly Level[] {
  return [...lineage(node)].toReversed().map((at) => levelOf(at, at.attachments(type)));
}

/**
 * The time of the latest event on the account's chain that can change the content: a policy there was rewritten,
 * attached or detached, or the account moved. Enabling a type changes nothing until something is attached, and
 * disabling it detaches. Milliseconds since the epoch.
 */
export function effectiveSince(account: MemberAccount, type: MergeablePolicyType): number {
  let since = account.movedAt;
  for (const node of lineage(account)) {
    since = Math.max(since, node.attachmentsChangedAt(type));
    for (const { policy } of node.attachments(type)) since = Math.max(since, policy.contentChangedAt);
  }
  return since;
}

function levelOf(node: TreeNode, attachments: readonly Attachment[]): Level {
  return {
    id: node.id,
    policies: attachments.map(({ policy }) => ({ id: policy.id, document: policy.document })),
  };
}

function ofType<Key extends object, Value>(
  caches: Map<MergeablePolicyType, WeakMap<Key, Value>>,
  type: MergeablePolicyType,
): WeakMap<Key, Value> {
  const known = caches.get(type);
  if (known !== undefined) return known;
  const cache = new WeakMap<Key, Value>();
  caches.set(type, cache);
  return cache;
}

function sameDocuments(documents: readonly PolicyNode[], attachments: readonly Attachment[]): boolean {
  return (
    documents.length === attachments.length &&
    attachments.every(({ policy }, index) => documents[index] === policy.document)
  );
}
