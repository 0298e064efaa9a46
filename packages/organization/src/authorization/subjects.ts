// What each operation is done to, as policies see it. Source: AWS's service authorization reference.

import type { PolicyType, Tag } from "@aws-sdk/client-organizations";
import { handshakeArn, newResourceArn } from "../arn.js";
import type { NewResource } from "../arn.js";
import { partIn } from "../handshake-rules.js";
import type { Input, OperationName } from "../operation-types.js";
import type { Context } from "../operation.js";
import type { Organization } from "../state/organization.js";
import { transferView } from "../transfer-rules.js";
import type { Direction } from "../transfer-rules.js";

export interface Subject {
  /** Of everything in the caller's organization that it is done to; none where the action has no resource. */
  readonly ids?: readonly (string | undefined)[];
  /** Of what it is done to, where that is another organization's, or not in the caller's yet. */
  readonly arn?: string | undefined;
  /** What it makes or lets in. */
  readonly creates?: NewResource;
  readonly policyType?: PolicyType | undefined;
  readonly servicePrincipal?: string | undefined;
  /** Of a transfer, seen from the caller's organization. */
  readonly transferDirection?: Direction | undefined;
  /** That the request sets. */
  readonly tags?: readonly Tag[] | undefined;
  /** Of the tags that the request takes off. */
  readonly tagKeys?: readonly string[] | undefined;
  /** Whether the caller's account leaves its organization by it. */
  readonly leaves?: boolean;
}

/** The caller's account, and its organization, if it has one. */
interface Asker extends Pick<Context, "cell" | "account"> {
  readonly organization: Organization | undefined;
}

/**
 * Members may be absent, required ones too: somebody may ask before there is a whole input. What is not named is asked
 * for as `*`.
 */
export type PartialInput<Name extends OperationName> = {
  readonly [Member in keyof Input<Name>]?: Input<Name>[Member] | undefined;
};

type Subjects = {
  readonly [Name in OperationName]: (input: PartialInput<Name>, asker: Asker) => Subject;
};

type Id = string | undefined;

const nothing = (): Subject => ({});
const account = ({ AccountId }: { readonly AccountId?: Id }): Subject => ({ ids: [AccountId] });
const parent = ({ ParentId }: { readonly ParentId?: Id }): Subject => ({ ids: [ParentId] });
const unit = ({ OrganizationalUnitId: id }: { readonly OrganizationalUnitId?: Id }): Subject => ({
  ids: [id],
});
const rootFor = (input: { readonly RootId?: Id; readonly PolicyType?: PolicyType | undefined }): Subject => ({
  ids: [input.RootId],
  policyType: input.PolicyType,
});

function policy({ PolicyId: id }: { readonly PolicyId?: Id }, asker: Asker): Subject {
  return { ids: [id], policyType: typeOf(id, asker) };
}

function attachment(
  { PolicyId, TargetId }: { readonly PolicyId?: Id; readonly TargetId?: Id },
  asker: Asker,
): Subject {
  return { ids: [PolicyId, TargetId], policyType: typeOf(PolicyId, asker) };
}

function typeOf(policyId: Id, { organization }: Asker): PolicyType | undefined {
  return policyId === undefined ? undefined : organization?.policies.get(policyId)?.type;
}

/** The one that there is. */
function resourcePolicy(_: object, { organization }: Pick<Asker, "organization">): Subject {
  return { ids: organization?.resourcePolicy === undefined ? [] : [organization.resourcePolicy.id] };
}

const service = (input: { readonly ServicePrincipal?: string | undefined }): Subject => ({
  servicePrincipal: input.ServicePrincipal,
});
const delegate = (input: { readonly AccountId?: Id; readonly ServicePrincipal?: Id }): Subject => ({
  ids: [input.AccountId],
  servicePrincipal: input.ServicePrincipal,
});

/** Whichever organization sent it. One that the caller has no part in is not given away by its ARN. */
function handshake({ HandshakeId: id }: { readonly HandshakeId?: Id }, asker: Asker): Subject {
  const part = id === undefined ? undefined : partIn(id, asker);
  return { arn: part && handshakeArn(part.organization, part.handshake) };
}

/** Who accepts an invitation leaves the organization that it is in. */
function acceptance(input: { readonly HandshakeId?: Id }, asker: Asker): Subject {
  const { HandshakeId: id } = input;
  const part = id === undefined ? undefined : partIn(id, asker);
  const { organization } = asker;
  const leaves =
    part?.handshake.action === "INVITE" && organization !== undefined && organization !== part.organization;
  return { ...handshake(input, asker), leaves };
}

