// The registries: one operation for every name that IAM and STS have here.

import type { IamOperations, StsOperations } from "../operation.js";
import { assumeRole } from "./assume-role.js";
import {
  attachRolePolicy,
  attachUserPolicy,
  detachRolePolicy,
  detachUserPolicy,
  listAttachedRolePolicies,
  listAttachedUserPolicies,
} from "./attached-policies.js";
import { changePassword } from "./change-password.js";
import { createAccessKey } from "./create-access-key.js";
import { createPolicy } from "./create-policy.js";
import { createRole } from "./create-role.js";
import { createUser } from "./create-user.js";
import { deleteAccessKey } from "./delete-access-key.js";
import { deletePolicy } from "./delete-policy.js";
import { deleteUser } from "./delete-user.js";
import { getAccessKeyLastUsed } from "./get-access-key-last-used.js";
import { getCallerIdentity } from "./get-caller-identity.js";
import { getPolicy, getPolicyVersion } from "./get-policy.js";
import { getSessionToken } from "./get-session-token.js";
import { getUser } from "./get-user.js";
import {
  deleteRolePolicy,
  deleteUserPolicy,
  getRolePolicy,
  getUserPolicy,
  listRolePolicies,
  listUserPolicies,
  putRolePolicy,
  putUserPolicy,
} from "./inline-policies.js";
import { listAccessKeys } from "./list-access-keys.js";
import { listPolicies } from "./list-policies.js";
import { listUsers } from "./list-users.js";
import {
  createLoginProfile,
  deleteLoginProfile,
  getLoginProfile,
  updateLoginProfile,
} from "./login-profile.js";
import {
  deleteRole,
  getRole,
  listRoleTags,
  listRoles,
  tagRole,
  untagRole,
  updateAssumeRolePolicy,
} from "./roles.js";
import { simulatePrincipalPolicy } from "./simulate-principal-policy.js";
import { updateAccessKey } from "./update-access-key.js";

export const iamOperations: IamOperations = {
  AttachRolePolicy: attachRolePolicy,
  AttachUserPolicy: attachUserPolicy,
  ChangePassword: changePassword,
  CreateAccessKey: createAccessKey,
  CreateLoginProfile: createLoginProfile,
  CreatePolicy: createPolicy,
  CreateRole: createRole,
  CreateUser: createUser,
  DeleteAccessKey: deleteAccessKey,
  DeleteLoginProfile: deleteLoginProfile,
  DeletePolicy: deletePolicy,
  DeleteRole: deleteRole,
  DeleteRolePolicy: deleteRolePolicy,
  DeleteUser: deleteUser,
  DeleteUserPolicy: deleteUserPolicy,
  DetachRolePolicy: detachRolePolicy,
  DetachUserPolicy: detachUserPolicy,
  GetAccessKeyLastUsed: getAccessKeyLastUsed,
  GetLoginProfile: getLoginProfile,
  GetPolicy: getPolicy,
  GetPolicyVersion: getPolicyVersion,
  GetRole: getRole,
  GetRolePolicy: getRolePolicy,
  GetUser: getUser,
  GetUserPolicy: getUserPolicy,
  ListAccessKeys: listAccessKeys,
  ListAttachedRolePolicies: listAttachedRolePolicies,
  ListAttachedUserPolicies: listAttachedUserPolicies,
  ListPolicies: listPolicies,
  ListRolePolicies: listRolePolicies,
  ListRoleTags: listRoleTags,
  ListRoles: listRoles,
  ListUserPolicies: listUserPolicies,
  ListUsers: listUsers,
  PutRolePolicy: putRolePolicy,
  PutUserPolicy: putUserPolicy,
  SimulatePrincipalPolicy: simulatePrincipalPolicy,
  TagRole: tagRole,
  UntagRole: untagRole,
  UpdateAccessKey: updateAccessKey,
  UpdateAssumeRolePolicy: updateAssumeRolePolicy,
  UpdateLoginProfile: updateLoginProfile,
};

export const stsOperations: StsOperations = {
  AssumeRole: assumeRole,
  GetCallerIdentity: getCallerIdentity,
  GetSessionToken: getSessionToken,
};
