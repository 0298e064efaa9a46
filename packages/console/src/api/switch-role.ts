// Switching role: `sts:AssumeRole` with the credentials of whoever is signed in.

import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import type { Session } from "../session/session.js";
import type { Api } from "./api.js";

export interface RoleToSwitchTo {
  readonly accountId: string;
  readonly roleName: string;
}

/** The ARN of a role in the partition of whoever switches. */
function roleArn({ principal }: Session, { accountId, roleName }: RoleToSwitchTo): string {
  const [, partition = "aws"] = principal.arn.split(":");
  return `arn:${partition}:iam::${accountId}:role/${roleName}`;
}

/** Throws what the SDK throws. Sessions of a role can switch further, as on AWS; one goes back to who signed in first. */
export async function switchRole(api: Api, from: Session, role: RoleToSwitchTo): Promise<Session> {
  const { Credentials: given, AssumedRoleUser: user } = await api.sts((client) =>
    client.send(
      new AssumeRoleCommand({
        RoleArn: roleArn(from, role),
        RoleSessionName: sessionName(from.principal.name),
        DurationSeconds: 3600,
      }),
    ),
  );
  if (given === undefined) throw new Error("the server gave no credentials");
  return {
    credentials: {
      accessKeyId: given.AccessKeyId ?? "",
      secretAccessKey: given.SecretAccessKey ?? "",
      sessionToken: given.SessionToken ?? "",
      expiration: given.Expiration ?? new Date(),
    },
    principal: {
      kind: "role",
      arn: user?.Arn ?? roleArn(from, role),
      accountId: role.accountId,
      name: role.roleName,
    },
    region: from.region,
    from: from.from ?? from,
  };
}

/** Of the characters that a session name may have, and of its length. */
function sessionName(name: string): string {
  return name
    .replaceAll(/[^\w+=,.@-]/g, "-")
    .slice(0, 64)
    .padEnd(2, "-");
}
