// Inputs and outputs per operation, as AWS's own SDK types them. Adding an operation begins with a line here.

import type * as aws from "@aws-sdk/client-organizations";

/** No member at all. */
type Nothing = Record<string, never>;

/** Input and output of every operation that exists here. */
export interface OperationTypes {
  AttachPolicy: [aws.AttachPolicyRequest, Nothing];
  CreateAccount: [aws.CreateAccountRequest, aws.CreateAccountResponse];
  CreateOrganization: [aws.CreateOrganizationRequest, aws.CreateOrganizationResponse];
  CreateOrganizationalUnit: [aws.CreateOrganizationalUnitRequest, aws.CreateOrganizationalUnitResponse];
  CreatePolicy: [aws.CreatePolicyRequest, aws.CreatePolicyResponse];
  DeletePolicy: [aws.DeletePolicyRequest, Nothing];
  DescribeCreateAccountStatus: [
    aws.DescribeCreateAccountStatusRequest,
    aws.DescribeCreateAccountStatusResponse,
  ];
  DescribeEffectivePolicy: [aws.DescribeEffectivePolicyRequest, aws.DescribeEffectivePolicyResponse];
  DescribeOrganization: [Nothing, aws.DescribeOrganizationResponse];
  DescribePolicy: [aws.DescribePolicyRequest, aws.DescribePolicyResponse];
  DetachPolicy: [aws.DetachPolicyRequest, Nothing];
  DisablePolicyType: [aws.DisablePolicyTypeRequest, aws.DisablePolicyTypeResponse];
  EnablePolicyType: [aws.EnablePolicyTypeRequest, aws.EnablePolicyTypeResponse];
  ListAccounts: [aws.ListAccountsRequest, aws.ListAccountsResponse];
  ListOrganizationalUnitsForParent: [
    aws.ListOrganizationalUnitsForParentRequest,
    aws.ListOrganizationalUnitsForParentResponse,
  ];
  ListPolicies: [aws.ListPoliciesRequest, aws.ListPoliciesResponse];
  ListPoliciesForTarget: [aws.ListPoliciesForTargetRequest, aws.ListPoliciesForTargetResponse];
  ListRoots: [aws.ListRootsRequest, aws.ListRootsResponse];
  MoveAccount: [aws.MoveAccountRequest, Nothing];
  UpdatePolicy: [aws.UpdatePolicyRequest, aws.UpdatePolicyResponse];
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
