// `withhold account create`: the account and its key, where the key is kept, and how refusals end.

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import { createServer as createTcpServer } from "node:net";
import type { AddressInfo, Server } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { ApiClient } from "../api-client.fixture.js";
import { credentialsSectionText, readCredentialsSection } from "../credentials-section.js";
import type { CredentialsSection } from "../credentials-section.js";
import { recordedIn } from "../recorded.fixture.js";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import { startServe, withhold } from "../withhold-process.fixture.js";
import type { Ended } from "../withhold-process.fixture.js";

const solo = ["--name", "Solo", "--email", "solo@example.com"];

async function served(): Promise<{
  readonly directory: string;
  readonly file: string;
  readonly url: string;
}> {
  const directory = temporaryDirectory();
  const { url } = await startServe(["--data-dir", directory]);
  return { directory, file: join(directory, "credentials"), url };
}

async function create(file: string, ...words: readonly string[]): Promise<Ended> {
  return withhold(["account", "create", "--credentials", file, ...words]);
}

/** The management account of the organization that the key of a section founds. */
async function found(section: CredentialsSection | undefined): Promise<string | undefined> {
  if (section === undefined) return undefined;
  const directory = temporaryDirectory();
  writeFileSync(join(directory, "credentials"), credentialsSectionText("withhold", section));
  const client = new ApiClient(section.endpoint, directory);
  onTestFinished(() => client.destroy());
  const { Organization } = await client.must<{ Organization: { MasterAccountId: string } }>(
    "CreateOrganization",
    {},
  );
  return Organization.MasterAccountId;
}

describe("an account is made", () => {
  test("and its key becomes a section of the credentials file, shown nowhere", async () => {
    const { directory, file, url } = await served();
    const before = readFileSync(file, "utf8");
    const { code, stdout, stderr } = await create(file, ...solo);
    expect([code, stderr]).toStrictEqual([0, ""]);
    const [, id = ""] =
      /^created account (\d{12}), Solo <solo@example\.com>, in no organization$/m.exec(stdout) ?? [];
    const after = readFileSync(file, "utf8");
    expect(after.startsWith(before)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const section = readCredentialsSection(after, `withhold-${id}`);
    expect(section).toMatchObject({ region: "us-east-1", endpoint: url });
    expect(stdout).not.toContain(section?.secretAccessKey);
    expect(stdout).toContain(`  export AWS_SHARED_CREDENTIALS_FILE=${file}\n`);
    expect(stdout).toContain(`  aws --profile withhold-${id} organizations create-organization\n`);
    expect(await found(section)).toBe(id);
    const record = (await recordedIn(directory))[1];
    expect([record?.operation, record?.events.map(({ type }) => type)]).toStrictEqual([
      "CreateStandaloneAccount",
      ["account.created", "access-key.created"],
    ]);
  });

  test("by the example of the help, as it is printed", async () => {
    const cwd = temporaryDirectory();
    await startServe([], { cwd });
    const { stdout: help } = await withhold(["account", "create", "--help"]);
    const [, words = ""] = /^ {2}\$ withhold (account create .*)$/m.exec(help) ?? [];
    expect(await withhold(words.split(" "), { cwd })).toMatchObject({ code: 0, stderr: "" });
  });

  test("and with --output json its key is printed, and no file is touched", async () => {
    const { file, url } = await served();
    const before = readFileSync(file, "utf8");
    const { code, stdout, stderr } = await create(file, ...solo, "--output", "json");
    expect([code, stderr, readFileSync(file, "utf8")]).toStrictEqual([0, "", before]);
    const { version, account, rootAccessKey } = JSON.parse(stdout) as {
      version: number;
      account: { id: string };
      rootAccessKey: { accessKeyId: string; secretAccessKey: string };
    };
    expect([version, account]).toMatchObject([1, { name: "Solo", email: "solo@example.com" }]);
    expect(await found({ ...rootAccessKey, region: "us-east-1", endpoint: url })).toBe(account.id);
  });

  test("and every section follows when the server listens elsewhere", async () => {
    const directory = temporaryDirectory();
    const file = join(directory, "credentials");
    const first = await startServe(["--data-dir", directory]);
    await create(file, ...solo);
    writeFileSync(file, "\n[aws]\nendpoint_url = https://organizations.us-east-1.amazonaws.com\n", {
      flag: "a",
    });
    const before = readFileSync(file, "utf8");
    await first.stop("SIGTERM");
    const { url } = await startServe(["--data-dir", directory]);
    expect(readFileSync(file, "utf8")).toBe(before.replaceAll(first.url, url));
  });

  test("and its key is printed where the file takes it no more, because nobody tells it again", async () => {
    const file = join(temporaryDirectory(), "credentials");
    const account = { id: "123456789012", name: "Solo", email: "solo@example.com" };
    const rootAccessKey = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "told-once" };
    const endpoint = await listening((_, response) => {
      rmSync(file);
      mkdirSync(file);
      response.writeHead(201).end(JSON.stringify({ account, rootAccessKey }));
    });
    credentialsFor(file, endpoint);
    const { code, stdout, stderr } = await create(file, ...solo);
    expect(code).toBe(1);
    expect(stderr).toContain("the account exists, keep its key, which is not told again");
    expect(readCredentialsSection(stdout, "withhold-123456789012")).toMatchObject(rootAccessKey);
  });
});

