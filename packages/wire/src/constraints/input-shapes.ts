// The structures that inputs of the service model are made of, members in model order.
// Transcribed from the API model of AWS Organizations (2016-11-28).

import type { Shape } from "./shape.js";

/** By shape name; members name their shapes. An input is named after its operation, `{operation}Request`. */
export const inputShapes = {
  Tag: { type: "structure", required: ["Key", "Value"], members: { Key: "TagKey", Value: "TagValue" } },
  HandshakeParty: {
    type: "structure",
    required: ["Id", "Type"],
    members: { Id: "HandshakePartyId", Type: "HandshakePartyType" },
  },
  HandshakeFilter: {
    type: "structure",
    members: { ActionType: "ActionType", ParentHandshakeId: "HandshakeId" },
  },
  AcceptHandshakeRequest: {
    type: "structure",
    required: ["HandshakeId"],
    members: { HandshakeId: "HandshakeId" },
  },
  AttachPolicyRequest: {
    type: "structure",
    required: ["PolicyId", "TargetId"],
    members: { PolicyId: "PolicyId", TargetId: "PolicyTargetId" },
  },
  CancelHandshakeRequest: {
    type: "structure",
    required: ["HandshakeId"],
    members: { HandshakeId: "HandshakeId" },
  },
  CloseAccountRequest: { type: "structure", required: ["AccountId"], members: { AccountId: "AccountId" } },
  CreateAccountRequest: {
    type: "structure",
    required: ["Email", "AccountName"],
    members: {
      Email: "Email",
      AccountName: "CreateAccountName",
      RoleName: "RoleName",
      IamUserAccessToBilling: "IAMUserAccessToBilling",
      Tags: "Tags",
    },
  },
  CreateGovCloudAccountRequest: {
    type: "structure",
    required: ["Email", "AccountName"],
    members: {
      Email: "Email",
      AccountName: "CreateAccountName",
      RoleName: "RoleName",
      IamUserAccessToBilling: "IAMUserAccessToBilling",
      Tags: "Tags",
    },
  },
  CreateOrganizationRequest: { type: "structure", members: { FeatureSet: "OrganizationFeatureSet" } },
  CreateOrganizationalUnitRequest: {
    type: "structure",
    required: ["ParentId", "Name"],
    members: { ParentId: "ParentId", Name: "OrganizationalUnitName", Tags: "Tags" },
  },
  CreatePolicyRequest: {
    type: "structure",
    required: ["Content", "Description", "Name", "Type"],
    members: {
      Content: "PolicyContent",
      Description: "PolicyDescription",
      Name: "PolicyName",
      Type: "PolicyType",
      Tags: "Tags",
    },
  },
  DeclineHandshakeRequest: {
    type: "structure",
    required: ["HandshakeId"],
    members: { HandshakeId: "HandshakeId" },
  },
  DeleteOrganizationalUnitRequest: {
    type: "structure",
    required: ["OrganizationalUnitId"],
    members: { OrganizationalUnitId: "OrganizationalUnitId" },
  },
  DeletePolicyRequest: { type: "structure", required: ["PolicyId"], members: { PolicyId: "PolicyId" } },
  DeregisterDelegatedAdministratorRequest: {
    type: "structure",
    required: ["AccountId", "ServicePrincipal"],
    members: { AccountId: "AccountId", ServicePrincipal: "ServicePrincipal" },
  },
  DescribeAccountRequest: { type: "structure", required: ["AccountId"], members: { AccountId: "AccountId" } },
  DescribeCreateAccountStatusRequest: {
    type: "structure",
    required: ["CreateAccountRequestId"],
    members: { CreateAccountRequestId: "CreateAccountRequestId" },
  },
  DescribeEffectivePolicyRequest: {
    type: "structure",
    required: ["PolicyType"],
    members: { PolicyType: "EffectivePolicyType", TargetId: "PolicyTargetId" },
  },
  DescribeHandshakeRequest: {
    type: "structure",
    required: ["HandshakeId"],
    members: { HandshakeId: "HandshakeId" },
  },
  DescribeOrganizationalUnitRequest: {
    type: "structure",
    required: ["OrganizationalUnitId"],
    members: { OrganizationalUnitId: "OrganizationalUnitId" },
  },
  DescribePolicyRequest: { type: "structure", required: ["PolicyId"], members: { PolicyId: "PolicyId" } },
  DescribeResponsibilityTransferRequest: {
    type: "structure",
    required: ["Id"],
    members: { Id: "ResponsibilityTransferId" },
  },
  DetachPolicyRequest: {
    type: "structure",
    required: ["PolicyId", "TargetId"],
    members: { PolicyId: "PolicyId", TargetId: "PolicyTargetId" },
  },
  DisableAWSServiceAccessRequest: {
    type: "structure",
    required: ["ServicePrincipal"],
    members: { ServicePrincipal: "ServicePrincipal" },
  },
  DisablePolicyTypeRequest: {
    type: "structure",
    required: ["RootId", "PolicyType"],
    members: { RootId: "RootId", PolicyType: "PolicyType" },
  },
  EnableAWSServiceAccessRequest: {
    type: "structure",
    required: ["ServicePrincipal"],
    members: { ServicePrincipal: "ServicePrincipal" },
  },
  EnableAllFeaturesRequest: { type: "structure", members: {} },
  EnablePolicyTypeRequest: {
    type: "structure",
    required: ["RootId", "PolicyType"],
    members: { RootId: "RootId", PolicyType: "PolicyType" },
  },
  InviteAccountToOrganizationRequest: {
    type: "structure",
    required: ["Target"],
    members: { Target: "HandshakeParty", Notes: "HandshakeNotes", Tags: "Tags" },
  },
  InviteOrganizationToTransferResponsibilityRequest: {
    type: "structure",
    required: ["Type", "Target", "StartTimestamp", "SourceName"],
    members: {
      Type: "ResponsibilityTransferType",
      Target: "HandshakeParty",
      Notes: "HandshakeNotes",
      StartTimestamp: "Timestamp",
      SourceName: "ResponsibilityTransferName",
      Tags: "Tags",
    },
  },
  ListAWSServiceAccessForOrganizationRequest: {
    type: "structure",
    members: { NextToken: "NextToken", MaxResults: "MaxResults" },
  },
  ListAccountsRequest: { type: "structure", members: { NextToken: "NextToken", MaxResults: "MaxResults" } },
  ListAccountsForParentRequest: {
    type: "structure",
    required: ["ParentId"],
    members: { ParentId: "ParentId", NextToken: "NextToken", MaxResults: "MaxResults" },
  },
  ListAccountsWithInvalidEffectivePolicyRequest: {
    type: "structure",
    required: ["PolicyType"],
    members: { PolicyType: "EffectivePolicyType", NextToken: "NextToken", MaxResults: "MaxResults" },
  },
  ListChildrenRequest: {
    type: "structure",
    required: ["ParentId", "ChildType"],
    members: {
      ParentId: "ParentId",
      ChildType: "ChildType",
      NextToken: "NextToken",
      MaxResults: "MaxResults",
    },
  },
  ListCreateAccountStatusRequest: {
    type: "structure",
    members: { States: "CreateAccountStates", NextToken: "NextToken", MaxResults: "MaxResults" },
  },
  ListDelegatedAdministratorsRequest: {
    type: "structure",
    members: { ServicePrincipal: "ServicePrincipal", NextToken: "NextToken", MaxResults: "MaxResults" },
  },
  ListDelegatedServicesForAccountRequest: {
    type: "structure",
    required: ["AccountId"],
    members: { AccountId: "AccountId", NextToken: "NextToken", MaxResults: "MaxResults" },
  },
  ListEffectivePolicyValidationErrorsRequest: {
    type: "structure",
    required: ["AccountId", "PolicyType"],
    members: {
      AccountId: "AccountId",
      PolicyType: "EffectivePolicyType",
      NextToken: "NextToken",
      MaxResults: "MaxResults",
    },
  },
  ListHandshakesForAccountRequest: {
    type: "structure",
    members: { Filter: "HandshakeFilter", NextToken: "NextToken", MaxResults: "MaxResults" },
  },
  ListHandshakesForOrganizationRequest: {
    type: "structure",
    members: { Filter: "HandshakeFilter", NextToken: "NextToken", MaxResults: "MaxResults" },
  },
  ListInboundResponsibilityTransfersRequest: {
    type: "structure",
    required: ["Type"],
    members: {
      Type: "ResponsibilityTransferType",
      Id: "ResponsibilityTransferId",
      NextToken: "NextToken",
      MaxResults: "MaxResults",
    },
  },
  ListOrganizationalUnitsForParentRequest: {
    type: "structure",
    required: ["ParentId"],
    members: { ParentId: "ParentId", NextToken: "NextToken", MaxResults: "MaxResults" },
  },
  ListOutboundResponsibilityTransfersRequest: {
    type: "structure",
    required: ["Type"],
    members: { Type: "ResponsibilityTransferType", NextToken: "NextToken", MaxResults: "MaxResults" },
  },
  ListParentsRequest: {
    type: "structure",
    required: ["ChildId"],
    members: { ChildId: "ChildId", NextToken: "NextToken", MaxResults: "MaxResults" },
  },
  ListPoliciesRequest: {
    type: "structure",
    required: ["Filter"],
    members: { Filter: "PolicyType", NextToken: "NextToken", MaxResults: "MaxResults" },
  },
  ListPoliciesForTargetRequest: {
    type: "structure",
    required: ["TargetId", "Filter"],
    members: {
      TargetId: "PolicyTargetId",
      Filter: "PolicyType",
      NextToken: "NextToken",
      MaxResults: "MaxResults",
    },
  },
  ListRootsRequest: { type: "structure", members: { NextToken: "NextToken", MaxResults: "MaxResults" } },
  ListTagsForResourceRequest: {
    type: "structure",
    required: ["ResourceId"],
    members: { ResourceId: "TaggableResourceId", NextToken: "NextToken" },
  },
  ListTargetsForPolicyRequest: {
    type: "structure",
    required: ["PolicyId"],
    members: { PolicyId: "PolicyId", NextToken: "NextToken", MaxResults: "MaxResults" },
  },
  MoveAccountRequest: {
    type: "structure",
    required: ["AccountId", "SourceParentId", "DestinationParentId"],
    members: { AccountId: "AccountId", SourceParentId: "ParentId", DestinationParentId: "ParentId" },
  },
  PutResourcePolicyRequest: {
    type: "structure",
    required: ["Content"],
    members: { Content: "ResourcePolicyContent", Tags: "Tags" },
  },
  RegisterDelegatedAdministratorRequest: {
    type: "structure",
    required: ["AccountId", "ServicePrincipal"],
    members: { AccountId: "AccountId", ServicePrincipal: "ServicePrincipal" },
  },
  RemoveAccountFromOrganizationRequest: {
    type: "structure",
    required: ["AccountId"],
    members: { AccountId: "AccountId" },
  },
  TagResourceRequest: {
    type: "structure",
    required: ["ResourceId", "Tags"],
    members: { ResourceId: "TaggableResourceId", Tags: "Tags" },
  },
  TerminateResponsibilityTransferRequest: {
    type: "structure",
    required: ["Id"],
    members: { Id: "ResponsibilityTransferId", EndTimestamp: "Timestamp" },
  },
  UntagResourceRequest: {
    type: "structure",
    required: ["ResourceId", "TagKeys"],
    members: { ResourceId: "TaggableResourceId", TagKeys: "TagKeys" },
  },
  UpdateOrganizationalUnitRequest: {
    type: "structure",
    required: ["OrganizationalUnitId"],
    members: { OrganizationalUnitId: "OrganizationalUnitId", Name: "OrganizationalUnitName" },
  },
  UpdatePolicyRequest: {
    type: "structure",
    required: ["PolicyId"],
    members: {
      PolicyId: "PolicyId",
      Name: "PolicyName",
      Description: "PolicyDescription",
      Content: "PolicyContent",
    },
  },
  UpdateResponsibilityTransferRequest: {
    type: "structure",
    required: ["Id", "Name"],
    members: { Id: "ResponsibilityTransferId", Name: "ResponsibilityTransferName" },
  },
} as const satisfies Record<string, Shape>;
