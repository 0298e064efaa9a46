// Inputs and outputs per operation, as AWS's own SDK types them. Adding an operation begins with a line here.

import type * as aws from "@aws-sdk/client-organizations";

/** No member at all. */
type Nothing = Record<string, never>;

/** Input and output of every operation that exists here. */
export interface OperationTypes {
  AcceptHandshake: [aws.AcceptHandshakeRequest, aws.AcceptHandshakeResponse];
  AttachPolicy: [aws.AttachPolicyRequest, Nothing];
  CancelHandshake: [aws.CancelHandshakeRequest, aws.CancelHandshakeResponse];
  CloseAccount: [aws.CloseAccountRequest, Nothing];
  CreateAccount: [aws.CreateAccountRequest, aws.CreateAccountResponse];
  CreateGovCloudAccount: [aws.CreateGovCloudAccountRequest, aws.CreateGovCloudAccountResponse];
  CreateOrganization: [aws.CreateOrganizationRequest, aws.CreateOrganizationResponse];
  CreateOrganizationalUnit: [aws.CreateOrganizationalUnitRequest, aws.CreateOrganizationalUnitResponse];
  CreatePolicy: [aws.CreatePolicyRequest, aws.CreatePolicyResponse];
  DeclineHandshake: [aws.DeclineHandshakeRequest, aws.DeclineHandshakeResponse];
  DeleteOrganization: [Nothing, Nothing];
  DeleteOrganizationalUnit: [aws.DeleteOrganizationalUnitRequest, Nothing];
  DeletePolicy: [aws.DeletePolicyRequest, Nothing];
  DeleteResourcePolicy: [Nothing, Nothing];
  DeregisterDelegatedAdministrator: [aws.DeregisterDelegatedAdministratorRequest, Nothing];
  DescribeAccount: [aws.DescribeAccountRequest, aws.DescribeAccountResponse];
  DescribeCreateAccountStatus: [
    aws.DescribeCreateAccountStatusRequest,
    aws.DescribeCreateAccountStatusResponse,
  ];
  DescribeEffectivePolicy: [aws.DescribeEffectivePolicyRequest, aws.DescribeEffectivePolicyResponse];
  DescribeHandshake: [aws.DescribeHandshakeRequest, aws.DescribeHandshakeResponse];
  DescribeOrganization: [Nothing, aws.DescribeOrganizationResponse];
  DescribeOrganizationalUnit: [aws.DescribeOrganizationalUnitRequest, aws.DescribeOrganizationalUnitResponse];
  DescribePolicy: [aws.DescribePolicyRequest, aws.DescribePolicyResponse];
  DescribeResourcePolicy: [Nothing, aws.DescribeResourcePolicyResponse];
  DescribeResponsibilityTransfer: [
    aws.DescribeResponsibilityTransferRequest,
    aws.DescribeResponsibilityTransferResponse,
  ];
  DetachPolicy: [aws.DetachPolicyRequest, Nothing];
  DisableAWSServiceAccess: [aws.DisableAWSServiceAccessRequest, Nothing];
  DisablePolicyType: [aws.DisablePolicyTypeRequest, aws.DisablePolicyTypeResponse];
  EnableAWSServiceAccess: [aws.EnableAWSServiceAccessRequest, Nothing];
  EnableAllFeatures: [Nothing, aws.EnableAllFeaturesResponse];
  EnablePolicyType: [aws.EnablePolicyTypeRequest, aws.EnablePolicyTypeResponse];
  InviteAccountToOrganization: [
    aws.InviteAccountToOrganizationRequest,
    aws.InviteAccountToOrganizationResponse,
  ];
  InviteOrganizationToTransferResponsibility: [
    aws.InviteOrganizationToTransferResponsibilityRequest,
    aws.InviteOrganizationToTransferResponsibilityResponse,
  ];
  LeaveOrganization: [Nothing, Nothing];
  ListAWSServiceAccessForOrganization: [
    aws.ListAWSServiceAccessForOrganizationRequest,
    aws.ListAWSServiceAccessForOrganizationResponse,
  ];
  ListAccounts: [aws.ListAccountsRequest, aws.ListAccountsResponse];
  ListAccountsForParent: [aws.ListAccountsForParentRequest, aws.ListAccountsForParentResponse];
  ListAccountsWithInvalidEffectivePolicy: [
    aws.ListAccountsWithInvalidEffectivePolicyRequest,
    aws.ListAccountsWithInvalidEffectivePolicyResponse,
  ];
  ListChildren: [aws.ListChildrenRequest, aws.ListChildrenResponse];
  ListCreateAccountStatus: [aws.ListCreateAccountStatusRequest, aws.ListCreateAccountStatusResponse];
  ListDelegatedAdministrators: [
    aws.ListDelegatedAdministratorsRequest,
    aws.ListDelegatedAdministratorsResponse,
  ];
  ListDelegatedServicesForAccount: [
    aws.ListDelegatedServicesForAccountRequest,
    aws.ListDelegatedServicesForAccountResponse,
  ];
  ListEffectivePolicyValidationErrors: [
    aws.ListEffectivePolicyValidationErrorsRequest,
    aws.ListEffectivePolicyValidationErrorsResponse,
  ];
  ListHandshakesForAccount: [aws.ListHandshakesForAccountRequest, aws.ListHandshakesForAccountResponse];
  ListHandshakesForOrganization: [
    aws.ListHandshakesForOrganizationRequest,
    aws.ListHandshakesForOrganizationResponse,
  ];
  ListInboundResponsibilityTransfers: [
    aws.ListInboundResponsibilityTransfersRequest,
    aws.ListInboundResponsibilityTransfersResponse,
  ];
  ListOrganizationalUnitsForParent: [
    aws.ListOrganizationalUnitsForParentRequest,
    aws.ListOrganizationalUnitsForParentResponse,
  ];
  ListOutboundResponsibilityTransfers: [
    aws.ListOutboundResponsibilityTransfersRequest,
    aws.ListOutboundResponsibilityTransfersResponse,
  ];
  ListParents: [aws.ListParentsRequest, aws.ListParentsResponse];
  ListPolicies: [aws.ListPoliciesRequest, aws.ListPoliciesResponse];
  ListPoliciesForTarget: [aws.ListPoliciesForTargetRequest, aws.ListPoliciesForTargetResponse];
  ListRoots: [aws.ListRootsRequest, aws.ListRootsResponse];
  ListTagsForResource: [aws.ListTagsForResourceRequest, aws.ListTagsForResourceResponse];
  ListTargetsForPolicy: [aws.ListTargetsForPolicyRequest, aws.ListTargetsForPolicyResponse];
  MoveAccount: [aws.MoveAccountRequest, Nothing];
  PutResourcePolicy: [aws.PutResourcePolicyRequest, aws.PutResourcePolicyResponse];
  RegisterDelegatedAdministrator: [aws.RegisterDelegatedAdministratorRequest, Nothing];
  RemoveAccountFromOrganization: [aws.RemoveAccountFromOrganizationRequest, Nothing];
  TagResource: [aws.TagResourceRequest, Nothing];
  TerminateResponsibilityTransfer: [
    aws.TerminateResponsibilityTransferRequest,
    aws.TerminateResponsibilityTransferResponse,
  ];
  UntagResource: [aws.UntagResourceRequest, Nothing];
  UpdateOrganizationalUnit: [aws.UpdateOrganizationalUnitRequest, aws.UpdateOrganizationalUnitResponse];
  UpdatePolicy: [aws.UpdatePolicyRequest, aws.UpdatePolicyResponse];
  UpdateResponsibilityTransfer: [
    aws.UpdateResponsibilityTransferRequest,
    aws.UpdateResponsibilityTransferResponse,
  ];
}

export type OperationName = keyof OperationTypes;

/** The SDK adds `undefined` to required members; once the constraint table has let an input pass, they are there. */
type Present<T> = {
  readonly [K in keyof T]: undefined extends T[K]
    ? Nothing extends Pick<T, K>
      ? T[K]
      : Exclude<T[K], undefined>
    : T[K];
};

/** An input that the constraint table has let pass. */
export type Input<Name extends OperationName> = Present<OperationTypes[Name][0]>;
export type Output<Name extends OperationName> = OperationTypes[Name][1];
