// Output structures: what callers see of users, roles and policies.

import type * as iam from "@aws-sdk/client-iam";
import { holderArn, managedPolicyArn } from "./arn.js";
import type { TagPair } from "./events.js";
import { encodedPolicyDocument } from "./policy-document.js";
import type { ManagedPolicy } from "./state/managed-policy.js";
import type { Role, User } from "./state/policy-holder.js";

export function tagShapes(tags: Iterable<TagPair>): iam.Tag[] {
  return Array.from(tags, ({ key, value }) => ({ Key: key, Value: value }));
}

export function userShape(partition: string, user: User): iam.User {
  return {
    Path: user.path,
    UserName: user.name,
    UserId: user.id,
    Arn: holderArn(partition, user),
    CreateDate: new Date(user.createdAt),
    ...(user.tags.size === 0 ? {} : { Tags: tagShapes(user.tags.values()) }),
  };
}

export function roleShape(partition: string, role: Role): iam.Role {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.id,
    Arn: holderArn(partition, role),
    CreateDate: new Date(role.createdAt),
    AssumeRolePolicyDocument: encodedPolicyDocument(role.trustPolicy.text),
    ...(role.description === undefined ? {} : { Description: role.description }),
    MaxSessionDuration: role.maxSessionSeconds,
    ...(role.tags.size === 0 ? {} : { Tags: tagShapes(role.tags.values()) }),
  };
}

/** The one version that a policy has here. */
export const onlyVersion = "v1";

export function managedPolicyShape(
  partition: string,
  policy: ManagedPolicy,
  attachments: number,
): iam.Policy {
  return {
    PolicyName: policy.name,
    PolicyId: policy.isAwsManaged ? `ANPA${policy.name.toUpperCase()}` : policy.id,
    Arn: managedPolicyArn(partition, policy),
    Path: policy.path,
    DefaultVersionId: onlyVersion,
    AttachmentCount: attachments,
    PermissionsBoundaryUsageCount: 0,
    IsAttachable: true,
    ...(policy.description === "" ? {} : { Description: policy.description }),
    CreateDate: new Date(policy.createdAt),
    UpdateDate: new Date(policy.createdAt),
  };
}
