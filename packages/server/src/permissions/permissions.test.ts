// What the server says that a caller may do, against what the calls themselves answer.

import {
  AttachPolicyCommand,
  CreateOrganizationCommand,
  CreateOrganizationalUnitCommand,
  CreatePolicyCommand,
  EnablePolicyTypeCommand,
  ListAccountsCommand,
  ListRootsCommand,
} from "@aws-sdk/client-organizations";
import { ListUsersCommand } from "@aws-sdk/client-iam";
import { operationNames } from "@withhold/wire";
import { describe, expect, test } from "vitest";
import {
  allow,
  assumed,
  clientsFor,
  deny,
  sessionOf,
  userOf,
  withMember,
} from "../identity-clients.fixture.js";
import type { CallerClients } from "../identity-clients.fixture.js";
import { serving } from "../serving.fixture.js";
import { membersOf, send, signed } from "../signed-http.fixture.js";
import type { PlainAnswer } from "../signed-http.fixture.js";

async function ask(url: string, { keys }: Pick<CallerClients, "keys">, body: object): Promise<PlainAnswer> {
  const headers = { "content-type": "application/json" };
  const { sessionToken } = keys;
  const signing = { path: "/v1/permissions", service: "withhold", headers, body: JSON.stringify(body) };
  return send(
    url,
    await signed(url, keys, sessionToken === undefined ? signing : { ...signing, sessionToken }),
  );
}

async function permitted(url: string, caller: CallerClients, ...calls: readonly object[]) {
  const answer = await ask(url, caller, { calls });
  expect(answer).toMatchObject({ status: 200 });
  const told = membersOf(answer) as { calls: { operation: string; allowed: boolean; reason?: string }[] };
  return told.calls;
}

const allowed = async (...asked: Parameters<typeof permitted>): Promise<readonly boolean[]> =>
  (await permitted(...asked)).map((call) => call.allowed);

