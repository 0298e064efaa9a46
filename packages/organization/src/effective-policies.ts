// The effective policies of an organization: the engine of `policy` run along the tree, remembering what it computed.

import { applyLevel, effectiveDocument, nothing } from "@withhold/policy";
import type { Level, Merge, MergeablePolicyType, PolicyNode } from "@withhold/policy";
import { lineage } from "./state/tree-node.js";
import type { Attachment, MemberAccount, TreeNode } from "./state/tree-node.js";

/** What a node's merge was computed from, and the merge. It holds exactly while its inputs are the same objects. */
interface Remembered {
  readonly above: Merge;
  readonly documents: readonly PolicyNode[];
  readonly merge: Merge;
}

// Weak, so that they are caches and nothing else: state knows nothing of them.
const memories = new Map<MergeablePolicyType, WeakMap<TreeNode, Remembered>>();

/** The merge at a node, from the root down to and including it. */
export function mergeAt(node: TreeNode, type: MergeablePolicyType): Merge {
  const above = node.parent === undefined ? nothing : mergeAt(node.parent, type);
  const attachments = node.attachments(type);
  if (attachments.length === 0) return above;
  const memory = memoryOf(type);
  const remembered = memory.get(node);
  if (remembered?.above === above && sameDocuments(remembered.documents, attachments))
    return remembered.merge;
  const merge = applyLevel(above, levelOf(node, attachments));
  memory.set(node, { above, documents: attachments.map(({ policy }) => policy.document), merge });
  return merge;
}

/** The effective policy as JSON text; undefined where nothing is set. Shared by all accounts with the same merge. */
export function effectiveText(node: TreeNode, type: MergeablePolicyType): string | undefined {
  return effectiveDocument(mergeAt(node, type));
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

/** A node as the engine takes it. */
export function levelOf(node: TreeNode, attachments: readonly Attachment[]): Level {
  return { id: node.id, policies: attachments.map(({ policy }) => policy) };
}

function memoryOf(type: MergeablePolicyType): WeakMap<TreeNode, Remembered> {
  const known = memories.get(type);
  if (known !== undefined) return known;
  const memory = new WeakMap<TreeNode, Remembered>();
  memories.set(type, memory);
  return memory;
}

function sameDocuments(documents: readonly PolicyNode[], attachments: readonly Attachment[]): boolean {
  if (documents.length !== attachments.length) return false;
  for (let index = 0; index < documents.length; index += 1) {
    if (documents[index] !== attachments[index]?.policy.document) return false;
  }
  return true;
}
