// What a policy may not say whose type has no rules of its own here: only the syntax that all types share is checked.

import type { Findings } from "./finding.js";
import { describeJson, quote } from "./json.js";
import type { JsonNode } from "./json.js";
import type { Keys } from "./json-path.js";
import type { PolicyNode } from "./policy-node.js";

/** Reports members that are no objects, and nodes that are container and setting at once. */
export function checkGeneric(container: PolicyNode, keys: Keys, findings: Findings): void {
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
    checkGeneric(member, path, findings);
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
