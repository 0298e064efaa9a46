// State as clients see it: the output structures of AWS's service model.

import type * as aws from "@aws-sdk/client-organizations";
import { nodeArn, organizationArn, policyArn, resourcePolicyArn } from "./arn.js";
import { policyTypes } from "./policy-type-names.js";
import type { AccountCreation } from "./state/account-creations.js";
import type { DelegatedAdministrator, DelegatedService } from "./state/delegated-administrators.js";
import type { Organization } from "./state/organization.js";
import type { Policy } from "./state/policy.js";
import type { ServiceAccess } from "./state/service-access.js";
import { lineage } from "./state/tree-node.js";
import type { MemberAccount, OrganizationalUnit, Parent, TreeNode } from "./state/tree-node.js";

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
    Name: nameOf(organization.root),
    PolicyTypes: policyTypes
      .filter((type) => organization.isListed(type))
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
    // AWS shows a closed account as suspended where it had no better word, and as closed where it has.
    Status: account.closedAt === undefined ? "ACTIVE" : "SUSPENDED",
    State: account.closedAt === undefined ? "ACTIVE" : "CLOSED",
    Paths: [pathOf(organization, member)],
    JoinedMethod: method,
    JoinedTimestamp: new Date(joinedAt),
  };
}

export function parentShape({ id, kind }: Parent): aws.Parent {
  return { Id: id, Type: kind === "root" ? "ROOT" : "ORGANIZATIONAL_UNIT" };
}

export function childShape({ id, kind }: MemberAccount | OrganizationalUnit): aws.Child {
  return { Id: id, Type: kind === "account" ? "ACCOUNT" : "ORGANIZATIONAL_UNIT" };
}

export function targetShape(organization: Organization, node: TreeNode): aws.PolicyTargetSummary {
  return {
    TargetId: node.id,
    Arn: nodeArn(organization, node),
    Name: nameOf(node),
    Type: targetTypes[node.kind],
  };
}

const targetTypes = {
  root: "ROOT",
  "organizational-unit": "ORGANIZATIONAL_UNIT",
  account: "ACCOUNT",
} as const satisfies Record<TreeNode["kind"], aws.TargetType>;

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
    ...outcomeOf(result),
  };
}

function outcomeOf(result: AccountCreation["result"]): aws.CreateAccountStatus {
  if (result.state === "FAILED") return { FailureReason: result.reason };
  const { accountId: AccountId, govCloudAccountId: GovCloudAccountId } = result;
  return GovCloudAccountId === undefined ? { AccountId } : { AccountId, GovCloudAccountId };
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

/** Nothing where there is none. */
export function resourcePolicyShape(organization: Organization): { ResourcePolicy?: aws.ResourcePolicy } {
  const { resourcePolicy } = organization;
  if (resourcePolicy === undefined) return {};
  const { id, content } = resourcePolicy;
  const summary = { Id: id, Arn: resourcePolicyArn(organization, id) };
  return { ResourcePolicy: { ResourcePolicySummary: summary, Content: content } };
}

export function serviceAccessShape({
  servicePrincipal,
  enabledAt,
}: ServiceAccess): aws.EnabledServicePrincipal {
  return { ServicePrincipal: servicePrincipal, DateEnabled: new Date(enabledAt) };
}

export function delegatedAdministratorShape(
  organization: Organization,
  { member, since }: DelegatedAdministrator,
): aws.DelegatedAdministrator {
  const { Paths: _, ...account } = accountShape(organization, member);
  return { ...account, DelegationEnabledDate: new Date(since) };
}

export function delegatedServiceShape({ servicePrincipal, since }: DelegatedService): aws.DelegatedService {
  return { ServicePrincipal: servicePrincipal, DelegationEnabledDate: new Date(since) };
}

function nameOf(node: TreeNode): string {
  switch (node.kind) {
    case "root":
      return "Root";
    case "organizational-unit":
      return node.name;
    case "account":
      return node.membership.account.name;
  }
}

/** `o-…/r-…/ou-…/123456789012/`. */
export function pathOf(organization: Organization, node: TreeNode): string {
  const ids = [...lineage(node)].toReversed().map(({ id }) => id);
  return `${[organization.id, ...ids].join("/")}/`;
}
