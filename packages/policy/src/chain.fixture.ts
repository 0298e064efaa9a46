// Chains of documents as tests write them.

import { effectiveDocument } from "./effective-document.js";
import { effectivePolicy } from "./effective-policy.js";
import type { Level } from "./level.js";
import { readValidPolicy } from "./parse-policy.js";

export const lock = "@@operators_allowed_for_child_policies";

/** Levels root first; each a list of documents in attachment order. */
export function chain(...levels: readonly (readonly unknown[])[]): Level[] {
  return levels.map((documents, depth) => ({
    id: `level-${depth}`,
    policies: documents.map((document, index) => ({
      id: `p-${depth}-${index}`,
      document: readValidPolicy(JSON.stringify(document)),
    })),
  }));
}

export const effective = (...levels: readonly (readonly unknown[])[]): unknown =>
  JSON.parse(effectiveDocument(effectivePolicy(chain(...levels))) ?? "null");
