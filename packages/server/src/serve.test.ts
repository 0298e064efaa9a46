// The whole server by the SDK: what it keeps, what it never tells, and what it refuses to start on.

import {
  CreateOrganizationCommand,
  CreateOrganizationalUnitCommand,
  DeleteOrganizationCommand,
  DescribeEffectivePolicyCommand,
  DescribeOrganizationCommand,
  ListAccountsCommand,
  ListOrganizationalUnitsForParentCommand,
  ListPoliciesCommand,
  ListRootsCommand,
  RemoveAccountFromOrganizationCommand,
} from "@aws-sdk/client-organizations";
import type { OrganizationsClient } from "@aws-sdk/client-organizations";
import { openSqliteJournalForReading, sealingKeyFile } from "@withhold/journal";
import { createSecretKey } from "node:crypto";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { credentialsFile } from "./credentials-file.js";
import { firstAccountProblem } from "./first-start.js";
import type { FirstAccount } from "./first-start.js";
import { optOutSummary } from "./index.js";
import { credentialsIn, serving } from "./serving.fixture.js";
import type { Serving } from "./serving.fixture.js";
import { send, signed } from "./signed-http.fixture.js";
import { temporaryDirectory } from "./temporary-directory.fixture.js";

const given = {
  accountId: "123456789012",
  accessKeyId: "AKIAEXAMPLE",
  secretAccessKey: "a-secret/from+outside=",
} as const;
const type = "AISERVICES_OPT_OUT_POLICY";

const rootOf = async (client: OrganizationsClient): Promise<string> =>
  (await client.send(new ListRootsCommand({}))).Roots?.[0]?.Id ?? "";

/** All that the SDK can list or describe of the caller's organization. */
async function overview(client: OrganizationsClient): Promise<unknown> {
  const body = async (answer: Promise<object>): Promise<object> => ({ ...(await answer), $metadata: {} });
  const accounts = await client.send(new ListAccountsCommand({}));
  return [
    await body(client.send(new DescribeOrganizationCommand({}))),
    accounts.Accounts,
    await body(client.send(new ListPoliciesCommand({ Filter: type }))),
    await body(client.send(new ListOrganizationalUnitsForParentCommand({ ParentId: await rootOf(client) }))),
    ...(await Promise.all(
      (accounts.Accounts ?? []).map(async ({ Id }) =>
        client.send(new DescribeEffectivePolicyCommand({ PolicyType: type, TargetId: Id })).then(
          ({ EffectivePolicy }) => EffectivePolicy,
          (error: Error) => error.name,
        ),
      ),
    )),
  ];
}

async function recordsOf({ dataDirectory }: Serving): Promise<readonly Buffer[]> {
  const journal = await openSqliteJournalForReading(dataDirectory);
  const records: Buffer[] = [];
  for await (const { bytes } of journal.read(0)) records.push(Buffer.from(bytes));
  await journal.close();
  return records;
}

describe("a restart", () => {
  test("keeps everything that clients can see", async () => {
    const before = await serving({ example: true });
    const seen = await overview(before.client());
    await before.close();
    const after = await serving({ dataDirectory: before.dataDirectory });
    expect(await overview(after.client())).toStrictEqual(seen);
    expect(after.keys).toStrictEqual(before.keys);
  });

  test("keeps page tokens, which open for their own listing only", async () => {
    const before = await serving({ example: true });
    const first = await before.client().send(new ListAccountsCommand({ MaxResults: 2 }));
    const all = await before.client().send(new ListAccountsCommand({}));
    await before.close();
    const client = (await serving({ dataDirectory: before.dataDirectory })).client();
    const NextToken = first.NextToken;
    const second = await client.send(new ListAccountsCommand({ MaxResults: 20, NextToken }));
    expect([...(first.Accounts ?? []), ...(second.Accounts ?? [])]).toStrictEqual(all.Accounts);
    expect(second.NextToken).toBeUndefined();
    await expect(client.send(new ListPoliciesCommand({ Filter: type, NextToken }))).rejects.toMatchObject({
      name: "InvalidInputException",
      Reason: "INVALID_NEXT_TOKEN",
    });
  });

  test("goes on writing where it was", async () => {
    const before = await serving();
    await before.client().send(new CreateOrganizationCommand({}));
    await before.close();
    const after = await serving({ dataDirectory: before.dataDirectory });
    const ParentId = await rootOf(after.client());
    await after.client().send(new CreateOrganizationalUnitCommand({ ParentId, Name: "Later" }));
    expect(await recordsOf(after)).toHaveLength(3);
  });
});

