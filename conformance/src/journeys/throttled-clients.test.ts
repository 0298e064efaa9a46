// Clients that are told to wait: AWS's own try again by themselves, and get through. Skipped, plainly, where absent.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { OrganizationsClient } from "@aws-sdk/client-organizations";
import * as aws from "@aws-sdk/client-organizations";
import { afterAll, beforeAll, expect, test } from "vitest";
import { awsCliMissing } from "../clients/aws-cli-client.js";
import { boto3Missing } from "../clients/boto3-client.js";
import { startCell } from "../running-cell.js";
import type { RunningCell } from "../running-cell.js";
import { journeyBy } from "./journey-by.js";

const run = promisify(execFile);

/**
 * Two calls of DescribeOrganization at once, then four a second: the third waits, the others go through. ListRoots
 * and ListAccounts once in a hundred seconds, for clients that must be refused however busy the machine is.
 */
const limits = new Map([
  ["DescribeOrganization", { perSecond: 4, burst: 2 }],
  ["ListRoots", { perSecond: 0.01, burst: 1 }],
  ["ListAccounts", { perSecond: 0.01, burst: 1 }],
]);

let cell: RunningCell;
beforeAll(async () => {
  cell = await startCell({ rateLimits: limits });
  const client = sdk(1);
  await client.send(new aws.CreateOrganizationCommand({}));
  client.destroy();
});
afterAll(async () => cell.stop());

function sdk(maxAttempts: number): OrganizationsClient {
  return new OrganizationsClient({
    endpoint: cell.server.url,
    region: "us-east-1",
    credentials: cell.key,
    maxAttempts,
  });
}

const environment = (maxAttempts: number): NodeJS.ProcessEnv => ({
  PATH: process.env["PATH"],
  AWS_SHARED_CREDENTIALS_FILE: cell.credentialsFile,
  AWS_CONFIG_FILE: "/dev/null",
  AWS_PROFILE: "withhold",
  AWS_MAX_ATTEMPTS: `${maxAttempts}`,
});

/** Empties the bucket. */
async function drain(): Promise<void> {
  const client = sdk(1);
  for (;;) {
    try {
      await client.send(new aws.DescribeOrganizationCommand({}));
    } catch (error) {
      client.destroy();
      expect(error).toBeInstanceOf(aws.TooManyRequestsException);
      return;
    }
  }
}

journeyBy({ journey: "throttled", client: "aws-sdk-js" }, () => {
  test("knows the refusal by its class and its members", async () => {
    const client = sdk(1);
    await client.send(new aws.ListAccountsCommand({}));
    const refusal = await client.send(new aws.ListAccountsCommand({})).catch((error: unknown) => error);
    client.destroy();
    expect(refusal).toBeInstanceOf(aws.TooManyRequestsException);
    expect(refusal).toMatchObject({
      Type: "RATE_LIMIT",
      message: expect.stringContaining("wait and try again") as string,
      $metadata: { httpStatusCode: 400, attempts: 1 },
    });
  });

  test("tries again until it gets through", async () => {
    await drain();
    const client = sdk(10);
    const answers = [];
    for (let call = 0; call < 3; call += 1) {
      answers.push(await client.send(new aws.DescribeOrganizationCommand({})));
    }
    client.destroy();
    expect(answers.map(({ Organization }) => Organization?.FeatureSet)).toStrictEqual(["ALL", "ALL", "ALL"]);
    expect(Math.max(...answers.map(({ $metadata }) => $metadata.attempts ?? 0))).toBeGreaterThan(1);
  });
});

journeyBy({ journey: "throttled", client: "aws-cli", missing: awsCliMissing }, () => {
  test("shows the refusal where it may try once, and gets through where it may try again", async () => {
    const call = async (operation: string, attempts: number) =>
      run("aws", ["organizations", operation, "--output", "json"], { env: environment(attempts) });
    const client = sdk(1);
    await client.send(new aws.ListRootsCommand({}));
    client.destroy();
    const once = await call("list-roots", 1).catch((error: { readonly stderr: string }) => error);
    expect(once.stderr).toContain("An error occurred (TooManyRequestsException) when calling the ListRoots");
    await drain();
    const { stdout } = await call("describe-organization", 10);
    expect(JSON.parse(stdout)).toHaveProperty("Organization.FeatureSet", "ALL");
  }, 30_000);
});

const script = `
import boto3, botocore.config
for mode in ("legacy", "standard"):
    client = boto3.client("organizations", config=botocore.config.Config(retries={"mode": mode, "max_attempts": 10}))
    retries = [client.describe_organization()["ResponseMetadata"]["RetryAttempts"] for _ in range(6)]
    print(mode, max(retries) > 0)
`;

journeyBy({ journey: "throttled", client: "boto3", missing: boto3Missing }, () => {
  test("tries again until it gets through, in both of its ways", async () => {
    const { stdout } = await run("python3", ["-c", script], { env: environment(10) });
    expect(stdout).toBe("legacy True\nstandard True\n");
  }, 30_000);
});