describe("a refusal by the server", () => {
  test.each<readonly [string, readonly string[], number, string]>([
    [
      "of a name",
      ["--name", "Sölo", "--email", "a@b.cc"],
      2,
      "`name` cannot be used; give 1 to 50 printable",
    ],
    ["of an address", ["--name", "Solo", "--email", "nobody"], 2, "`email` cannot be used; give an e-mail"],
    [
      "of an address that is taken",
      ["--name", "Root", "--email", "ROOT@withhold.localhost"],
      1,
      "choose another",
    ],
  ])("%s", async (_, words, expected, says) => {
    const { file } = await served();
    const before = readFileSync(file, "utf8");
    const { code, stdout, stderr } = await create(file, ...words);
    expect([code, stdout, readFileSync(file, "utf8")]).toStrictEqual([expected, "", before]);
    expect(stderr).toMatch(/^withhold: .*\n$/);
    expect(stderr).toContain(says);
  });

  test("of another key than the operator's", async () => {
    const { file, url } = await served();
    await create(file, ...solo);
    const [, id = ""] = /\[withhold-(\d+)\]/.exec(readFileSync(file, "utf8")) ?? [];
    const other = join(temporaryDirectory(), "credentials");
    writeFileSync(
      other,
      readFileSync(file, "utf8").replace("[withhold]", "[old]").replace(`[withhold-${id}]`, "[withhold]"),
    );
    const { code, stderr } = await create(
      other,
      "--name",
      "More",
      "--email",
      "more@example.com",
      "--endpoint",
      url,
    );
    expect(code).toBe(1);
    expect(stderr).toContain(`${id}:root\` is not the operator`);
  });
});

describe("no answer that can be read", () => {
  test("where nothing listens, nothing was made", async () => {
    const file = join(temporaryDirectory(), "credentials");
    credentialsFor(file, "http://127.0.0.1:1");
    const { code, stderr } = await create(file, ...solo);
    expect(code).toBe(1);
    expect(stderr).toContain("no server at http://127.0.0.1:1: ");
    expect(stderr).toContain("start one with `withhold serve`");
  });

  test("where the connection ends before the answer, it is unknown whether anything was made", async () => {
    const file = join(temporaryDirectory(), "credentials");
    credentialsFor(
      file,
      await address(createTcpServer((socket) => socket.once("data", () => socket.destroy()))),
    );
    const { code, stderr } = await create(file, ...solo);
    expect(code).toBe(4);
    expect(stderr).toContain("the account may exist, without anybody knowing its key");
  });

  test("where the server itself does not know, neither does the command", async () => {
    const file = join(temporaryDirectory(), "credentials");
    const error = { code: "failed", message: "something went wrong\u001b[2J" };
    credentialsFor(
      file,
      await listening((_, response) => void response.writeHead(500).end(JSON.stringify({ error }))),
    );
    const { code, stderr } = await create(file, ...solo);
    expect([code, stderr]).toStrictEqual([4, "withhold: something went wrong\\u001b[2J\n"]);
  });

  test("where something else answers, it says so", async () => {
    const file = join(temporaryDirectory(), "credentials");
    const page = "<html>\u001b[2J</html>";
    credentialsFor(file, await listening((_, response) => void response.writeHead(200).end(page)));
    const { code, stderr } = await create(file, ...solo);
    expect([code, stderr.includes("\u001b")]).toStrictEqual([1, false]);
    expect(stderr).toContain("is it a Withhold server?");
  });
});

describe("a call that cannot be", () => {
  test.each<readonly [string, string | undefined, readonly string[], number, string]>([
    ["without a file", undefined, [], 1, "cannot be read: there is no such file; name the file"],
    ["without the section", "[default]\n", [], 1, "have no section `[withhold]` with a key"],
    [
      "without a key in it",
      "[withhold]\nregion = us-east-1\n[x]\naws_access_key_id = A\n",
      [],
      1,
      "with a key",
    ],
    ["to no URL", keyed("ftp://127.0.0.1"), [], 2, "`ftp://127.0.0.1` is no http or https URL"],
    ["to no URL of the option", keyed("http://127.0.0.1"), ["--endpoint", "here"], 2, "`here` is no http"],
  ])("%s", async (_, text, words, expected, says) => {
    const file = join(temporaryDirectory(), "credentials");
    if (text !== undefined) writeFileSync(file, text);
    const { code, stdout, stderr } = await create(file, ...solo, ...words);
    expect([code, stdout]).toStrictEqual([expected, ""]);
    expect(stderr).toContain(says);
  });
});

function keyed(endpoint: string): string {
  const keys = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "secret" };
  return credentialsSectionText("withhold", { ...keys, region: "us-east-1", endpoint });
}

function credentialsFor(file: string, endpoint: string): void {
  writeFileSync(file, keyed(endpoint));
}

async function listening(answer: RequestListener): Promise<string> {
  return address(createServer(answer));
}

async function address(server: Server): Promise<string> {
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