/** AWS's own examples let a delegated administrator create policies by the ARNs that these will have. */
function newPolicy(
  { Type: policyType, Tags: tags }: PartialInput<"CreatePolicy">,
  { organization }: Asker,
): Subject {
  if (policyType === undefined) return { tags };
  const creates = { kind: "policy", policyType } as const;
  return { arn: organization && newResourceArn(organization, creates), creates, policyType, tags };
}

/** An account, by its id where the request has that; who has an address is not given away. */
function invitation(
  { Target, Tags: tags }: PartialInput<"InviteAccountToOrganization">,
  { organization }: Pick<Asker, "organization">,
): Subject {
  if (Target === undefined) return { tags };
  const creates = { kind: "account", id: Target.Type === "ACCOUNT" ? Target.Id : undefined } as const;
  return { arn: organization && newResourceArn(organization, creates), creates, tags };
}

/** Asked for by the account, as the reference has it; the tags are those of the transfer. */
function transferInvitation(
  input: PartialInput<"InviteOrganizationToTransferResponsibility">,
  asker: Asker,
): Subject {
  return { ...invitation(input, asker), creates: { kind: "transfer" }, transferDirection: "inbound" };
}

function transfer({ Id: id }: { readonly Id?: Id }, asker: Asker): Subject {
  return { ids: [id], transferDirection: directionOf(id, asker) };
}

function directionOf(id: Id, { cell, organization }: Asker): Direction | undefined {
  if (id === undefined || organization === undefined) return undefined;
  return transferView(cell, organization, id)?.direction;
}

const transfers = (transferDirection: Direction) => (): Subject => ({ transferDirection });

/** A row for every operation: a missing one is a compile error. */
export const subjects: Subjects = {
  AcceptHandshake: acceptance,
  AttachPolicy: attachment,
  CancelHandshake: handshake,
  CloseAccount: account,
  CreateAccount: ({ Tags: tags }) => ({ creates: { kind: "account" }, tags }),
  CreateGovCloudAccount: ({ Tags: tags }) => ({ creates: { kind: "account" }, tags }),
  CreateOrganization: nothing,
  CreateOrganizationalUnit: ({ ParentId, Tags: tags }) => ({
    ids: [ParentId],
    creates: { kind: "ou" },
    tags,
  }),
  CreatePolicy: newPolicy,
  DeclineHandshake: handshake,
  DeleteOrganization: nothing,
  DeleteOrganizationalUnit: unit,
  DeletePolicy: policy,
  DeleteResourcePolicy: resourcePolicy,
  DeregisterDelegatedAdministrator: delegate,
  DescribeAccount: account,
  DescribeCreateAccountStatus: nothing,
  DescribeEffectivePolicy: ({ PolicyType: policyType, TargetId }, { account: { id } }) => ({
    ids: [TargetId ?? id],
    policyType,
  }),
  DescribeHandshake: handshake,
  DescribeOrganization: nothing,
  DescribeOrganizationalUnit: unit,
  DescribePolicy: policy,
  DescribeResourcePolicy: resourcePolicy,
  DescribeResponsibilityTransfer: transfer,
  DetachPolicy: attachment,
  DisableAWSServiceAccess: service,
  DisablePolicyType: rootFor,
  EnableAWSServiceAccess: service,
  EnableAllFeatures: nothing,
  EnablePolicyType: rootFor,
  InviteAccountToOrganization: invitation,
  InviteOrganizationToTransferResponsibility: transferInvitation,
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
  ListInboundResponsibilityTransfers: transfers("inbound"),
  ListOrganizationalUnitsForParent: parent,
  ListOutboundResponsibilityTransfers: transfers("outbound"),
  ListParents: ({ ChildId }) => ({ ids: [ChildId] }),
  ListPolicies: ({ Filter }) => ({ policyType: Filter }),
  ListPoliciesForTarget: ({ TargetId, Filter }) => ({ ids: [TargetId], policyType: Filter }),
  ListRoots: nothing,
  ListTagsForResource: ({ ResourceId: id }, asker) => ({
    ids: [id],
    transferDirection: directionOf(id, asker),
  }),
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
  TagResource: ({ ResourceId: id, Tags: tags }, asker) => ({
    ids: [id],
    transferDirection: directionOf(id, asker),
    tags,
  }),
  TerminateResponsibilityTransfer: transfer,
  UntagResource: ({ ResourceId: id, TagKeys: tagKeys }, asker) => ({
    ids: [id],
    transferDirection: directionOf(id, asker),
    tagKeys,
  }),
  UpdateOrganizationalUnit: unit,
  UpdatePolicy: policy,
  UpdateResponsibilityTransfer: transfer,
};
