// Inputs and outputs per operation of IAM and STS, as AWS's own SDKs type them.

import type * as iam from "@aws-sdk/client-iam";
import type * as sts from "@aws-sdk/client-sts";

/** No member at all. */
type Nothing = Record<string, never>;

export interface IamTypes {
  AttachRolePolicy: [iam.AttachRolePolicyRequest, Nothing];
  AttachUserPolicy: [iam.AttachUserPolicyRequest, Nothing];
  ChangePassword: [iam.ChangePasswordRequest, Nothing];
  CreateAccessKey: [iam.CreateAccessKeyRequest, iam.CreateAccessKeyResponse];
  CreateLoginProfile: [iam.CreateLoginProfileRequest, iam.CreateLoginProfileResponse];
  CreatePolicy: [iam.CreatePolicyRequest, iam.CreatePolicyResponse];
  CreateRole: [iam.CreateRoleRequest, iam.CreateRoleResponse];
  CreateUser: [iam.CreateUserRequest, iam.CreateUserResponse];
  DeleteAccessKey: [iam.DeleteAccessKeyRequest, Nothing];
  DeleteLoginProfile: [iam.DeleteLoginProfileRequest, Nothing];
  DeletePolicy: [iam.DeletePolicyRequest, Nothing];
  DeleteRole: [iam.DeleteRoleRequest, Nothing];
  DeleteRolePolicy: [iam.DeleteRolePolicyRequest, Nothing];
  DeleteUser: [iam.DeleteUserRequest, Nothing];
  DeleteUserPolicy: [iam.DeleteUserPolicyRequest, Nothing];
  DetachRolePolicy: [iam.DetachRolePolicyRequest, Nothing];
  DetachUserPolicy: [iam.DetachUserPolicyRequest, Nothing];
  GetAccessKeyLastUsed: [iam.GetAccessKeyLastUsedRequest, iam.GetAccessKeyLastUsedResponse];
  GetLoginProfile: [iam.GetLoginProfileRequest, iam.GetLoginProfileResponse];
  GetPolicy: [iam.GetPolicyRequest, iam.GetPolicyResponse];
  GetPolicyVersion: [iam.GetPolicyVersionRequest, iam.GetPolicyVersionResponse];
  GetRole: [iam.GetRoleRequest, iam.GetRoleResponse];
  GetRolePolicy: [iam.GetRolePolicyRequest, iam.GetRolePolicyResponse];
  GetUser: [iam.GetUserRequest, iam.GetUserResponse];
  GetUserPolicy: [iam.GetUserPolicyRequest, iam.GetUserPolicyResponse];
  ListAccessKeys: [iam.ListAccessKeysRequest, iam.ListAccessKeysResponse];
  ListAttachedRolePolicies: [iam.ListAttachedRolePoliciesRequest, iam.ListAttachedRolePoliciesResponse];
  ListAttachedUserPolicies: [iam.ListAttachedUserPoliciesRequest, iam.ListAttachedUserPoliciesResponse];
  ListPolicies: [iam.ListPoliciesRequest, iam.ListPoliciesResponse];
  ListRolePolicies: [iam.ListRolePoliciesRequest, iam.ListRolePoliciesResponse];
  ListRoleTags: [iam.ListRoleTagsRequest, iam.ListRoleTagsResponse];
  ListRoles: [iam.ListRolesRequest, iam.ListRolesResponse];
  ListUserPolicies: [iam.ListUserPoliciesRequest, iam.ListUserPoliciesResponse];
  ListUsers: [iam.ListUsersRequest, iam.ListUsersResponse];
  PutRolePolicy: [iam.PutRolePolicyRequest, Nothing];
  PutUserPolicy: [iam.PutUserPolicyRequest, Nothing];
  SimulatePrincipalPolicy: [iam.SimulatePrincipalPolicyRequest, iam.SimulatePolicyResponse];
  TagRole: [iam.TagRoleRequest, Nothing];
  UntagRole: [iam.UntagRoleRequest, Nothing];
  UpdateAccessKey: [iam.UpdateAccessKeyRequest, Nothing];
  UpdateAssumeRolePolicy: [iam.UpdateAssumeRolePolicyRequest, Nothing];
  UpdateLoginProfile: [iam.UpdateLoginProfileRequest, Nothing];
}

export interface StsTypes {
  AssumeRole: [sts.AssumeRoleRequest, sts.AssumeRoleResponse];
  GetCallerIdentity: [Nothing, sts.GetCallerIdentityResponse];
  GetSessionToken: [sts.GetSessionTokenRequest, sts.GetSessionTokenResponse];
}

type AllTypes = IamTypes & StsTypes;

export type IdentityOperationName = keyof AllTypes;

/** The SDK adds `undefined` to required members; once the constraint table has let an input pass, they are there. */
type Present<T> = {
  readonly [K in keyof T]: undefined extends T[K]
    ? Record<string, never> extends Pick<T, K>
      ? T[K]
      : Exclude<T[K], undefined>
    : T[K];
};

/** An input that the constraint table has let pass. */
export type Input<Name extends IdentityOperationName> = Present<AllTypes[Name][0]>;
export type Output<Name extends IdentityOperationName> = AllTypes[Name][1];
