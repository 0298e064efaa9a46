// The kinds of policies: what each may say, and how long it may be.

import type { Effect } from "../policy.js";

/** The grammar of a kind. */
export interface KindRules {
  /** How people call it in messages. */
  readonly title: string;
  /**
   * `named`: every statement says for whom it is. `everyone`: it says `"*"` and nothing else. `absent`: it is for
   * whoever the policy is attached to.
   */
  readonly principal: "named" | "everyone" | "absent";
  readonly notPrincipal: boolean;
  readonly notAction: boolean;
  /** False where the resource is what the policy is attached to. */
  readonly resource: boolean;
  /** The only service whose actions may be named; any when absent. */
  readonly service?: string;
  readonly effects: readonly Effect[];
  /** Whether `Id` may stand at the top. */
  readonly id: boolean;
  readonly versionRequired: boolean;
  /** Unicode characters. */
  readonly charactersMax: number;
  /** IAM's own policies are measured without white space, those of Organizations with it. */
  readonly countsWhiteSpace: boolean;
}

const identity = {
  title: "an identity policy",
  principal: "absent",
  notPrincipal: false,
  notAction: true,
  resource: true,
  effects: ["Allow", "Deny"],
  id: false,
  versionRequired: false,
  countsWhiteSpace: false,
} as const;

/**
 * By kind. Grammar: "Grammar of the IAM JSON policy language", "NotPrincipal" (never in a trust policy, only with
 * Deny), "SCP syntax" and "RCP syntax". Sizes: "IAM and AWS STS quotas", "Quotas for AWS Organizations", and for the
 * delegation policy the service model.
 */
export const policyKinds = {
  managed: { ...identity, charactersMax: 6144 },
  "user-inline": { ...identity, charactersMax: 2048 },
  "group-inline": { ...identity, charactersMax: 5120 },
  "role-inline": { ...identity, charactersMax: 10_240 },
  session: { ...identity, title: "a session policy", charactersMax: 2048 },
  trust: {
    ...identity,
    title: "a trust policy",
    principal: "named",
    notAction: false,
    resource: false,
    service: "sts",
    id: true,
    charactersMax: 2048,
  },
  delegation: {
    ...identity,
    title: "a delegation policy",
    principal: "named",
    notPrincipal: true,
    notAction: false,
    service: "organizations",
    id: true,
    charactersMax: 40_000,
    countsWhiteSpace: true,
  },
  "service-control": {
    ...identity,
    title: "a service control policy",
    versionRequired: true,
    charactersMax: 5120,
    countsWhiteSpace: true,
  },
  "resource-control": {
    ...identity,
    title: "a resource control policy",
    principal: "everyone",
    notAction: false,
    effects: ["Deny"],
    versionRequired: true,
    charactersMax: 5120,
    countsWhiteSpace: true,
  },
} as const satisfies Readonly<Record<string, KindRules>>;

export type PolicyKind = keyof typeof policyKinds;
