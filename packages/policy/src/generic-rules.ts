// What a policy may not say whose type has no rules of its own here: its first key, and the syntax that all types share.

import type { Findings } from "./finding.js";
import { describeJson, quote } from "./json.js";
import type { JsonNode } from "./json.js";
import type { Keys } from "./json-path.js";
import type { PolicyNode } from "./policy-node.js";
import type { MergeablePolicyType } from "./policy-type.js";
import { didYouMean } from "./suggest.js";
import { topLevelKey } from "./top-level-key.js";

/**
 * Reports keys at the top that are not the type's, members that are no objects, and nodes that are container and setting
 * at once.
 */
export function checkGeneric(root: PolicyNode, type: MergeablePolicyType, findings: Findings): void {
  const wanted = topLevelKey(type);
  if (wanted !== undefined) checkTop(root, wanted, findings);
  checkMembers(root, [], findings);
}

function checkTop(root: PolicyNode, wanted: string, findings: Findings): void {
  for (const [key, member] of root.members) {
    if (key === wanted) continue;
    findings.error("unknown-key", [key], member.at, () => {
      const near = didYouMean(key, [wanted]);
      const right = near === "" ? `; all of a policy of this type stands under ${quote(wanted)}` : near;
      return `unknown key ${quote(key)}${right}`;
    });
  }
}

function checkMembers(container: PolicyNode, keys: Keys, findings: Findings): void {
  for (const [key, member] of container.members) {
    const path = [...keys, key];
    const { instead } = member;
    if (instead !== undefined) {
      findings.error("missing-operator", path, member.at, () => missingOperator(instead));
      continue;
    }
    if (member.members.size > 0 && (member.assign ?? member.append ?? member.remove) !== undefined) {
      const message =
        "this node both sets a value and has members; move the value or the members to a node of their own";
      findings.error("wrong-shape", path, member.at, message);
    }
    checkMembers(member, path, findings);
  }
}

function missingOperator(found: JsonNode): string {
  const hint = "this is how an effective policy reads, and that form cannot be attached";
  return `found ${describeJson(found)} without an operator; write ${quote(`{"@@assign": ${sample(found)}}`)} (${hint})`;
}

/** The value as JSON, as far as a message has room for it. */
function sample(node: JsonNode): string {
  if (node.kind === "array" || node.kind === "object") return "[...]";
  const json = JSON.stringify(node.value);
  return json.length > 40 ? "..." : json;
}
