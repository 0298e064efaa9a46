// The AWS SDK for JavaScript as a client of journeys.

import * as aws from "@aws-sdk/client-organizations";
import { GetCallerIdentityCommand, STSClient, STSServiceException } from "@aws-sdk/client-sts";
import type { OperationName, Output } from "@withhold/organization";
import type { SigningKey } from "../running-cell.js";
import { InFile } from "./client.js";
import type { Client, Identity, Input, ListName, Paging, Refused, Reply } from "./client.js";

type AnyCommand = Parameters<aws.OrganizationsClient["send"]>[0];
type CommandOf = new (input: never) => object;
type Pages = (
  config: { client: aws.OrganizationsClient; pageSize?: number; startingToken?: string },
  input: never,
) => AsyncIterable<object>;

const commands: Readonly<Record<OperationName, CommandOf>> = {
  AcceptHandshake: aws.AcceptHandshakeCommand,
  AttachPolicy: aws.AttachPolicyCommand,
  CancelHandshake: aws.CancelHandshakeCommand,
  CloseAccount: aws.CloseAccountCommand,
  CreateAccount: aws.CreateAccountCommand,
  CreateGovCloudAccount: aws.CreateGovCloudAccountCommand,
  CreateOrganization: aws.CreateOrganizationCommand,
  CreateOrganizationalUnit: aws.CreateOrganizationalUnitCommand,
  CreatePolicy: aws.CreatePolicyCommand,
  DeclineHandshake: aws.DeclineHandshakeCommand,
  DeleteOrganization: aws.DeleteOrganizationCommand,
  DeleteOrganizationalUnit: aws.DeleteOrganizationalUnitCommand,
  DeletePolicy: aws.DeletePolicyCommand,
  DeleteResourcePolicy: aws.DeleteResourcePolicyCommand,
  DeregisterDelegatedAdministrator: aws.DeregisterDelegatedAdministratorCommand,
  DescribeAccount: aws.DescribeAccountCommand,
  DescribeCreateAccountStatus: aws.DescribeCreateAccountStatusCommand,
  DescribeEffectivePolicy: aws.DescribeEffectivePolicyCommand,
  DescribeHandshake: aws.DescribeHandshakeCommand,
  DescribeOrganization: aws.DescribeOrganizationCommand,
  DescribeOrganizationalUnit: aws.DescribeOrganizationalUnitCommand,
  DescribePolicy: aws.DescribePolicyCommand,
  DescribeResourcePolicy: aws.DescribeResourcePolicyCommand,
  DescribeResponsibilityTransfer: aws.DescribeResponsibilityTransferCommand,
  DetachPolicy: aws.DetachPolicyCommand,
  DisableAWSServiceAccess: aws.DisableAWSServiceAccessCommand,
  DisablePolicyType: aws.DisablePolicyTypeCommand,
  EnableAWSServiceAccess: aws.EnableAWSServiceAccessCommand,
  EnableAllFeatures: aws.EnableAllFeaturesCommand,
  EnablePolicyType: aws.EnablePolicyTypeCommand,
  InviteAccountToOrganization: aws.InviteAccountToOrganizationCommand,
  InviteOrganizationToTransferResponsibility: aws.InviteOrganizationToTransferResponsibilityCommand,
  LeaveOrganization: aws.LeaveOrganizationCommand,
  ListAWSServiceAccessForOrganization: aws.ListAWSServiceAccessForOrganizationCommand,
  ListAccounts: aws.ListAccountsCommand,
  ListAccountsForParent: aws.ListAccountsForParentCommand,
  ListAccountsWithInvalidEffectivePolicy: aws.ListAccountsWithInvalidEffectivePolicyCommand,
  ListChildren: aws.ListChildrenCommand,
  ListCreateAccountStatus: aws.ListCreateAccountStatusCommand,
  ListDelegatedAdministrators: aws.ListDelegatedAdministratorsCommand,
  ListDelegatedServicesForAccount: aws.ListDelegatedServicesForAccountCommand,
  ListEffectivePolicyValidationErrors: aws.ListEffectivePolicyValidationErrorsCommand,
  ListHandshakesForAccount: aws.ListHandshakesForAccountCommand,
  ListHandshakesForOrganization: aws.ListHandshakesForOrganizationCommand,
  ListInboundResponsibilityTransfers: aws.ListInboundResponsibilityTransfersCommand,
  ListOrganizationalUnitsForParent: aws.ListOrganizationalUnitsForParentCommand,
  ListOutboundResponsibilityTransfers: aws.ListOutboundResponsibilityTransfersCommand,
  ListParents: aws.ListParentsCommand,
  ListPolicies: aws.ListPoliciesCommand,
  ListPoliciesForTarget: aws.ListPoliciesForTargetCommand,
  ListRoots: aws.ListRootsCommand,
  ListTagsForResource: aws.ListTagsForResourceCommand,
  ListTargetsForPolicy: aws.ListTargetsForPolicyCommand,
  MoveAccount: aws.MoveAccountCommand,
  PutResourcePolicy: aws.PutResourcePolicyCommand,
  RegisterDelegatedAdministrator: aws.RegisterDelegatedAdministratorCommand,
  RemoveAccountFromOrganization: aws.RemoveAccountFromOrganizationCommand,
  TagResource: aws.TagResourceCommand,
  TerminateResponsibilityTransfer: aws.TerminateResponsibilityTransferCommand,
  UntagResource: aws.UntagResourceCommand,
  UpdateOrganizationalUnit: aws.UpdateOrganizationalUnitCommand,
  UpdatePolicy: aws.UpdatePolicyCommand,
  UpdateResponsibilityTransfer: aws.UpdateResponsibilityTransferCommand,
};

