// The AWS SDK's clients of IAM, STS and Organizations for one caller of a served cell.

import {
  CreateAccountCommand,
  CreateOrganizationCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import { AssumeRoleCommand, GetSessionTokenCommand, STSClient } from "@aws-sdk/client-sts";
import type { AssumeRoleRequest, Credentials } from "@aws-sdk/client-sts";
import { onTestFinished } from "vitest";

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface CallerClients {
  readonly keys: Keys;
  readonly iam: IAMClient;
  readonly sts: STSClient;
  readonly organizations: OrganizationsClient;
}

/** One attempt per call; closed when the test is over. */
export function clientsFor(url: string, keys: Keys): CallerClients {
  const options = { endpoint: url, region: "us-east-1", credentials: keys, maxAttempts: 1 };
  const clients = {
    keys,
    iam: new IAMClient(options),
    sts: new STSClient(options),
    organizations: new OrganizationsClient(options),
  };
  onTestFinished(() => {
    clients.iam.destroy();
    clients.sts.destroy();
    clients.organizations.destroy();
  });
  return clients;
}

export const policyOf = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });
export const allow = (action: string | readonly string[], more: object = {}): object => ({
  Effect: "Allow",
  Action: action,
  Resource: "*",
  ...more,
});
export const deny = (action: string | readonly string[], more: object = {}): object => ({
  ...allow(action, more),
  Effect: "Deny",
});

/** A user of the maker's account with an access key and, where there are statements, an inline policy of them. */
export async function userOf(
  url: string,
  { iam }: CallerClients,
  UserName: string,
  ...statements: readonly object[]
): Promise<CallerClients> {
  await iam.send(new CreateUserCommand({ UserName }));
  if (statements.length > 0) {
    const PolicyDocument = policyOf(...statements);
    await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: "own", PolicyDocument }));
  }
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  return clientsFor(url, {
    accessKeyId: AccessKey?.AccessKeyId ?? "",
    secretAccessKey: AccessKey?.SecretAccessKey ?? "",
  });
}

function keysOf(credentials: Credentials | undefined): Keys {
  return {
    accessKeyId: credentials?.AccessKeyId ?? "",
    secretAccessKey: credentials?.SecretAccessKey ?? "",
    sessionToken: credentials?.SessionToken ?? "",
  };
}

export async function assumed(
  url: string,
  { sts }: CallerClients,
  input: Partial<AssumeRoleRequest> & { readonly RoleArn: string },
): Promise<CallerClients> {
  const command = new AssumeRoleCommand({ RoleSessionName: "test", ...input });
  return clientsFor(url, keysOf((await sts.send(command)).Credentials));
}

export async function sessionOf(url: string, { sts }: CallerClients): Promise<CallerClients> {
  return clientsFor(url, keysOf((await sts.send(new GetSessionTokenCommand({}))).Credentials));
}

/** An organization of the caller's account with one member, and the role by which that is entered. */
export async function withMember(
  { organizations }: CallerClients,
  Email = "member@example.com",
): Promise<{ readonly memberId: string; readonly RoleArn: string }> {
  await organizations.send(new CreateOrganizationCommand({})).catch(() => undefined);
  const made = await organizations.send(new CreateAccountCommand({ AccountName: "Member", Email }));
  const memberId = made.CreateAccountStatus?.AccountId ?? "";
  return { memberId, RoleArn: `arn:aws:iam::${memberId}:role/OrganizationAccountAccessRole` };
}

/** The name of the error that a call ends with, or what it answers. */
export async function outcome(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "ok",
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );
}
