// Who calls: the principal behind a credential, as the identities of this moment have it.

import type { Policy, Principal } from "@withhold/iam";
import { holderArn, rootArn, sessionArn } from "./arn.js";
import { compiledPolicy } from "./policy-text.js";
import type { SessionClaims } from "./session-claims.js";
import type { AccessKey, Identity } from "./state/identity.js";
import type { Holder } from "./state/policy-holder.js";

/** What a request was signed with. `system`: the server itself, as the root user of an account. */
export type Credential =
  | { readonly kind: "access-key"; readonly accessKeyId: string }
  | { readonly kind: "session"; readonly claims: SessionClaims }
  | { readonly kind: "system"; readonly accountId: string };

export interface Caller {
  readonly principal: Principal;
  readonly accountId: string;
  /** As STS and policies call the caller. */
  readonly userId: string;
  /** Undefined: a root user. */
  readonly holder: Holder | undefined;
  readonly session: SessionClaims | undefined;
  /** None limit nothing. */
  readonly sessionPolicies: readonly Policy[];
}

/** Undefined where the key is gone or inactive, or where who it is of is gone. `partition`: of the ARNs. */
export function callerOf(identity: Identity, credential: Credential, partition: string): Caller | undefined {
  switch (credential.kind) {
    case "system":
      return rootOf(credential.accountId, partition);
    case "access-key":
      return callerByKey(activeKey(identity, credential.accessKeyId), partition);
    case "session":
      return callerBySession(identity, credential.claims, partition);
  }
}

function activeKey(identity: Identity, accessKeyId: string): AccessKey | undefined {
  const key = identity.accessKeys.get(accessKeyId);
  return key?.status === "Active" ? key : undefined;
}

/** What a key stands for never changes, so it is made once. Whether the key still is one is asked every time. */
const callers = new WeakMap<AccessKey, { readonly partition: string; readonly caller: Caller }>();

function callerByKey(key: AccessKey | undefined, partition: string): Caller | undefined {
  if (key === undefined) return undefined;
  const known = callers.get(key);
  if (known?.partition === partition) return known.caller;
  const caller = key.user === undefined ? rootOf(key.accountId, partition) : userCaller(key.user, partition);
  callers.set(key, { partition, caller });
  return caller;
}

function rootOf(accountId: string, partition: string): Caller {
  const principal = { type: "root", arn: rootArn(partition, accountId), accountId } as const;
  return {
    principal,
    accountId,
    userId: accountId,
    holder: undefined,
    session: undefined,
    sessionPolicies: none,
  };
}

function userCaller(user: Holder, partition: string): Caller {
  const { accountId, id } = user;
  const principal = { type: "user", arn: holderArn(partition, user), accountId } as const;
  return { principal, accountId, userId: id, holder: user, session: undefined, sessionPolicies: none };
}

const none: readonly Policy[] = [];

function callerBySession(identity: Identity, claims: SessionClaims, partition: string): Caller | undefined {
  const { of, accountId } = claims;
  if (of.kind !== "role") {
    const caller =
      of.madeBy === undefined
        ? signedInCaller(identity, claims, partition)
        : callerByKey(activeKey(identity, of.madeBy), partition);
    const expected = of.kind === "root" ? accountId : of.userId;
    return caller?.userId === expected ? { ...caller, session: claims } : undefined;
  }
  identity.directory(accountId);
  const role = identity.holder(of.roleId);
  if (role?.kind !== "role") return undefined;
  const arn = sessionArn(partition, role, of.sessionName);
  const principal = { type: "role-session", arn, accountId, roleArn: holderArn(partition, role) } as const;
  const userId = `${role.id}:${of.sessionName}`;
  const sessionPolicies = sessionPoliciesOf(identity, claims);
  return { principal, accountId, userId, holder: role, session: claims, sessionPolicies };
}

/** A user's session by signing in ends with the login profile that let it in, as one made with a key ends with that. */
function signedInCaller(
  identity: Identity,
  { of, accountId, issuedAt }: SessionClaims,
  partition: string,
): Caller | undefined {
  if (of.kind !== "user") return rootOf(accountId, partition);
  identity.directory(accountId);
  const user = identity.holder(of.userId);
  const since = user?.kind === "user" ? user.loginProfile?.createdAt : undefined;
  return user !== undefined && since !== undefined && since <= issuedAt
    ? userCaller(user, partition)
    : undefined;
}

const compiled = new WeakMap<SessionClaims, Policy>();

/** A managed policy that was deleted since allows nothing. */
function sessionPoliciesOf(identity: Identity, claims: SessionClaims): readonly Policy[] {
  const { policy, policyIds } = claims;
  if (policy === undefined && policyIds === undefined) return none;
  const managed = (policyIds ?? []).map(
    (id): Policy => identity.policy(id)?.document.policy ?? { name: id, allows: [], denies: [] },
  );
  if (policy === undefined) return managed;
  const own = compiled.get(claims) ?? compiledPolicy(policy, "session", "session policy");
  compiled.set(claims, own);
  return [own, ...managed];
}
