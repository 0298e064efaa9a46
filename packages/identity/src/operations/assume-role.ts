// AssumeRole: temporary credentials that act with the policies of a role.

import type { ConditionKey } from "@withhold/organization";
import { readIdentityArn, sessionArn } from "../arn.js";
import { identityFault } from "../fault.js";
import { managedPolicyAt } from "../find-holder.js";
import { drawId, drawSecretAccessKey } from "../ids.js";
import type { IdentityContext, IdentityOperation } from "../operation.js";
import type { Input } from "../operation-types.js";
import { checkPolicyDocument } from "../policy-document.js";
import { credentialsShape } from "../session-credentials.js";
import type { SessionClaims } from "../session-claims.js";
import { foldedName } from "../state/account-directory.js";
import type { Role } from "../state/policy-holder.js";
import { refuseUnbuilt } from "../unbuilt.js";

/** Seconds. Source: the STS API reference (`DurationSeconds`, role chaining). */
const secondsDefault = 3600;
const chainedSecondsMax = 3600;

export const assumeRole: IdentityOperation<"AssumeRole"> = {
  kind: "read",
  asks(input, context) {
    const { RoleArn, RoleSessionName, ExternalId } = input;
    const role = roleAt(context, RoleArn);
    const keys: ConditionKey[] = [["sts:RoleSessionName", RoleSessionName]];
    if (ExternalId !== undefined) keys.push(["sts:ExternalId", ExternalId]);
    // A role that is not there lets nobody in, and the caller cannot tell the two apart.
    const resourcePolicy = {
      kind: "trust",
      accountId: role?.accountId ?? readIdentityArn(RoleArn, "role")?.accountId ?? "",
      policy: role?.trustPolicy.policy ?? { name: RoleArn, allows: [], denies: [] },
    } as const;
    return { resource: RoleArn, keys, resourcePolicy };
  },
  answer(input, context, now) {
    const { caller, draw, identity, partition, sealed } = context;
    const { Tags, TransitiveTagKeys, SerialNumber, TokenCode, SourceIdentity, ProvidedContexts } = input;
    refuseUnbuilt({ Tags, TransitiveTagKeys, SerialNumber, TokenCode, SourceIdentity, ProvidedContexts });
    const role = roleAt(context, input.RoleArn);
    if (caller.principal.type === "root" || role === undefined) {
      identityFault("AccessDenied", "a root user cannot assume roles; call as a user or from a role");
    }
    const seconds = secondsOf(input, role, context);
    const sessionName = input.RoleSessionName;
    const claims: SessionClaims = {
      accessKeyId: drawId(draw, "session", (id) => identity.accessKeys.has(id)),
      secretAccessKey: drawSecretAccessKey(draw),
      accountId: role.accountId,
      of: { kind: "role", roleId: role.id, sessionName },
      issuedAt: now,
      expiresAt: now + seconds * 1000,
      ...limitsOf(input, role, context),
    };
    return {
      Credentials: credentialsShape(claims, sealed(claims)),
      AssumedRoleUser: {
        AssumedRoleId: `${role.id}:${sessionName}`,
        Arn: sessionArn(readIdentityArn(input.RoleArn, "role")?.partition ?? partition, role, sessionName),
      },
    };
  },
};

/**
 * Of a closed account nobody assumes a role. An account in GovCloud is entered from the partition of the organization
 * that made it, because no account there is paired with the management account.
 */
function roleAt({ identity, cell, partition }: IdentityContext, arn: string): Role | undefined {
  const read = readIdentityArn(arn, "role");
  if (read === undefined) return undefined;
  const account = cell.accounts.get(read.accountId);
  if (read.partition !== (account?.partition ?? partition) || account?.closedAt !== undefined)
    return undefined;
  const role = identity.directory(read.accountId).roles.get(foldedName(read.name));
  return role?.path === read.path ? role : undefined;
}

function secondsOf(
  { DurationSeconds: seconds = secondsDefault }: Input<"AssumeRole">,
  role: Role,
  { caller }: IdentityContext,
) {
  if (caller.session?.of.kind === "role" && seconds > chainedSecondsMax) {
    const message = `\`DurationSeconds\` is ${seconds}, and a session that comes from a role lasts at most ${chainedSecondsMax}`;
    identityFault("ValidationError", message);
  }
  if (seconds > role.maxSessionSeconds) {
    const message = `\`DurationSeconds\` is ${seconds}, and sessions of this role last at most ${role.maxSessionSeconds}`;
    identityFault("ValidationError", message);
  }
  return seconds;
}

function limitsOf(
  { Policy: policy, PolicyArns = [] }: Input<"AssumeRole">,
  role: Role,
  context: IdentityContext,
) {
  if (policy !== undefined) checkPolicyDocument("session", "Policy", policy);
  const policyIds = PolicyArns.map(({ arn = "" }) => {
    const message = `no policy \`${arn}\` that account ${role.accountId} can use`;
    return (managedPolicyAt(context, arn, role.accountId) ?? identityFault("ValidationError", message)).id;
  });
  return {
    ...(policy === undefined ? {} : { policy }),
    ...(policyIds.length === 0 ? {} : { policyIds }),
  };
}
