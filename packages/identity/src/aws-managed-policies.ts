// The managed policies that AWS provides in every account, as far as this server has what they are about.

import { ManagedPolicy } from "./state/managed-policy.js";

const allow = (...actions: readonly string[]): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: actions.length === 1 ? actions[0] : actions, Resource: "*" }],
  });

/**
 * Source: the AWS Managed Policy Reference; its page of AdministratorAccess was not read. Of those for Organizations only
 * the statements about Organizations are here: what they say of Account Management and of service-linked roles is left
 * out, as neither is here.
 */
const documents: Readonly<Record<string, string>> = {
  AdministratorAccess: allow("*"),
  AWSOrganizationsFullAccess: allow("organizations:*"),
  AWSOrganizationsReadOnlyAccess: allow("organizations:Describe*", "organizations:List*"),
};

/** By id. */
export const awsManagedPolicies: ReadonlyMap<string, ManagedPolicy> = new Map(
  Object.entries(documents).map(([name, document]) => {
    const id = `aws/${name}`;
    return [
      id,
      new ManagedPolicy({ id, name, path: "/", description: "", document, createdAt: 0, accountId: "aws" }),
    ];
  }),
);
