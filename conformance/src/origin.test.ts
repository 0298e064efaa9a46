// Where Withhold comes from, statement by statement: each is a thing that must be seen to work.
/* oxlint-disable vitest/warn-todo -- a statement that waits for a part to come is named, with the part, not left out */

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { mergeAt, optOutSummary } from "@withhold/organization";
import type { Organization } from "@withhold/organization";
import { awsCatalogue, choiceFor, nothing } from "@withhold/policy";
import type { Merge, ServiceChoice } from "@withhold/policy";
import { describe, expect, onTestFinished, test } from "vitest";
import { AwsCliClient, awsCliMissing } from "./clients/aws-cli-client.js";
import { InFile } from "./clients/client.js";
import type { Client } from "./clients/client.js";
import { IamCallers } from "./clients/iam-callers.js";
import { SdkClient } from "./clients/sdk-client.js";
import { take } from "./clients/take.js";
import { effective, lockedDocument, optOutDocument } from "./journeys/documents.js";
import { startCell } from "./running-cell.js";
import type { RunningCell, SigningKey } from "./running-cell.js";

const require = createRequire(import.meta.url);
const aiType = "AISERVICES_OPT_OUT_POLICY";
const everyService = [...awsCatalogue.keys()];
const everythingOut = optOutDocument({ default: "optOut" });

/** An organization of three accounts, one of them in an OU, with the type enabled and no policy. */
class World {
  readonly cell: RunningCell;
  readonly client: SdkClient;
  readonly ids: Readonly<Record<"root" | "management" | "unit" | "under root" | "in unit", string>>;

  constructor(cell: RunningCell, client: SdkClient, ids: World["ids"]) {
    this.cell = cell;
    this.client = client;
    this.ids = ids;
  }

  get accounts(): readonly string[] {
    return [this.ids.management, this.ids["under root"], this.ids["in unit"]];
  }

  get organization(): Organization {
    const [organization] = this.cell.server.cell.organizations.values();
    if (organization === undefined) throw new Error("no organization");
    return organization;
  }

  merge(accountId: string): Merge {
    const account = this.organization.accounts.get(accountId);
    return account === undefined ? nothing : mergeAt(account, aiType);
  }

  choice(accountId: string, service: string): ServiceChoice["choice"] {
    return choiceFor(this.merge(accountId), service).choice;
  }

  async create(Content: string | InFile, by: Client = this.client): Promise<string> {
    const policy = { Type: aiType, Name: "Ours", Description: "What we decided", Content };
    return take(await by.call("CreatePolicy", policy)).Policy?.PolicySummary?.Id ?? "";
  }

  async attach(PolicyId: string, TargetId: string, by: Client = this.client): Promise<void> {
    take(await by.call("AttachPolicy", { PolicyId, TargetId }));
  }

  /** The effective policy as a value, or the error's code. */
  async effective(TargetId: string, by: Client = this.client): Promise<unknown> {
    const reply = await by.call("DescribeEffectivePolicy", { PolicyType: aiType, TargetId });
    return reply.ok
      ? (JSON.parse(reply.output.EffectivePolicy?.PolicyContent ?? "") as unknown)
      : reply.error;
  }
}

async function account(client: SdkClient, name: string): Promise<string> {
  const request = { AccountName: name, Email: `${name}@origin.example` };
  return take(await client.call("CreateAccount", request)).CreateAccountStatus?.AccountId ?? "";
}

async function world(): Promise<World> {
  const cell = await startCell();
  onTestFinished(cell.stop);
  const client = new SdkClient({ endpoint: cell.server.url, key: cell.key });
  take(await client.call("CreateOrganization", {}));
  const root = take(await client.call("ListRoots", {})).Roots?.[0]?.Id ?? "";
  take(await client.call("EnablePolicyType", { RootId: root, PolicyType: aiType }));
  const made = take(await client.call("CreateOrganizationalUnit", { ParentId: root, Name: "Unit" }));
  const unit = made.OrganizationalUnit?.Id ?? "";
  const inUnit = await account(client, "in-unit");
  const move = { AccountId: inUnit, SourceParentId: root, DestinationParentId: unit };
  take(await client.call("MoveAccount", move));
  const underRoot = await account(client, "under-root");
  const ids = { root, unit, management: cell.accountId, "under root": underRoot, "in unit": inUnit };
  return new World(cell, client, ids);
}

describe("1. the default is sharing", () => {
  test("without any policy, every account is undecided about every service, and is told so", async () => {
    const here = await world();
    expect(optOutSummary(here.organization).map(({ state }) => state)).toEqual(Array(3).fill("undecided"));
    for (const id of here.accounts) {
      expect(await here.effective(id)).toBe("EffectivePolicyNotFoundException");
      expect(everyService.map((service) => here.choice(id, service))).not.toContain("optOut");
    }
  });

  test.each(["rekognition", "transcribe", "comprehend"])("%s, which is named, is in the catalogue", (key) => {
    expect(awsCatalogue.has(key)).toBe(true);
  });
});

