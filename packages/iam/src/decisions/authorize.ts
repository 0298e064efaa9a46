// The questions: what an identity may, what control policies leave, whether a role or the organization lets the caller
// in, and all of them together.

import type { Policy } from "../policy.js";
import type { AccessRequest } from "../request.js";
import { decide } from "./decision.js";
import type { Decision, Layer, LayerAnalysis } from "./decision.js";
import { evaluatePolicies, evaluateResourcePolicy } from "./evaluate-policies.js";

/** What a caller brings along. A root user needs no policies and its own are not asked. */
export interface CallerPolicies {
  /** Of the user and its groups, or of the role. */
  readonly identity: readonly Policy[];
  /** Given when the session was made: what is not in them too, the session may not. None limit nothing. */
  readonly session?: readonly Policy[];
}

/** The control policies of one type over one account. */
export interface Ceiling {
  /** Control policies never touch the management account. */
  readonly isManagementAccount: boolean;
  /** The root, each OU, the account; each must allow. Without policies a level allows nothing, and so does no level. */
  readonly levels: readonly { readonly id: string; readonly policies: readonly Policy[] }[];
}

/** A policy of what is asked for: the trust policy of a role, or the organization's delegation policy. */
export interface ResourcePolicy {
  readonly kind: "trust" | "delegation";
  /** The account that owns the role or the organization. */
  readonly accountId: string;
  readonly policy: Policy;
}

export interface AuthorizationInput {
  readonly request: AccessRequest;
  readonly caller: CallerPolicies;
  /** Over the caller's account. Absent where there are none: no organization, or the type is not enabled. */
  readonly serviceControl?: Ceiling | undefined;
  /** Over the account of the resource. */
  readonly resourceControl?: Ceiling;
  /** Absent where the caller's own policies decide. */
  readonly resource?: ResourcePolicy | undefined;
}

/** All layers: the request is allowed when every one that has a say allows it. */
export function authorize(input: AuthorizationInput): Decision {
  const { request, caller, serviceControl, resourceControl, resource } = input;
  const layers: LayerAnalysis[] = [];
  addCeiling(layers, "service-control", serviceControl, request);
  addCeiling(layers, "resource-control", resourceControl, request);
  const asked = resource && evaluateResourcePolicy(resource.kind, resource.policy, request);
  if (asked !== undefined) layers.push(asked);
  addCaller(layers, caller, request);
  if (resource === undefined || asked === undefined) return decide(layers, () => true);
  return decide(layers, ({ layer }) => isNeeded(layer, request, resource, asked));
}

/** What the caller's own policies say. */
export function identityDecision(request: AccessRequest, caller: CallerPolicies): Decision {
  return authorize({ request, caller });
}

/** What the service control policies over the caller's account leave of a request. */
export function serviceControlDecision(request: AccessRequest, ceiling: Ceiling): Decision {
  const layers: LayerAnalysis[] = [];
  addCeiling(layers, "service-control", ceiling, request);
  return decide(layers, () => true);
}

/** Whether the caller may assume a role, control policies aside: `request` is `sts:AssumeRole` on the role. */
export function trustDecision(
  request: AccessRequest,
  caller: CallerPolicies,
  trust: Omit<ResourcePolicy, "kind">,
): Decision {
  return authorize({ request, caller, resource: { kind: "trust", ...trust } });
}

/** Whether a member account may do what the management account delegates, control policies aside. */
export function delegationDecision(
  request: AccessRequest,
  caller: CallerPolicies,
  delegation: Omit<ResourcePolicy, "kind">,
): Decision {
  return authorize({ request, caller, resource: { kind: "delegation", ...delegation } });
}

function addCaller(layers: LayerAnalysis[], caller: CallerPolicies, request: AccessRequest): void {
  if (request.principal.type === "root") {
    layers.push(rootMay);
    return;
  }
  layers.push(evaluatePolicies("identity", caller.identity, request));
  const { session = [] } = caller;
  if (session.length > 0) layers.push(evaluatePolicies("session", session, request));
}

const rootMay: LayerAnalysis = {
  layer: "identity",
  level: undefined,
  outcome: "allow",
  statements: [],
  standing: undefined,
};

function addCeiling(
  layers: LayerAnalysis[],
  layer: Layer,
  ceiling: Ceiling | undefined,
  request: AccessRequest,
): void {
  if (ceiling === undefined || ceiling.isManagementAccount) return;
  const { levels } = ceiling;
  if (levels.length === 0) layers.push(evaluatePolicies(layer, [], request));
  for (const { id, policies } of levels) layers.push(evaluatePolicies(layer, policies, request, id));
}

/** Whether a layer must allow where a resource policy has a say. Between accounts both sides must. */
function isNeeded(
  layer: Layer,
  { principal }: AccessRequest,
  resource: ResourcePolicy,
  { standing }: LayerAnalysis,
): boolean {
  const isGrant = layer === resource.kind;
  const isCallers = layer === "identity" || layer === "session";
  if (!isGrant && !isCallers) return true;
  if (principal.accountId !== resource.accountId) return true;
  switch (standing) {
    case "itself":
    case "everyone":
      return isGrant;
    case "role":
      return isGrant || layer === "session";
    case "account":
      return true;
    case undefined:
      // Nothing but its trust policy opens a role. In the account that owns it, an organization needs no delegation.
      return resource.kind === "trust" ? isGrant : isCallers;
  }
}
