// Callers who are not a root user, made by the AWS SDK: IAM users, and sessions of IAM roles.

import {
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  IAMClient,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import type { AccessKey, SigningKey } from "../running-cell.js";
import type { SdkTarget } from "./sdk-client.js";

interface IamUser {
  readonly arn: string;
  readonly key: AccessKey;
}

export class IamCallers {
  readonly #endpoint: string;
  readonly #iam: IAMClient;

  /** By the key of who makes them, in whose account they are. */
  constructor({ endpoint, key }: SdkTarget) {
    this.#endpoint = endpoint;
    this.#iam = new IAMClient({ endpoint, credentials: key, region: "us-east-1", maxAttempts: 1 });
  }

  close(): void {
    this.#iam.destroy();
  }

  /** A new user whose one policy allows the actions. */
  async user(UserName: string, actions: readonly string[]): Promise<IamUser> {
    const { User } = await this.#iam.send(new CreateUserCommand({ UserName }));
    const policy = { UserName, PolicyName: "own", PolicyDocument: allowing(actions) };
    await this.#iam.send(new PutUserPolicyCommand(policy));
    const { AccessKey: made } = await this.#iam.send(new CreateAccessKeyCommand({ UserName }));
    const key = { accessKeyId: made?.AccessKeyId ?? "", secretAccessKey: made?.SecretAccessKey ?? "" };
    return { arn: User?.Arn ?? "", key };
  }

  /** A session of a new role whose one policy allows the actions, assumed by a user whom the role trusts. */
  async roleSession(RoleName: string, actions: readonly string[], by: IamUser): Promise<SigningKey> {
    const trust = { Effect: "Allow", Principal: { AWS: by.arn }, Action: "sts:AssumeRole" };
    const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: trust });
    const { Role } = await this.#iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
    const policy = { RoleName, PolicyName: "own", PolicyDocument: allowing(actions) };
    await this.#iam.send(new PutRolePolicyCommand(policy));
    const sts = new STSClient({
      endpoint: this.#endpoint,
      credentials: by.key,
      region: "us-east-1",
      maxAttempts: 1,
    });
    const request = { RoleArn: Role?.Arn, RoleSessionName: "origin" };
    const { Credentials } = await sts.send(new AssumeRoleCommand(request));
    sts.destroy();
    return {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken ?? "",
    };
  }
}

function allowing(actions: readonly string[]): string {
  const Statement = { Effect: "Allow", Action: actions, Resource: "*" };
  return JSON.stringify({ Version: "2012-10-17", Statement });
}