describe("2. place", () => {
  test("one opt-out holds whichever Region a call is signed for", async () => {
    const here = await world();
    await here.attach(await here.create(everythingOut), here.ids.root);
    const { url } = here.cell.server;
    for (const region of ["us-east-1", "eu-central-1", "ap-southeast-2"]) {
      const there = new SdkClient({ endpoint: url, key: here.cell.key, region });
      expect(await here.effective(here.ids["in unit"], there)).toEqual(effective({ default: "optOut" }));
    }
  });

  test.todo(
    "content of an opted-out account stays in its Region: waits for the decision gate of AI services",
  );
});

describe("3. the opt-out is a group-wide policy", () => {
  /** One policy, attached once, before one more account joins: what then holds for each. */
  async function optEverybodyOut(here: World, client: Client, content: string | InFile): Promise<unknown> {
    await here.attach(await here.create(content, client), here.ids.root, client);
    const later = await account(here.client, "joined-later");
    return Promise.all([...here.accounts, later].map(async (id) => here.effective(id)));
  }
  const allFourOut = Array.from({ length: 4 }, () => effective({ default: "optOut" }));

  test("by API: one call opts every account out, those that join later included", async () => {
    const here = await world();
    expect(await optEverybodyOut(here, here.client, everythingOut)).toEqual(allFourOut);
    expect(optOutSummary(here.organization).map(({ state }) => state)).toEqual(Array(4).fill("out"));
  });

  test.skipIf(awsCliMissing !== undefined)(
    `on the command line: the same${awsCliMissing === undefined ? "" : ` (${awsCliMissing})`}`,
    { timeout: 30_000 },
    async () => {
      const here = await world();
      const { server, credentialsFile } = here.cell;
      const cli = new AwsCliClient({ endpoint: server.url, credentialsFile });
      onTestFinished(() => cli.close());
      expect(await optEverybodyOut(here, cli, new InFile(everythingOut))).toEqual(allFourOut);
    },
  );
});

describe("4. who may", () => {
  test("the root user, who has every permission", async () => {
    const here = await world();
    expect(await here.create(everythingOut)).toMatch(/^p-/);
  });

  test("nobody who cannot sign", async () => {
    const here = await world();
    const stranger = here.client.withKey({ ...here.cell.key, accessKeyId: "AKIANOBODYKNOWSTHIS0" });
    const policy = { Type: aiType, Name: "Theirs", Description: "", Content: everythingOut };
    expect(await stranger.call("CreatePolicy", policy)).toMatchObject({
      error: "UnrecognizedClientException",
    });
  });

  /** A user, and a session of a role that the user assumes, each with permission for the one action. */
  async function callersWith(
    here: World,
    action: string,
  ): Promise<Readonly<Record<"user" | "role", SigningKey>>> {
    const callers = new IamCallers({ endpoint: here.cell.server.url, key: here.cell.key });
    onTestFinished(() => callers.close());
    const user = await callers.user("privacy", [action]);
    return { user: user.key, role: await callers.roleSession("Privacy", [action], user) };
  }

  test.each([
    ["an IAM user", "user", "user/privacy"],
    ["an assumed IAM role", "role", "assumed-role/Privacy/origin"],
  ] as const)("%s with `organizations:CreatePolicy`", async (_, kind, arn) => {
    const here = await world();
    const client = here.client.withKey((await callersWith(here, "organizations:CreatePolicy"))[kind]);
    expect(take(await client.identity()).Arn).toMatch(new RegExp(`:${here.cell.accountId}:${arn}$`));
    expect(await here.create(everythingOut, client)).toMatch(/^p-/);
  });

  test.each(["user", "role"] as const)("no %s without `organizations:CreatePolicy`", async (kind) => {
    const here = await world();
    const client = here.client.withKey((await callersWith(here, "organizations:ListPolicies"))[kind]);
    const policy = { Type: aiType, Name: "Theirs", Description: "", Content: everythingOut };
    expect(await client.call("CreatePolicy", policy)).toMatchObject({ error: "AccessDeniedException" });
    expect(take(await client.call("ListPolicies", { Filter: aiType })).Policies).toEqual([]);
  });
});

// 5. The journey in the console is walked in a browser: `console/origin-steps.test.ts`, by JSON `console/json-editor.test.ts`.

