// An organization that grows to all features, and its member by a role, by Terraform. Skipped, plainly, where absent.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findTerraform } from "../clients/find-terraform.js";
import { IamCallers } from "../clients/iam-callers.js";
import { SdkClient } from "../clients/sdk-client.js";
import { take } from "../clients/take.js";
import { Terraform } from "../clients/terraform.js";
import { startCell } from "../running-cell.js";
import type { AccessKey, RunningCell } from "../running-cell.js";
import { journeyBy, leavesCalls } from "./journey-by.js";

const stack = fileURLToPath(new URL("../../terraform-features", import.meta.url));

const found = findTerraform();
const missing = "missing" in found ? found.missing : undefined;
const by = { journey: "features", client: "terraform", missing } as const;

const grown = "-var=feature_set=ALL";

/** A credentials file as people write it for a user of theirs. */
function credentialsOf({ dataDirectory }: RunningCell, { accessKeyId, secretAccessKey }: AccessKey): string {
  const file = join(dataDirectory, "credentials-of-user");
  const keys = `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
  writeFileSync(file, `[withhold]\n${keys}`, { mode: 0o600 });
  return file;
}

journeyBy(by, () => {
  let cell: RunningCell;
  let terraform: Terraform;
  let client: SdkClient;
  beforeAll(async () => {
    if ("missing" in found) return;
    cell = await startCell();
    const target = { endpoint: cell.server.url, key: cell.key };
    client = new SdkClient(target);
    const callers = new IamCallers(target);
    const { key } = await callers.user("terraform", ["organizations:*", "sts:AssumeRole"]);
    callers.close();
    terraform = new Terraform({
      mirror: found.mirror,
      stack,
      credentialsFile: credentialsOf(cell, key),
      variables: { endpoint: cell.server.url },
    });
  });
  afterAll(async () => {
    terraform.close();
    await cell.stop();
  });

  test("a member account is looked at by a role that was made with it", async () => {
    await terraform.init();
    expect(await terraform.apply()).toBe("3 added, 0 changed, 0 destroyed");
    const { Accounts } = take(await client.list("ListAccounts", {}, {}));
    const member = Accounts?.find(({ Name }) => Name === "Member")?.Id;
    expect(await terraform.output("seen")).toEqual({
      member_id: member,
      member_arn: `arn:aws:sts::${member}:assumed-role/Caretaker/terraform`,
      management: cell.accountId,
    });
    // A second provider costs every run seconds.
    terraform.write("member.tf", "");
  });

  test("the change to all features is asked for in place, and complete once it is accepted", async () => {
    expect(await terraform.apply(grown)).toBe("0 added, 1 changed, 0 destroyed");
    const { Handshakes } = take(await client.list("ListHandshakesForOrganization", {}, {}));
    expect(Handshakes).toMatchObject([{ Action: "ENABLE_ALL_FEATURES", State: "OPEN" }]);
    take(await client.call("AcceptHandshake", { HandshakeId: Handshakes?.[0]?.Id }));
  });

  test("then nothing else is to change, and an account is closed, which stays in the organization", async () => {
    expect(await terraform.apply(grown, "-var=closing=false")).toBe("0 added, 0 changed, 1 destroyed");
    const { Accounts } = take(await client.list("ListAccounts", {}, {}));
    const closed = Accounts?.find(({ Name }) => Name === "Closing");
    expect(closed).toMatchObject({ Name: "Closing", Status: "SUSPENDED" });
  });

  leavesCalls(by, () => cell);
});
