// Whether a caller may make a call: every layer of policies asked, and a denial in two voices.

import { accessRequest, authorize, describeDecision } from "@withhold/iam";
import type { Decision, Layer, ResourcePolicy } from "@withhold/iam";
import type { AuthorizationRequest, Cell } from "@withhold/organization";
import type { Caller } from "../caller.js";
import { callerContext } from "./caller-context.js";
import type { RequestFacts } from "./caller-context.js";
import { isUnderServiceControl, serviceControlCeiling } from "./service-control-ceiling.js";

/** One question to the policies; a call comes to one or several, and happens when all are answered with yes. */
export interface Question extends AuthorizationRequest {
  /** Where what is asked for has a policy of its own. */
  readonly resourcePolicy?: ResourcePolicy | undefined;
}

export interface Denial {
  /** For the caller: which kind of policy, never which one. */
  readonly message: string;
  /** For the operator: every policy and statement that blocks, and where it is attached. */
  readonly explanation: string;
}

/** A root user over whom no service control policy stands may do everything in its account: no policy is asked. */
export function needsNoPermission(cell: Cell, { principal, accountId }: Caller): boolean {
  return principal.type === "root" && !isUnderServiceControl(cell, accountId);
}

/** The first denial. Undefined: the caller may. */
export function authorizeCall(
  cell: Cell,
  caller: Caller,
  facts: RequestFacts,
  questions: readonly Question[],
): Denial | undefined {
  const serviceControl = serviceControlCeiling(cell, caller.accountId);
  const policies = { identity: caller.holder?.policies ?? [], session: caller.sessionPolicies };
  for (const { action, resource, keys, resourcePolicy } of questions) {
    const context = callerContext(caller, cell, facts, keys);
    const request = accessRequest({ principal: caller.principal, action, resource, context });
    const decision = authorize({ request, caller: policies, serviceControl, resource: resourcePolicy });
    if (decision.outcome === "allow") continue;
    const who = `User: ${caller.principal.arn} is not authorized to perform: ${action} on resource: ${resource}`;
    const explanation = describeDecision(decision, request);
    return { message: `${who} ${reasonFor(decision, action)}`, explanation };
  }
  return undefined;
}

const titles: Readonly<Record<Layer, string>> = {
  "service-control": "service control policy",
  "resource-control": "resource control policy",
  trust: "resource-based policy",
  delegation: "resource-based policy",
  identity: "identity-based policy",
  session: "session policy",
};

/** In the structure of AWS's own messages, which clients and people search for. */
function reasonFor({ outcome, blockedBy }: Decision, action: string): string {
  const blocking = blockedBy.find((layer) => layer.outcome === outcome);
  const title = titles[blocking?.layer ?? "identity"];
  if (outcome !== "explicit-deny") return `because no ${title} allows the ${action} action`;
  return `with an explicit deny in ${title.startsWith("i") ? "an" : "a"} ${title}`;
}