describe("6. also", () => {
  test("a policy is updated, and what it says holds at once", async () => {
    const here = await world();
    const PolicyId = await here.create(everythingOut);
    await here.attach(PolicyId, here.ids.unit);
    const Content = optOutDocument({ default: "optOut", lex: "optIn" });
    take(await here.client.call("UpdatePolicy", { PolicyId, Content }));
    expect(await here.effective(here.ids["in unit"])).toEqual(effective({ default: "optOut", lex: "optIn" }));
  });

  test("a policy is deleted", async () => {
    const here = await world();
    const PolicyId = await here.create(everythingOut);
    take(await here.client.call("DeletePolicy", { PolicyId }));
    expect(take(await here.client.call("ListPolicies", { Filter: aiType })).Policies).toEqual([]);
  });

  const none = { "@@operators_allowed_for_child_policies": ["@@none"] };
  const out = { "@@assign": "optOut" };
  test.each([
    ["everything out, no exceptions", lockedDocument],
    [
      "a locked default",
      JSON.stringify({ services: { default: { ...none, opt_out_policy: { ...none, ...out } } } }),
    ],
    [
      "one locked service",
      JSON.stringify({ services: { rekognition: { opt_out_policy: { ...none, ...out } } } }),
    ],
    ["two services, one in", optOutDocument({ rekognition: "optOut", lex: "optIn" })],
  ])("the published syntax, by example: %s", async (_, document) => {
    const here = await world();
    const PolicyId = await here.create(document);
    expect(take(await here.client.call("DescribePolicy", { PolicyId })).Policy?.Content).toBe(document);
  });
});

describe("7. effect", () => {
  test("per account: what is opted out is out for every service that the policy reaches, and in elsewhere", async () => {
    const here = await world();
    await here.attach(await here.create(optOutDocument({ default: "optOut", lex: "optIn" })), here.ids.unit);
    for (const service of everyService) {
      const expected = service === "lex" ? "optIn" : "optOut";
      expect([service, here.choice(here.ids["in unit"], service)]).toEqual([service, expected]);
      expect(here.choice(here.ids["under root"], service)).toBe("undecided");
    }
  });

  test("it blocks no service: a policy has no word for that", async () => {
    const here = await world();
    const Content = everythingOut.replace("optOut", "deny");
    const policy = { Type: aiType, Name: "Blocking", Description: "", Content };
    const refused = { error: "MalformedPolicyDocumentException" };
    expect(await here.client.call("CreatePolicy", policy)).toMatchObject(refused);
  });

  test.todo("content is not kept for improvement, and the service works on: waits for the decision gate");
  test.todo("content kept before is erased: waits for erasure");
});

describe("8. customers had not known", () => {
  test("what is shared is said per account and service", async () => {
    const here = await world();
    await here.attach(await here.create(optOutDocument({ default: "optOut", lex: "optIn" })), here.ids.unit);
    const said = optOutSummary(here.organization).map(({ accountId, ...rest }) => [accountId, rest] as const);
    expect(Object.fromEntries(said)).toEqual({
      [here.ids.management]: { name: "Management", path: "Root", state: "undecided", optedIn: [] },
      [here.ids["under root"]]: { name: "under-root", path: "Root", state: "undecided", optedIn: [] },
      [here.ids["in unit"]]: { name: "in-unit", path: "Root / Unit", state: "in", optedIn: ["lex"] },
    });
  });

  test("why: by which policy, attached where", async () => {
    const here = await world();
    const policy = await here.create(everythingOut);
    await here.attach(policy, here.ids.root);
    const choice = choiceFor(here.merge(here.ids["in unit"]), "polly");
    expect(choice).toMatchObject({ entry: "default", setBy: { policy, level: here.ids.root } });
  });

  test("since when", async () => {
    const here = await world();
    const policy = await here.create(everythingOut);
    const before = Date.now();
    await here.attach(policy, here.ids.root);
    const asked = { PolicyType: aiType, TargetId: here.ids["in unit"] };
    const since = take(await here.client.call("DescribeEffectivePolicy", asked)).EffectivePolicy;
    expect(since?.LastUpdatedTimestamp?.getTime()).toBeGreaterThanOrEqual(before);
    expect(since?.LastUpdatedTimestamp?.getTime()).toBeLessThanOrEqual(Date.now());
  });

  const withhold = join(dirname(require.resolve("withhold/package.json")), "bin/withhold.js");
  const isBuilt = existsSync(join(dirname(withhold), "../dist/main.js"));

  test.skipIf(!isBuilt)(
    `proof: the record behind it verifies, from outside the server${isBuilt ? "" : " (skipped: not built)"}`,
    async () => {
      const here = await world();
      await here.attach(await here.create(everythingOut), here.ids.root);
      const args = ["journal", "verify", "--data-dir", here.cell.dataDirectory, "--output", "json"];
      const verdict: unknown = JSON.parse(
        execFileSync(process.execPath, [withhold, ...args], { encoding: "utf8" }),
      );
      // The first start, the organization, the type, the OU, two accounts, a move, the policy, its attachment.
      expect(verdict).toMatchObject({ ok: true, head: expect.stringMatching(/^9:[0-9a-f]{64}$/) as unknown });
    },
  );

  test.todo("all this in the console and through a call of its own: waits for the console and `/v1`");
});
