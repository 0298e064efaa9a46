// What each operation is done to, as policies see it. Source: AWS's service authorization reference.

import type { PolicyType, Tag } from "@aws-sdk/client-organizations";
import type { NewResource } from "../arn.js";
import type { Input, OperationName } from "../operation-types.js";
import type { Organization } from "../state/organization.js";

export interface Subject {
  /** Of everything that it is done to; none where the action has no resource. */
  readonly ids?: readonly string[];
  /** What it makes, which has no id yet. */
  readonly creates?: NewResource;
  readonly policyType?: PolicyType | undefined;
  readonly servicePrincipal?: string | undefined;
  /** That the request sets. */
  readonly tags?: readonly Tag[] | undefined;
  /** Of the tags that the request takes off. */
  readonly tagKeys?: readonly string[];
}

interface Asker {
  readonly organization: Organization;
  readonly accountId: string;
}

type Subjects = {
  readonly [Name in OperationName]: (input: Input<Name>, asker: Asker) => Subject;
};

const nothing = (): Subject => ({});
const account = ({ AccountId }: { readonly AccountId: string }): Subject => ({ ids: [AccountId] });
const parent = ({ ParentId }: { readonly ParentId: string }): Subject => ({ ids: [ParentId] });
const unit = ({ OrganizationalUnitId: id }: { readonly OrganizationalUnitId: string }): Subject => ({
  ids: [id],
});
const rootFor = (input: { readonly RootId: string; readonly PolicyType: PolicyType }): Subject => ({
  ids: [input.RootId],
  policyType: input.PolicyType,
});

function policy({ PolicyId: id }: { readonly PolicyId: string }, { organization }: Asker): Subject {
  return { ids: [id], policyType: organization.policies.get(id)?.type };
}

function attachment(
  { PolicyId, TargetId }: { readonly PolicyId: string; readonly TargetId: string },
  { organization }: Asker,
): Subject {
  return { ids: [PolicyId, TargetId], policyType: organization.policies.get(PolicyId)?.type };
}

/** The one that there is. */
function resourcePolicy(_: object, { organization }: Pick<Asker, "organization">): Subject {
  return { ids: organization.resourcePolicy === undefined ? [] : [organization.resourcePolicy.id] };
}

const service = (input: { readonly ServicePrincipal?: string | undefined }): Subject => ({
  servicePrincipal: input.ServicePrincipal,
});
const delegate = (input: { readonly AccountId: string; readonly ServicePrincipal: string }): Subject => ({
  ids: [input.AccountId],
  servicePrincipal: input.ServicePrincipal,
});

/** Made or invited, and then with these tags: no resource of the organization yet. */
const newAccount = ({ Tags: tags }: { readonly Tags?: readonly Tag[] | undefined }): Subject => ({
  creates: { kind: "account" },
  tags,
});

/** A row for every operation: a missing one is a compile error. */
export const subjects: Subjects = {
  AcceptHandshake: nothing,
  AttachPolicy: attachment,
  CancelHandshake: nothing,
  CloseAccount: account,
  CreateAccount: newAccount,
  CreateOrganization: nothing,
  CreateOrganizationalUnit: ({ ParentId, Tags: tags }) => ({
    ids: [ParentId],
    creates: { kind: "ou" },
    tags,
  }),
  CreatePolicy: ({ Type: policyType, Tags: tags }) => ({
    creates: { kind: "policy", policyType },
    policyType,
    tags,
  }),
  DeclineHandshake: nothing,
  DeleteOrganization: nothing,
  DeleteOrganizationalUnit: unit,
  DeletePolicy: policy,
  DeleteResourcePolicy: resourcePolicy,
  DeregisterDelegatedAdministrator: delegate,
  DescribeAccount: account,
  DescribeCreateAccountStatus: nothing,
  DescribeEffectivePolicy: ({ PolicyType: policyType, TargetId }, { accountId }) => ({
    ids: [TargetId ?? accountId],
    policyType,
  }),
  DescribeHandshake: nothing,
  DescribeOrganization: nothing,
  DescribeOrganizationalUnit: unit,
  DescribePolicy: policy,
  DescribeResourcePolicy: resourcePolicy,
  DetachPolicy: attachment,
  DisableAWSServiceAccess: service,
  DisablePolicyType: rootFor,
  EnableAWSServiceAccess: service,
  EnableAllFeatures: nothing,
  EnablePolicyType: rootFor,
  InviteAccountToOrganization: newAccount,
  LeaveOrganization: nothing,
  ListAWSServiceAccessForOrganization: nothing,
  ListAccounts: nothing,
  ListAccountsForParent: parent,
  ListAccountsWithInvalidEffectivePolicy: ({ PolicyType: policyType }) => ({ policyType }),
  ListChildren: parent,
  ListCreateAccountStatus: nothing,
  ListDelegatedAdministrators: service,
  ListDelegatedServicesForAccount: account,
  ListEffectivePolicyValidationErrors: ({ AccountId, PolicyType: policyType }) => ({
    ids: [AccountId],
    policyType,
  }),
  ListHandshakesForAccount: nothing,
  ListHandshakesForOrganization: nothing,
  ListOrganizationalUnitsForParent: parent,
  ListParents: ({ ChildId }) => ({ ids: [ChildId] }),
  ListPolicies: ({ Filter }) => ({ policyType: Filter }),
  ListPoliciesForTarget: ({ TargetId, Filter }) => ({ ids: [TargetId], policyType: Filter }),
  ListRoots: nothing,
  ListTagsForResource: ({ ResourceId }) => ({ ids: [ResourceId] }),
  ListTargetsForPolicy: policy,
  MoveAccount: ({ AccountId, SourceParentId, DestinationParentId }) => ({
    ids: [AccountId, SourceParentId, DestinationParentId],
  }),
  PutResourcePolicy: (input, { organization }) => ({
    ...resourcePolicy(input, { organization }),
    creates: { kind: "resourcepolicy" },
    tags: input.Tags,
  }),
  RegisterDelegatedAdministrator: delegate,
  RemoveAccountFromOrganization: account,
  TagResource: ({ ResourceId, Tags: tags }) => ({ ids: [ResourceId], tags }),
  UntagResource: ({ ResourceId, TagKeys: tagKeys }) => ({ ids: [ResourceId], tagKeys }),
  UpdateOrganizationalUnit: unit,
  UpdatePolicy: policy,
};
