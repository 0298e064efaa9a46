// State as clients see it: the output structures of AWS's service model.

import type * as aws from "@aws-sdk/client-organizations";
import { nodeArn, organizationArn, policyArn } from "./arn.js";
import { policyTypes } from "./policy-type-names.js";
import type { AccountCreation, Organization } from "./state/organization.js";
import type { Policy } from "./state/policy.js";
import { lineage } from "./state/tree-node.js";
import type { MemberAccount, OrganizationalUnit, TreeNode } from "./state/tree-node.js";

export function organizationShape(organization: Organization): aws.Organization {
  const management = organization.accounts.get(organization.managementAccountId);
  return {
    Id: organization.id,
    Arn: organizationArn(organization),
    FeatureSet: organization.featureSet,
    MasterAccountArn: management && nodeArn(organization, management),
    MasterAccountId: organization.managementAccountId,
    MasterAccountEmail: management?.membership.account.email,
    // AWS keeps this member for old clients; it names service control policies and nothing else.
    AvailablePolicyTypes:
      organization.featureSet === "ALL" ? [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }] : [],
  };
}

export function rootShape(organization: Organization): aws.Root {
  return {
    Id: organization.root.id,
    Arn: nodeArn(organization, organization.root),
    Name: "Root",
    PolicyTypes: policyTypes
      .filter((type) => organization.isEnabled(type))
      .map((Type) => ({ Type, Status: "ENABLED" })),
  };
}

export function unitShape(organization: Organization, unit: OrganizationalUnit): aws.OrganizationalUnit {
  return {
    Id: unit.id,
    Arn: nodeArn(organization, unit),
    Name: unit.name,
    Path: pathOf(organization, unit),
  };
}

export function accountShape(organization: Organization, member: MemberAccount): aws.Account {
  const { account, method, joinedAt } = member.membership;
  return {
    Id: account.id,
    Arn: nodeArn(organization, member),
    Email: account.email,
    Name: account.name,
    Status: "ACTIVE",
    State: "ACTIVE",
    Paths: [pathOf(organization, member)],
    JoinedMethod: method,
    JoinedTimestamp: new Date(joinedAt),
  };
}

export function accountCreationShape({
  id,
  accountName,
  requestedAt,
  result,
}: AccountCreation): aws.CreateAccountStatus {
  return {
    Id: id,
    AccountName: accountName,
    State: result.state,
    RequestedTimestamp: new Date(requestedAt),
    CompletedTimestamp: new Date(requestedAt),
    ...(result.state === "SUCCEEDED" ? { AccountId: result.accountId } : { FailureReason: result.reason }),
  };
}

export function policySummaryShape(organization: Organization, policy: Policy): aws.PolicySummary {
  return {
    Id: policy.id,
    Arn: policyArn(organization, policy),
    Name: policy.name,
    Description: policy.description,
    Type: policy.type,
    AwsManaged: policy.awsManaged,
  };
}

export function policyShape(organization: Organization, policy: Policy): aws.Policy {
  return { PolicySummary: policySummaryShape(organization, policy), Content: policy.content };
}

/** `o-…/r-…/ou-…/123456789012/`. */
function pathOf(organization: Organization, node: TreeNode): string {
  const ids = [...lineage(node)].toReversed().map(({ id }) => id);
  return `${[organization.id, ...ids].join("/")}/`;
}