/** The message that a call ends with. */
async function refusalOf(call: Promise<unknown>): Promise<string | undefined> {
  return call.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

const Type = "AISERVICES_OPT_OUT_POLICY";
const Content = '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}';

async function organizationServed() {
  const server = await serving();
  const root = clientsFor(server.url, server.keys);
  await root.organizations.send(new CreateOrganizationCommand({}));
  const { Roots } = await root.organizations.send(new ListRootsCommand({}));
  return { server, url: server.url, root, rootId: Roots?.[0]?.Id ?? "" };
}

describe("a user of the management account", () => {
  test("is told what the calls would say, in their words", async () => {
    const { url, root, rootId } = await organizationServed();
    const user = await userOf(
      url,
      root,
      "author",
      allow("organizations:CreatePolicy", {
        Condition: { StringEquals: { "organizations:PolicyType": Type } },
      }),
      allow("organizations:ListRoots"),
      deny("organizations:AttachPolicy"),
    );
    const create = { Type, Name: "n", Description: "", Content } as const;
    const scp = { Type: "SERVICE_CONTROL_POLICY" } as const;
    const attach = { PolicyId: "p-aaaaaaaa", TargetId: rootId };
    const calls = await permitted(
      url,
      user,
      { operation: "CreatePolicy", input: create },
      { operation: "CreatePolicy", input: { Type } },
      { operation: "CreatePolicy", input: { ...create, ...scp } },
      { operation: "CreatePolicy" },
      { operation: "ListRoots" },
      { operation: "AttachPolicy", input: attach },
      { operation: "iam:ListUsers" },
    );
    const { organizations, iam } = user;
    expect(await refusalOf(organizations.send(new CreatePolicyCommand(create)))).toBeUndefined();
    const refusals = {
      scp: await refusalOf(organizations.send(new CreatePolicyCommand({ ...create, ...scp }))),
      attach: await refusalOf(organizations.send(new AttachPolicyCommand(attach))),
      users: await refusalOf(iam.send(new ListUsersCommand({}))),
    };
    expect(calls).toMatchObject([
      { operation: "CreatePolicy", allowed: true },
      { allowed: true },
      { allowed: false, reason: refusals.scp },
      { allowed: false, reason: expect.stringContaining("on resource: *") as string },
      { operation: "ListRoots", allowed: true },
      { allowed: false, reason: refusals.attach },
      { operation: "iam:ListUsers", allowed: false, reason: refusals.users },
    ]);
    expect(refusals.attach).toContain("explicit deny");
  });

  test("who may only do something to one resource, may to that one, and not to any", async () => {
    const { url, root, rootId } = await organizationServed();
    const { OrganizationalUnit: unit } = await root.organizations.send(
      new CreateOrganizationalUnitCommand({ ParentId: rootId, Name: "u" }),
    );
    const Resource = unit?.Arn;
    const user = await userOf(url, root, "u", allow("organizations:UpdateOrganizationalUnit", { Resource }));
    const operation = "UpdateOrganizationalUnit";
    const ofOne = { operation, input: { OrganizationalUnitId: unit?.Id } };
    expect(await allowed(url, user, ofOne, { operation })).toEqual([true, false]);
  });
});

test("every operation of the API may be asked about with no input at all", async () => {
  const { url, root } = await organizationServed();
  const user = await userOf(url, root, "u", allow("*"));
  for (const from of [0, 32]) {
    const names = operationNames.slice(from, from + 32);
    const calls = await permitted(url, user, ...names.map((operation) => ({ operation })));
    expect(calls.map(({ operation }) => operation)).toEqual(names);
    for (const { allowed: may, reason = "" } of calls) if (!may) expect(reason).toMatch(/not built here yet/);
  }
});

describe("which account it is counts first", () => {
  test("an account in no organization, and one that is a member", async () => {
    const { url, keys } = await serving();
    const root = clientsFor(url, keys);
    const [listing, founding] = await permitted(
      url,
      root,
      { operation: "ListAccounts" },
      { operation: "CreateOrganization" },
    );
    expect(listing).toEqual({
      operation: "ListAccounts",
      allowed: false,
      reason: await refusalOf(root.organizations.send(new ListAccountsCommand({}))),
    });
    expect(founding?.allowed).toBe(true);
    const { RoleArn } = await withMember(root);
    const admin = await userOf(url, root, "admin", allow("*"));
    const member = await assumed(url, admin, { RoleArn });
    const asked = [
      { operation: "ListAccounts" },
      { operation: "LeaveOrganization" },
      { operation: "iam:ListUsers" },
    ];
    expect(await allowed(url, member, ...asked)).toEqual([false, true, true]);
    expect(await allowed(url, root, ...asked)).toEqual([true, true, true]);
  });

  test("what a session may not, it is told too", async () => {
    const { url, root } = await organizationServed();
    const admin = await userOf(url, root, "admin", allow("*"));
    const session = await sessionOf(url, admin);
    const asked = [{ operation: "iam:ListUsers" }, { operation: "ListAccounts" }];
    expect(await allowed(url, session, ...asked)).toEqual([false, true]);
  });
});

describe("asking does nothing", () => {
  test("to the record", async () => {
    const { server, url, root, rootId } = await organizationServed();
    const revision = async () =>
      /withhold_journal_revision (\d+)/.exec(
        (await send(url, { method: "GET", path: "/metrics", headers: {}, body: "" })).body,
      )?.[1];
    const before = await revision();
    const input = { RootId: rootId, PolicyType: Type };
    expect(await allowed(url, root, { operation: "EnablePolicyType", input })).toEqual([true]);
    expect(await revision()).toBe(before);
    await root.organizations.send(new EnablePolicyTypeCommand({ RootId: rootId, PolicyType: Type }));
    expect(await revision()).not.toBe(before);
    expect(server.cell.accounts.size).toBe(1);
  });
});

describe("what cannot be read is refused with its place", () => {
  test.each<readonly [string, object, string]>([
    ["no calls", {}, "$.calls"],
    ["none of them", { calls: [] }, "$.calls"],
    ["too many", { calls: Array.from({ length: 51 }, () => ({ operation: "ListRoots" })) }, "$.calls"],
    ["a call that is none", { calls: ["ListRoots"] }, "$.calls[0]"],
    ["no operation", { calls: [{}] }, "$.calls[0].operation"],
    [
      "an operation that is none",
      { calls: [{ operation: "ListRoots" }, { operation: "x" }] },
      "$.calls[1].operation",
    ],
    [
      "an operation by a name of objects",
      { calls: [{ operation: "iam:constructor" }] },
      "$.calls[0].operation",
    ],
    ["an operation of STS", { calls: [{ operation: "sts:AssumeRole" }] }, "$.calls[0].operation"],
    ["a bad input", { calls: [{ operation: "CreatePolicy", input: { Type: 1 } }] }, "$.calls[0].input"],
    [
      "half a target",
      { calls: [{ operation: "InviteAccountToOrganization", input: { Target: {} } }] },
      "$.calls[0].input",
    ],
    ["an input of IAM", { calls: [{ operation: "iam:CreateUser", input: {} }] }, "$.calls[0].input"],
    ["another member", { calls: [{ operation: "ListRoots", more: 1 }] }, '$.calls[0]["more"]'],
  ])("%s", async (_, body, place) => {
    const { url, keys } = await serving();
    const answer = await ask(url, { keys }, body);
    expect([answer.status, membersOf(answer)]).toMatchObject([
      400,
      { error: { code: "invalid-request", place } },
    ]);
  });
});
