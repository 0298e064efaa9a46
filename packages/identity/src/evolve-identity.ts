// How events change the identities: the only code that does.

import type { DomainEvent } from "@withhold/organization";
import type { HolderRef, IdentityEvent } from "./events.js";
import { ManagedPolicy } from "./state/managed-policy.js";
import { Role, User } from "./state/policy-holder.js";
import type { Holder } from "./state/policy-holder.js";
import type { Identity } from "./state/identity.js";

type EventOf<Type extends IdentityEvent["type"]> = Extract<IdentityEvent, { readonly type: Type }>;

/** One case for every event: a missing one is a compile error. Times in milliseconds since the epoch. */
const cases: {
  readonly [Type in IdentityEvent["type"]]: (identity: Identity, event: EventOf<Type>, at: number) => void;
} = {
  "access-key.created": (identity, { accessKeyId: id, accountId }, createdAt) =>
    identity.addAccessKey({ id, accountId, user: undefined, createdAt, status: "Active" }),
  "user-access-key.created": (identity, event, createdAt) => {
    const { accessKeyId: id, accountId } = event;
    identity.addAccessKey({ id, accountId, user: userOf(identity, event), createdAt, status: "Active" });
  },
  "access-key.updated": (identity, { accessKeyId, status }) => {
    known(identity.accessKeys.get(accessKeyId), accessKeyId).status = status;
  },
  "access-key.deleted": (identity, { accessKeyId }) =>
    identity.deleteAccessKey(known(identity.accessKeys.get(accessKeyId), accessKeyId)),
  "user.created": (identity, event, createdAt) =>
    identity.addHolder(new User({ ...event, id: event.userId, createdAt })),
  "user.deleted": (identity, event) => identity.deleteHolder(holderOf(identity, event)),
  "login-profile.put": (identity, event, at) => {
    const user = userOf(identity, event);
    const { passwordResetRequired } = event;
    user.loginProfile = { createdAt: user.loginProfile?.createdAt ?? at, passwordResetRequired };
  },
  "login-profile.deleted": (identity, event) => {
    userOf(identity, event).loginProfile = undefined;
  },
  // Whoever signs in is asked for the hash, which is a secret; nothing else asks.
  "root-password.put": () => {},
  "root-password.deleted": () => {},
  "role.created": (identity, event, createdAt) =>
    identity.addHolder(new Role({ ...event, id: event.roleId, createdAt })),
  "trust-policy.updated": (identity, event) => roleOf(identity, event).updateTrustPolicy(event.trustPolicy),
  "role.tagged": (identity, event) => {
    const { tags } = roleOf(identity, event);
    for (const tag of event.tags) tags.put(tag.key, tag);
  },
  "role.untagged": (identity, event) => {
    const { tags } = roleOf(identity, event);
    for (const key of event.keys) tags.delete(key);
  },
  "role.deleted": (identity, event) => identity.deleteHolder(holderOf(identity, event)),
  "inline-policy.put": (identity, event) =>
    holderOf(identity, event).putInline(event.policyName, event.document),
  "inline-policy.deleted": (identity, event) => holderOf(identity, event).deleteInline(event.policyName),
  "managed-policy.created": (identity, event, createdAt) => {
    const { policyId: id, description = "" } = event;
    identity.addPolicy(new ManagedPolicy({ ...event, id, description, createdAt }));
  },
  "managed-policy.deleted": (identity, { policyId }) => identity.deletePolicy(policyOf(identity, policyId)),
  "managed-policy.attached": (identity, event) =>
    holderOf(identity, event).attach(policyOf(identity, event.policyId)),
  "managed-policy.detached": (identity, event) =>
    holderOf(identity, event).detach(policyOf(identity, event.policyId)),
};

export function isIdentityEvent(event: { readonly type: string }): event is IdentityEvent {
  return Object.hasOwn(cases, event.type);
}

/** Applies one event of a record of time `at`. Total over recorded events. */
export function evolveIdentity(identity: Identity, event: IdentityEvent, at: number): void {
  // TypeScript cannot follow that the case belongs to the event once both are unions.
  const apply = cases[event.type] as (identity: Identity, event: IdentityEvent, at: number) => void;
  apply(identity, event, at);
}

/**
 * What an organization's events mean here: an account that it made has a role by which the management account enters.
 * What belongs to others is passed over; `evolve` of organizations refuses what nobody knows.
 */
export function followOrganization(identity: Identity, event: DomainEvent, at: number): void {
  if (event.type === "organization.created") {
    const { managementAccountId, partition } = event;
    identity.organizations.set(event.organizationId, { managementAccountId, partition });
  } else if (event.type === "organization.deleted") {
    identity.organizations.delete(event.organizationId);
  } else if (event.type === "account.created" && event.accessRoleName !== undefined) {
    identity.expectedRoles.set(event.accountId, event.accessRoleName);
  } else if (event.type === "gov-cloud-account.created") {
    identity.expectedRoles.set(event.accountId, event.accessRoleName);
    addAccessRole(identity, event, at);
  } else if (event.type === "account.joined" && event.method === "CREATED") {
    addAccessRole(identity, event, at);
  }
}

function addAccessRole(
  identity: Identity,
  { accountId, organizationId }: { readonly accountId: string; readonly organizationId: string },
  createdAt: number,
): void {
  const name = identity.expectedRoles.get(accountId);
  const organization = identity.organizations.get(organizationId);
  if (name === undefined || organization === undefined) return;
  identity.expectedRoles.delete(accountId);
  identity.accessRoles.set(accountId, { name, ...organization, createdAt });
}

function holderOf(identity: Identity, { accountId, holderId }: HolderRef): Holder {
  identity.ownDirectory(accountId);
  return known(identity.holder(holderId), holderId);
}

function userOf(identity: Identity, ref: HolderRef): User {
  const holder = holderOf(identity, ref);
  return known(holder.kind === "user" ? holder : undefined, ref.holderId);
}

function roleOf(identity: Identity, ref: HolderRef): Role {
  const holder = holderOf(identity, ref);
  return known(holder.kind === "role" ? holder : undefined, ref.holderId);
}

function policyOf(identity: Identity, policyId: string): ManagedPolicy {
  return known(identity.policy(policyId), policyId);
}

/** INVARIANT: a recorded event names only what earlier events made. */
function known<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`the journal names \`${id}\`, which no earlier record made`);
  return found;
}
