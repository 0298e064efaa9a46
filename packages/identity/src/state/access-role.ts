// The role that an account gets which an organization makes: by it the management account enters.

import { awsManagedPolicies } from "../aws-managed-policies.js";
import { accessRoleId } from "../ids.js";
import { Role } from "./policy-holder.js";

/** All that there is to say of one that nobody changed yet: there may be 100,000 of them. */
export interface AccessRole {
  readonly name: string;
  readonly managementAccountId: string;
  readonly partition: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** Source: "Accessing a member account that has OrganizationAccountAccessRole": administrator rights. */
export function accessRoleOf(accountId: string, facts: AccessRole): Role {
  const { name, managementAccountId, partition, createdAt } = facts;
  const trustPolicy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: `arn:${partition}:iam::${managementAccountId}:root` },
        Action: "sts:AssumeRole",
      },
    ],
  });
  const id = accessRoleId(accountId);
  const role = new Role({
    id,
    accountId,
    name,
    path: "/",
    maxSessionSeconds: 3600,
    trustPolicy,
    tags: [],
    createdAt,
  });
  const administrator = awsManagedPolicies.get("aws/AdministratorAccess");
  if (administrator !== undefined) role.attach(administrator);
  return role;
}