describe("a start is refused, and leaves nothing open,", () => {
  test("on a data directory that another server uses", async () => {
    const { dataDirectory, client } = await serving({ example: true });
    await expect(serving({ dataDirectory })).rejects.toThrow(
      `the data directory \`${dataDirectory}\` is in use by another process: stop that one first, or name another directory`,
    );
    await client().send(new ListRootsCommand({}));
  });

  test("on a port that is taken; the directory is free afterwards", async () => {
    const taken = createServer();
    await once(taken.listen(0, "127.0.0.1"), "listening");
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const dataDirectory = temporaryDirectory();
    await expect(serving({ dataDirectory, port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    const { keys } = await serving({ dataDirectory });
    expect(keys.secretAccessKey).not.toBe("");
  });

  test("when the credentials file cannot be read; the port is free afterwards", async () => {
    const before = await serving();
    await before.close();
    rmSync(credentialsFile(before.dataDirectory));
    mkdirSync(credentialsFile(before.dataDirectory));
    const port = Number(new URL(before.url).port);
    const { dataDirectory } = before;
    await expect(serving({ dataDirectory, port })).rejects.toMatchObject({ code: "EISDIR" });
    const server = createServer();
    await once(server.listen(port, "127.0.0.1"), "listening");
    server.close();
    await once(server, "close");
  });

  test("without the sealing key of its secrets, or with another", async () => {
    const { dataDirectory, close } = await serving();
    await close();
    const sealingKey = createSecretKey(Buffer.alloc(32, 9));
    await expect(serving({ dataDirectory, sealingKey })).rejects.toThrow(/^the secret `access-key\/AKIA\w+`/);
    rmSync(sealingKeyFile(dataDirectory));
    await expect(serving({ dataDirectory })).rejects.toThrow(/sealing-key` is absent/);
  });
});

describe("a secret", () => {
  test("is in the credentials file and nowhere else: no log, no error, no record, no other file", async () => {
    const server = await serving({ firstAccount: given, example: true });
    const { url, keys, dataDirectory, log } = server;
    const bodies: string[] = [];
    for (const signing of [
      {},
      { target: "ListPolicies" },
      { at: 0 },
      { region: "cn-north-1" },
      { service: "iam" },
      { body: keys.secretAccessKey },
    ]) {
      bodies.push((await send(url, await signed(url, keys, signing))).body);
    }
    const records = await recordsOf(server);
    await server.close();
    const wrongKey = createSecretKey(Buffer.alloc(32, 9));
    const errors = await serving({ dataDirectory, sealingKey: wrongKey }).then(() => "", String);
    const files = readdirSync(dataDirectory).filter((name) => name !== "credentials");
    const places = {
      log: log.join(""),
      bodies: bodies.join(""),
      errors,
      records: Buffer.concat(records).toString("latin1"),
      ...Object.fromEntries(files.map((name) => [name, readFileSync(join(dataDirectory, name), "latin1")])),
    };
    // So that it cannot pass for want of anything to look at.
    expect(Object.keys(places)).toContain("journal.db");
    expect(places.log).toContain("answered");
    expect(places.records).toContain(given.accessKeyId);
    expect(places.errors).toContain(given.accessKeyId);
    const forms = [given.secretAccessKey, Buffer.from(given.secretAccessKey).toString("base64")];
    const found = Object.entries(places).filter(([, text]) => forms.some((form) => text.includes(form)));
    expect(found.map(([place]) => place)).toStrictEqual([]);
  });
});

describe("the first start", () => {
  test("writes the account's keys for AWS clients, to be read by its owner alone", async () => {
    const { dataDirectory, url } = await serving({ firstAccount: given });
    expect(readFileSync(credentialsFile(dataDirectory), "utf8")).toBe(
      `[withhold]
aws_access_key_id = AKIAEXAMPLE
aws_secret_access_key = a-secret/from+outside=
region = us-east-1
endpoint_url = ${url}
`,
    );
    for (const name of ["credentials", "sealing-key", "journal.db"])
      expect([name, statSync(join(dataDirectory, name)).mode & 0o777]).toStrictEqual([name, 0o600]);
  });

  test("draws what is not given, differently every time", async () => {
    const servers = [await serving(), await serving()];
    const [one, other] = servers.map(({ keys, cell }) => ({ ...keys, accounts: [...cell.accounts.keys()] }));
    expect(one).toStrictEqual({
      accessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/) as string,
      secretAccessKey: expect.stringMatching(/^[\w+/]{40}$/) as string,
      accounts: [expect.stringMatching(/^[1-9]\d{11}$/) as string],
    });
    expect(other?.accessKeyId).not.toBe(one?.accessKeyId);
    expect(other?.secretAccessKey).not.toBe(one?.secretAccessKey);
    expect(other?.accounts).not.toStrictEqual(one?.accounts);
  });

  test("takes the account id and the keys from outside, and only then", async () => {
    const before = await serving({ firstAccount: given });
    expect([...before.cell.accounts.keys()]).toStrictEqual([given.accountId]);
    await before.close();
    const firstAccount = {
      accountId: "999999999999",
      accessKeyId: "AKIAOTHER",
      secretAccessKey: "other-secret",
    };
    const { dataDirectory } = before;
    const after = await serving({ dataDirectory, firstAccount });
    expect([...after.cell.accounts.keys()]).toStrictEqual([given.accountId]);
    expect((await credentialsIn(dataDirectory))["aws_access_key_id"]).toBe("AKIAEXAMPLE");
    expect((await recordsOf(after)).length).toBe(1);
  });

  test("that died before its record is made again, over the keys that it left", async () => {
    const dataDirectory = temporaryDirectory();
    writeFileSync(credentialsFile(dataDirectory), "[withhold]\naws_access_key_id = AKIALOST\n");
    const { client, keys } = await serving({ dataDirectory });
    expect(keys.accessKeyId).not.toBe("AKIALOST");
    await client().send(new CreateOrganizationCommand({}));
  });
});

describe("the credentials file", () => {
  test("follows the server to another port, and keeps its keys, its mode and what was added", async () => {
    const before = await serving();
    await before.close();
    const file = credentialsFile(before.dataDirectory);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, `# mine\n${text}[other]\nregion = eu-west-1\n`);
    chmodSync(file, 0o644);
    const after = await serving({ dataDirectory: before.dataDirectory });
    expect(after.url).not.toBe(before.url);
    const expected = `# mine\n${text.replace(before.url, after.url)}[other]\nregion = eu-west-1\n`;
    expect(readFileSync(file, "utf8")).toBe(expected);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(before.dataDirectory).filter((name) => name.includes("draft"))).toStrictEqual([]);
  });

  test("that was deleted stays deleted, and its keys stay good", async () => {
    const before = await serving({ firstAccount: given });
    await before.close();
    rmSync(credentialsFile(before.dataDirectory));
    const after = await serving({ dataDirectory: before.dataDirectory, firstAccount: given });
    expect(readdirSync(before.dataDirectory)).not.toContain("credentials");
    await after.client().send(new CreateOrganizationCommand({}));
  });
});

describe("values from outside", () => {
  const secretAccessKey = "x".repeat(8);
  test.each<readonly [FirstAccount, string | undefined]>([
    [{}, undefined],
    [given, undefined],
    [{ accountId: "000000000000" }, undefined],
    [{ accountId: "12345678901" }, "the account id must have 12 digits"],
    [{ accountId: "12345678901a" }, "the account id must have 12 digits"],
    [{ accountId: "" }, "the account id must have 12 digits"],
    [{ accessKeyId: "AKIA" }, "give the access key id and its secret together, or neither"],
    [{ secretAccessKey }, "give the access key id and its secret together, or neither"],
    [{ accessKeyId: "AKI", secretAccessKey }, "the access key id must have 4 to 128 letters, digits or `_`"],
    [{ accessKeyId: "AK/A", secretAccessKey }, "the access key id must have 4 to 128 letters, digits or `_`"],
    [
      { accessKeyId: "AKIA", secretAccessKey: "seven77" },
      "the secret access key must have 8 to 256 printable ASCII characters without spaces",
    ],
    [
      { accessKeyId: "AKIA", secretAccessKey: "with a blank" },
      "the secret access key must have 8 to 256 printable ASCII characters without spaces",
    ],
    [
      { accessKeyId: "AKIA", secretAccessKey: "two-lines\nregion = x" },
      "the secret access key must have 8 to 256 printable ASCII characters without spaces",
    ],
  ])("%j: %s", (account, problem) => {
    expect(firstAccountProblem(account)).toBe(problem);
  });
});

describe("the example organization", () => {
  test("shows every state that an account can be in", async () => {
    const { cell } = await serving({ example: true });
    const [organization] = cell.organizations.values();
    const summary = optOutSummary(organization!).map(({ name, path, state, optedIn }) => [
      name,
      path,
      state,
      optedIn.join(),
    ]);
    expect(summary).toStrictEqual([
      ["Management", "Root", "undecided", ""],
      ["Payments", "Root / Production", "out", ""],
      ["Customer Support", "Root / Production", "out", ""],
      ["Speech Lab", "Root / Research", "in", "transcribe"],
      ["Vision Lab", "Root / Research", "out", ""],
      ["Playground", "Root / Sandbox", "undecided", ""],
    ]);
  });

  test("is made once", async () => {
    const before = await serving({ example: true });
    const records = (await recordsOf(before)).length;
    await before.close();
    const after = await serving({ dataDirectory: before.dataDirectory, example: true });
    expect([after.cell.organizations.size, (await recordsOf(after)).length]).toStrictEqual([1, records]);
  });

  test("is not made where there is an organization already", async () => {
    const before = await serving();
    await before.client().send(new CreateOrganizationCommand({}));
    await before.close();
    const after = await serving({ dataDirectory: before.dataDirectory, example: true });
    expect([after.cell.organizations.size, after.cell.accounts.size]).toStrictEqual([1, 1]);
  });

  test("is not made again where the accounts of one outlived their organization", async () => {
    const before = await serving({ example: true });
    const client = before.client();
    const [management, ...members] = before.cell.accounts.keys();
    for (const AccountId of members)
      await client.send(new RemoveAccountFromOrganizationCommand({ AccountId }));
    await client.send(new DeleteOrganizationCommand({}));
    await before.close();
    const after = await serving({ dataDirectory: before.dataDirectory, example: true });
    expect([after.cell.organizations.size, [...after.cell.accounts.keys()]]).toStrictEqual([
      0,
      [management, ...members],
    ]);
  });

  test("is not made unless it is asked for", async () => {
    expect((await serving()).cell.organizations.size).toBe(0);
  });
});
