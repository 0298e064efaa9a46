// What an organization's delegation policy says to a call. The caller's own policies are asked elsewhere.

import { accessRequest, delegationDecision, requestContext } from "@withhold/iam";
import type { Outcome, Policy, Principal, RequestContext } from "@withhold/iam";
import type { AuthorizationRequest } from "./authorization-request.js";

export interface DelegationCaller {
  readonly principal: Principal;
  /** What is known of the caller and its connection. */
  readonly context: RequestContext;
}

/** `allow` when it allows every one of the questions; an explicit deny of one decides. */
export function delegationOutcome(
  delegation: { readonly policy: Policy; readonly accountId: string },
  requests: readonly AuthorizationRequest[],
  { principal, context: ofCaller }: DelegationCaller,
): Outcome {
  const outcomes = requests.map(({ action, resource, keys }): Outcome => {
    const own = requestContext(keys);
    const context = { get: (key: string) => own.get(key) ?? ofCaller.get(key) };
    const request = accessRequest({ principal, action, resource, context });
    const { layers } = delegationDecision(request, { identity: [] }, delegation);
    return layers.find(({ layer }) => layer === "delegation")?.outcome ?? "implicit-deny";
  });
  if (outcomes.includes("explicit-deny")) return "explicit-deny";
  return outcomes.every((outcome) => outcome === "allow") ? "allow" : "implicit-deny";
}
