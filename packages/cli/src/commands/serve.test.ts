// `withhold serve`: what it prints, what it refuses to start on, and how it stops.

import { execFile, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { ApiClient } from "../api-client.fixture.js";
import { recordedIn } from "../recorded.fixture.js";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import { startServe, withhold } from "../withhold-process.fixture.js";
import { WriteLoad, seeded } from "../write-load.fixture.js";

const run = promisify(execFile);

describe("a start that cannot be", () => {
  test.each<readonly [readonly string[], string]>([
    [["--port", "x"], "expected a number from 0 to 65535"],
    [["--port", "65536"], "expected a number from 0 to 65535"],
    [["--port", "-1"], "expected a number from 0 to 65535"],
    [["--port", ""], "expected a number from 0 to 65535"],
    [["--quota", "accountsMax"], "expected NAME=NUMBER, such as accountsMax=50"],
    [["--quota", "accountsMax=many"], "expected NAME=NUMBER, such as accountsMax=50"],
    [["--quota", "accounts=1"], "quota `accounts` does not exist; there are accountsMax, "],
    [["--quota", "toString=1"], "quota `toString` does not exist; there are accountsMax, "],
    [
      ["--rate-limit", "CreatePolicy"],
      "rate limit `CreatePolicy`: expected OPERATION=RATE or OPERATION=RATE:BURST",
    ],
    [["--rate-limit", "Create=1"], "rate limit `Create=1`: `Create` is no operation of Organizations or STS"],
    [["--rate-limits", "absent"], "rate limits `absent` cannot be read: there is no such file"],
    [["--rate-limits", "."], "rate limits `.` cannot be read: it is a directory"],
    [["--catalogue", "absent.json"], "catalogue `absent.json` cannot be read: there is no such file"],
  ])("%j is wrong usage, and makes nothing", async (words, says) => {
    const cwd = temporaryDirectory();
    const { code, stdout, stderr } = await withhold(["serve", "--port", "0", ...words], { cwd });
    expect([code, stdout]).toStrictEqual([2, ""]);
    expect(stderr).toContain(says);
    expect(readdirSync(cwd)).toStrictEqual([]);
  });

  const secret = "the-secret-of-the-environment";
  test.each<readonly [Readonly<Record<string, string>>, string]>([
    [{ WITHHOLD_ACCOUNT_ID: "12" }, "environment: the account id must have 12 digits"],
    [
      { WITHHOLD_ROOT_ACCESS_KEY_ID: "AKIAEXAMPLE" },
      "environment: give the access key id and its secret together",
    ],
    [
      { WITHHOLD_ROOT_SECRET_ACCESS_KEY: secret },
      "environment: give the access key id and its secret together",
    ],
    [
      { WITHHOLD_ROOT_ACCESS_KEY_ID: "AKIAEXAMPLE", WITHHOLD_ROOT_SECRET_ACCESS_KEY: `${secret} ` },
      "environment: the secret access key must have 8 to 256 printable ASCII characters without spaces",
    ],
    [{ WITHHOLD_SEALING_KEY: secret }, "environment: `WITHHOLD_SEALING_KEY` does not hold a sealing key"],
  ])("environment %j is wrong usage, and shows no secret", async (env, says) => {
    const cwd = temporaryDirectory();
    const { code, stdout, stderr } = await withhold(["serve", "--port", "0"], { cwd, env });
    expect([code, stdout]).toStrictEqual([2, ""]);
    expect(stderr).toContain(says);
    expect(stderr).not.toContain(secret);
    expect(readdirSync(cwd)).toStrictEqual([]);
  });

  test("on a port that is taken says which, and how to go on", async () => {
    const taken = createServer();
    await once(taken.listen(0, "127.0.0.1"), "listening");
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const ended = await withhold(["serve", "--port", `${port}`], { cwd: temporaryDirectory() });
    const stderr = `withhold: port ${port} on \`127.0.0.1\` is taken; choose another with --port\n`;
    expect(ended).toStrictEqual({ code: 1, stdout: "", stderr });
  });

  test("on an address of another machine says so, after a warning", async () => {
    const flags = ["--host", "192.0.2.1", "--port", "0"];
    const { code, stderr } = await withhold(["serve", ...flags], { cwd: temporaryDirectory() });
    expect([code, stderr.split("\n")]).toStrictEqual([
      1,
      [
        "warning: `192.0.2.1` is reachable from outside; put TLS in front of this server",
        "withhold: `192.0.2.1` is no address of this machine",
        "",
      ],
    ]);
  });

  test("on a data directory in use says so", async () => {
    const directory = temporaryDirectory();
    await startServe(["--data-dir", directory]);
    const ended = await withhold(["serve", "--port", "0", "--data-dir", directory]);
    expect(ended).toStrictEqual({
      code: 1,
      stdout: "",
      stderr: `withhold: the data directory \`${directory}\` is in use by another process: stop that one first, or name another directory\n`,
    });
  });
});

/** The printed text with what differs from run to run replaced by what it is. */
function steady(text: string, directory: string): string {
  return text
    .replaceAll(directory, "DIR")
    .replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT")
    .replaceAll(/#token=[\w-]{43}/g, "#token=TOKEN")
    .replaceAll(/o-[\da-z]{10}/g, "o-exampleorg")
    .replaceAll(/\b\d{12}\b/g, "123456789012");
}

describe("what it prints", () => {
  test("first is where it listens, then what a newcomer needs", async () => {
    const directory = temporaryDirectory();
    const { said, url } = await startServe(["--example", "--data-dir", directory]);
    expect(said.stdout.split("\n")[0]).toBe(`listening on ${url}`);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
    expect(said.stderr).toBe("");
    expect(said.stdout).not.toContain("\u001b");
    expect(steady(said.stdout, directory)).toMatchInlineSnapshot(`
      "listening on http://127.0.0.1:PORT

        endpoint      http://127.0.0.1:PORT
        console       http://127.0.0.1:PORT/console/
        credentials   DIR/credentials (profile withhold)
        organization  o-exampleorg, 6 accounts

      Sign in to the console, once, within 15 minutes:

        http://127.0.0.1:PORT/console/sign-in#token=TOKEN

        ACCOUNT           ID            WHERE              AI SERVICES MAY KEEP ITS CONTENT
        Management        123456789012  Root               yes, by AWS's default: no choice made for every service
        Payments          123456789012  Root / Production  no, opted out of everything
        Customer Support  123456789012  Root / Production  no, opted out of everything
        Speech Lab        123456789012  Root / Research    yes, opted in: transcribe
        Vision Lab        123456789012  Root / Research    no, opted out of everything
        Playground        123456789012  Root / Sandbox     yes, by AWS's default: no choice made for every service

      Try it, in another terminal:

        export AWS_SHARED_CREDENTIALS_FILE=DIR/credentials
        aws --profile withhold organizations list-accounts --output table
        aws --profile withhold organizations list-policies --filter AISERVICES_OPT_OUT_POLICY
        aws --profile withhold organizations describe-effective-policy --policy-type AISERVICES_OPT_OUT_POLICY --target-id 123456789012
      "
    `);
  });

  test("for a cell without an organization leads to one", async () => {
    const directory = temporaryDirectory();
    const { said } = await startServe(["--data-dir", directory]);
    expect(steady(said.stdout, directory)).toMatchInlineSnapshot(`
      "listening on http://127.0.0.1:PORT

        endpoint      http://127.0.0.1:PORT
        console       http://127.0.0.1:PORT/console/
        credentials   DIR/credentials (profile withhold)
        organization  none yet

      Sign in to the console, once, within 15 minutes:

        http://127.0.0.1:PORT/console/sign-in#token=TOKEN

      Try it, in another terminal:

        export AWS_SHARED_CREDENTIALS_FILE=DIR/credentials
        aws --profile withhold organizations create-organization
        aws --profile withhold organizations list-roots
        aws --profile withhold organizations list-accounts
      "
    `);
  });

  test("shows control characters in names instead of obeying them", async () => {
    const directory = temporaryDirectory();
    const { url, stop } = await startServe(["--data-dir", directory]);
    const client = new ApiClient(url, directory);
    await client.must("CreateOrganization", {});
    const { Roots } = await client.must<{ Roots: { Id: string }[] }>("ListRoots", {});
    const SourceParentId = Roots[0]?.Id;
    const unit = { ParentId: SourceParentId, Name: "\u001b[2Jred\n" };
    const { OrganizationalUnit } = await client.must<{ OrganizationalUnit: { Id: string } }>(
      "CreateOrganizationalUnit",
      unit,
    );
    const { Accounts } = await client.must<{ Accounts: { Id: string }[] }>("ListAccounts", {});
    const DestinationParentId = OrganizationalUnit.Id;
    await client.must("MoveAccount", { AccountId: Accounts[0]?.Id, SourceParentId, DestinationParentId });
    client.destroy();
    await stop("SIGTERM");
    const { said } = await startServe(["--data-dir", directory]);
    expect(said.stdout).toContain("Root / \\u001b[2Jred\\u000a");
    expect(said.stdout).not.toContain("\u001b");
  });
});

const aws = spawnSync("aws", ["--version"], { encoding: "utf8" });
const hasAws = aws.status === 0;
if (!hasAws) process.stderr.write("SKIPPED: the printed aws commands, because there is no `aws` on PATH\n");

describe("the printed commands", () => {
  test.skipIf(!hasAws).each([
    ["of the example", ["--example"], ["Accounts", "Policies", "EffectivePolicy"], "--output table"],
    ["of an empty cell", [], ["Organization", "Roots", "Accounts"], ""],
  ])(
    "%s work as printed, in another shell, whatever keys it holds",
    async (_, flags, members, shown) => {
      // A path that a shell would take apart if it were not quoted.
      const directory = join(temporaryDirectory(), "it's a $HOME");
      const { said } = await startServe([...flags, "--data-dir", directory]);
      const [setting = "", ...commands] = said.stdout
        .split("Try it, in another terminal:\n\n")[1]!
        .trimEnd()
        .split("\n");
      expect(commands).toHaveLength(3);
      const env = {
        PATH: process.env["PATH"],
        AWS_ACCESS_KEY_ID: "AKIAOTHER",
        AWS_SECRET_ACCESS_KEY: "other",
      };
      for (const [index, command] of commands.entries()) {
        const json = shown === "" ? command : command.replace(shown, "--output json");
        const { stdout } = await run("sh", ["-c", `${setting}\n${json}`], { env });
        expect(JSON.parse(stdout)).toHaveProperty([members[index] ?? ""]);
      }
      if (shown === "") return;
      const { stdout } = await run("sh", ["-c", `${setting}\n${commands[0]}`], { env });
      expect(stdout).toContain("ListAccounts");
    },
    30_000,
  );
});

test("rate limits of a file hold, and those of the command line go before them", async () => {
  const directory = temporaryDirectory();
  const file = join(directory, "rate-limits");
  writeFileSync(file, "*=0.001:1\nListRoots=0.001:1\n");
  const flags = ["--rate-limits", file, "--rate-limit", "ListRoots=0.001:2"];
  const data = join(directory, "data");
  const { url } = await startServe(["--example", "--data-dir", data, ...flags]);
  const client = new ApiClient(url, data);
  const codes: unknown[] = [];
  for (const operation of ["ListRoots", "ListRoots", "ListRoots", "ListAccounts", "ListAccounts"]) {
    codes.push((await client.call(operation, {})).output["__type"] ?? "ok");
  }
  client.destroy();
  const refused = "TooManyRequestsException";
  expect(codes).toStrictEqual(["ok", "ok", refused, "ok", refused]);
});

describe("a signal", () => {
  test.each(["SIGTERM", "SIGINT"] as const)(
    "%s under load ends it with 0, and everything that it began was answered",
    async (signal) => {
      const directory = temporaryDirectory();
      const server = await startServe(["--data-dir", directory, "--quota", "organizationalUnitsMax=100000"]);
      const client = new ApiClient(server.url, directory);
      await client.must("CreateOrganization", {});
      const { Roots } = await client.must<{ Roots: { Id: string }[] }>("ListRoots", {});
      const RootId = Roots[0]?.Id ?? "";
      await client.must("EnablePolicyType", { RootId, PolicyType: "AISERVICES_OPT_OUT_POLICY" });
      const before = (await recordedIn(directory)).length;
      const load = new WriteLoad(RootId, seeded(1));
      const writers = Array.from({ length: 8 }, async () => load.run(client));
      while (load.acknowledged.length < 40) await client.must("ListRoots", {});
      expect(await server.stop(signal)).toBe(0);
      await Promise.all(writers);
      client.destroy();
      const recorded = (await recordedIn(directory, before)).map(({ requestId }) => requestId);
      expect(load.acknowledged.map(({ requestId }) => requestId).toSorted()).toStrictEqual(
        recorded.toSorted(),
      );
      expect(server.said.stderr).toBe("");
    },
    20_000,
  );

  test("ends an idle server with connections kept open at once", async () => {
    const directory = temporaryDirectory();
    const server = await startServe(["--data-dir", directory]);
    const client = new ApiClient(server.url, directory);
    await client.must("CreateOrganization", {});
    expect(await server.stop("SIGTERM")).toBe(0);
    client.destroy();
    expect(await withhold(["journal", "verify", "--data-dir", directory])).toMatchObject({ code: 0 });
  });
});

test("keys from the environment are those of the credentials file, and a restart does not ask for them", async () => {
  const directory = temporaryDirectory();
  const env = {
    WITHHOLD_ACCOUNT_ID: "123456789012",
    WITHHOLD_ROOT_ACCESS_KEY_ID: "AKIAEXAMPLE",
    WITHHOLD_ROOT_SECRET_ACCESS_KEY: "a-secret-from-outside",
    WITHHOLD_SEALING_KEY: Buffer.alloc(32, 5).toString("base64"),
  };
  const before = await startServe(["--data-dir", directory], { env });
  await before.stop("SIGTERM");
  expect(readFileSync(join(directory, "credentials"), "utf8")).toContain("AKIAEXAMPLE");
  expect(readdirSync(directory)).not.toContain("sealing-key");
  const { WITHHOLD_SEALING_KEY } = env;
  const after = await startServe(["--data-dir", directory], { env: { WITHHOLD_SEALING_KEY } });
  const client = new ApiClient(after.url, directory);
  await client.must("CreateOrganization", {});
  client.destroy();
});
