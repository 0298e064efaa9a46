// A decision in words.

import type { AccessRequest } from "../request.js";
import type { Statement } from "../policy.js";
import type { Decision, Layer, LayerAnalysis } from "./decision.js";

const titles: Readonly<Record<Layer, string>> = {
  "service-control": "service control policy",
  "resource-control": "resource control policy",
  trust: "trust policy",
  delegation: "delegation policy",
  identity: "identity policy",
  session: "session policy",
};

/** For the operator: one line that names each policy which blocks, or which allowed. Not for callers, who learn less. */
export function describeDecision({ outcome, layers, blockedBy }: Decision, request: AccessRequest): string {
  const verb = outcome === "allow" ? "may" : "may not";
  const reasons = (outcome === "allow" ? layers.filter((layer) => layer.outcome === "allow") : blockedBy).map(
    reason,
  );
  const who = `${request.principal.arn} ${verb} perform ${request.action} on ${request.resource}`;
  return `${who}: ${reasons.join("; ")}`;
}

function reason({ layer, level, outcome, statements }: LayerAnalysis): string {
  const where = level === undefined ? "" : ` at \`${level}\``;
  if (outcome === "implicit-deny") return `no ${titles[layer]}${where} allows it`;
  if (statements.length === 0) return "a root user needs no identity policy";
  const verb = outcome === "allow" ? "allowed" : "denied";
  return `${verb} by ${titles[layer]} ${statements.map(named).join(", ")}${where}`;
}

function named({ policy, sid, index }: Statement): string {
  return `\`${policy}\` (${sid === "" ? `statement ${index + 1}` : `statement \`${sid}\``})`;
}
