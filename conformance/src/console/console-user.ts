// IAM users who sign in to the console, and the way they do it.

import {
  AttachUserPolicyCommand,
  CreateLoginProfileCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand,
} from "@aws-sdk/client-iam";
import type { Page } from "playwright-core";
import type { ConsoleTest } from "./console-visit.js";

export interface ConsoleUser {
  readonly accountId: string;
  readonly userName: string;
  readonly password: string;
}

interface UserSettings {
  /** Of one policy of its own; an administrator when absent. */
  readonly statements?: readonly object[];
  readonly mustChangePassword?: boolean;
}

export async function createConsoleUser(
  { cell }: ConsoleTest,
  UserName: string,
  { statements, mustChangePassword = false }: UserSettings = {},
): Promise<ConsoleUser> {
  const iam = new IAMClient({ endpoint: cell.server.url, credentials: cell.key, region: "us-east-1" });
  const password = `the password of ${UserName}`;
  await iam.send(new CreateUserCommand({ UserName }));
  if (statements === undefined) {
    const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
    await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn }));
  } else {
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: statements });
    await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: "own", PolicyDocument }));
  }
  await iam.send(
    new CreateLoginProfileCommand({
      UserName,
      Password: password,
      PasswordResetRequired: mustChangePassword,
    }),
  );
  iam.destroy();
  return { accountId: cell.accountId, userName: UserName, password };
}

/** Opens an address of the console, and signs in on the way. */
export async function signInAs(
  page: Page,
  { url }: ConsoleTest,
  user: ConsoleUser,
  path = "/",
): Promise<void> {
  await page.goto(`${url}/console${path}`);
  await fillSignIn(page, user);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: `${user.userName} @ ${user.accountId}` }).waitFor();
}

export async function fillSignIn(page: Page, { accountId, userName, password }: ConsoleUser): Promise<void> {
  await page.getByRole("textbox", { name: "Account ID" }).fill(accountId);
  await page.getByRole("textbox", { name: "User name" }).fill(userName);
  await page.getByLabel("Password", { exact: true }).fill(password);
}
