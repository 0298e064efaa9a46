// An account in GovCloud, end to end: made from a commercial organization, entered, and at work in its own partition.

import {
  CreateGovCloudAccountCommand,
  CreateOrganizationCommand,
  ListAccountsCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { expect, onTestFinished, test } from "vitest";
import { allow, clientsFor, outcome, userOf } from "./identity-clients.fixture.js";
import { serving } from "./serving.fixture.js";

test("an account in GovCloud is entered by its role, and lives in its own partition only", async () => {
  const { url, keys } = await serving();
  const root = clientsFor(url, keys);
  await root.organizations.send(new CreateOrganizationCommand({}));
  const input = { AccountName: "Gov", Email: "gov@acme.example", RoleName: "Enter" };
  const { CreateAccountStatus: made } = await root.organizations.send(
    new CreateGovCloudAccountCommand(input),
  );
  const govCloud = made?.GovCloudAccountId ?? "";
  const user = await userOf(url, root, "admin", allow("sts:AssumeRole"));
  const enter = async (RoleArn: string) =>
    user.sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: "test" }));
  expect(await outcome(enter(`arn:aws:iam::${made?.AccountId}:role/Enter`))).toBe("ok");
  expect(await outcome(enter(`arn:aws:iam::${govCloud}:role/Enter`))).toBe("AccessDenied");
  const { Credentials, AssumedRoleUser } = await enter(`arn:aws-us-gov:iam::${govCloud}:role/Enter`);
  expect(AssumedRoleUser?.Arn).toBe(`arn:aws-us-gov:sts::${govCloud}:assumed-role/Enter/test`);

  const credentials = {
    accessKeyId: Credentials?.AccessKeyId ?? "",
    secretAccessKey: Credentials?.SecretAccessKey ?? "",
    sessionToken: Credentials?.SessionToken ?? "",
  };
  const inRegion = (region: string) => {
    const options = { endpoint: url, region, credentials, maxAttempts: 1 };
    const clients = { sts: new STSClient(options), organizations: new OrganizationsClient(options) };
    onTestFinished(() => {
      clients.sts.destroy();
      clients.organizations.destroy();
    });
    return clients;
  };
  const { sts, organizations } = inRegion("us-gov-west-1");
  const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
  expect(Arn).toBe(`arn:aws-us-gov:sts::${govCloud}:assumed-role/Enter/test`);
  const commercial = inRegion("us-east-1");
  expect(await outcome(commercial.organizations.send(new CreateOrganizationCommand({})))).toBe(
    "UnrecognizedClientException",
  );
  const { Organization } = await organizations.send(new CreateOrganizationCommand({}));
  expect(Organization?.Arn).toMatch(/^arn:aws-us-gov:organizations::/);
  const { Accounts } = await organizations.send(new ListAccountsCommand({}));
  expect(Accounts?.map(({ Id, Email }) => [Id, Email])).toEqual([[govCloud, "gov@acme.example"]]);
});