const paginators: Readonly<Record<ListName, Pages>> = {
  ListAWSServiceAccessForOrganization: aws.paginateListAWSServiceAccessForOrganization,
  ListAccounts: aws.paginateListAccounts,
  ListAccountsForParent: aws.paginateListAccountsForParent,
  ListAccountsWithInvalidEffectivePolicy: aws.paginateListAccountsWithInvalidEffectivePolicy,
  ListChildren: aws.paginateListChildren,
  ListCreateAccountStatus: aws.paginateListCreateAccountStatus,
  ListDelegatedAdministrators: aws.paginateListDelegatedAdministrators,
  ListDelegatedServicesForAccount: aws.paginateListDelegatedServicesForAccount,
  ListEffectivePolicyValidationErrors: aws.paginateListEffectivePolicyValidationErrors,
  ListHandshakesForAccount: aws.paginateListHandshakesForAccount,
  ListHandshakesForOrganization: aws.paginateListHandshakesForOrganization,
  ListOrganizationalUnitsForParent: aws.paginateListOrganizationalUnitsForParent,
  ListParents: aws.paginateListParents,
  ListPolicies: aws.paginateListPolicies,
  ListPoliciesForTarget: aws.paginateListPoliciesForTarget,
  ListRoots: aws.paginateListRoots,
  ListTagsForResource: aws.paginateListTagsForResource,
  ListTargetsForPolicy: aws.paginateListTargetsForPolicy,
};

export interface SdkTarget {
  readonly endpoint: string;
  readonly key: SigningKey;
  readonly region?: string;
  /** Milliseconds by which the server's clock is ahead of the machine's. */
  readonly systemClockOffset?: number;
}

export class SdkClient implements Client {
  readonly #target: SdkTarget;
  readonly #organizations: aws.OrganizationsClient;
  readonly #sts: STSClient;

  constructor(target: SdkTarget) {
    const { endpoint, key: credentials, region = "us-east-1", systemClockOffset = 0 } = target;
    this.#target = target;
    const config = { endpoint, credentials, region, systemClockOffset, maxAttempts: 1 };
    this.#organizations = new aws.OrganizationsClient(config);
    this.#sts = new STSClient(config);
  }

  async call<Name extends OperationName>(operation: Name, input: Input): Promise<Reply<Output<Name>>> {
    const command = new commands[operation](plain(input) as never) as AnyCommand;
    return reply(async () => {
      const { $metadata: _, ...output } = await this.#organizations.send(command);
      return output;
    });
  }

  async list<Name extends ListName>(
    operation: Name,
    input: Input,
    paging: Paging,
  ): Promise<Reply<Output<Name>>> {
    return reply(async () => {
      const whole: Record<string, unknown[]> = {};
      const config = { client: this.#organizations, ...paging };
      // A copy: paginators write the token into the input that they are given.
      for await (const page of paginators[operation](config, plain(input) as never)) {
        for (const [member, items] of Object.entries(page)) {
          if (Array.isArray(items)) whole[member] = [...(whole[member] ?? []), ...(items as unknown[])];
        }
      }
      return whole;
    });
  }

  async identity(): Promise<Reply<Identity>> {
    return reply(async () => this.#sts.send(new GetCallerIdentityCommand()));
  }

  withKey(key: SigningKey): SdkClient {
    return new SdkClient({ ...this.#target, key });
  }
}

function plain(input: Input): Input {
  return Object.fromEntries(
    Object.entries(input).map(([member, value]) => [member, value instanceof InFile ? value.text : value]),
  );
}

async function reply<T>(send: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, output: await send() };
  } catch (error) {
    if (!(error instanceof aws.OrganizationsServiceException || error instanceof STSServiceException))
      throw error;
    const refused: Refused = { ok: false, by: "server", error: error.name };
    return "Reason" in error && typeof error.Reason === "string"
      ? { ...refused, reason: error.Reason }
      : refused;
  }
}
