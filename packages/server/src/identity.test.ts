// Who may do what, end to end: users, roles, sessions and the policies over them, by AWS's own clients.

import {
  AttachPolicyCommand,
  CreatePolicyCommand,
  DescribeOrganizationCommand,
  ListAccountsCommand,
  ListRootsCommand,
  DescribeEffectivePolicyCommand,
} from "@aws-sdk/client-organizations";
import {
  CreateLoginProfileCommand,
  CreateRoleCommand,
  DeleteAccessKeyCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachRolePolicyCommand,
  ListAccessKeysCommand,
  ListRolesCommand,
  ListUsersCommand,
  PutRolePolicyCommand,
  PutUserPolicyCommand,
  UpdateAccessKeyCommand,
  UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { GetCallerIdentityCommand, GetSessionTokenCommand } from "@aws-sdk/client-sts";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RootAccessKey } from "./cell/standalone-account.js";
import {
  allow,
  assumed,
  clientsFor,
  deny,
  outcome,
  policyOf,
  sessionOf,
  userOf,
  withMember,
} from "./identity-clients.fixture.js";
import type { CallerClients } from "./identity-clients.fixture.js";
import { send, signed } from "./signed-http.fixture.js";
import { serving } from "./serving.fixture.js";
import type { Serving } from "./serving.fixture.js";

async function cellWithMember(): Promise<
  Serving & { readonly root: CallerClients; readonly memberId: string; readonly RoleArn: string }
> {
  const server = await serving();
  const root = clientsFor(server.url, server.keys);
  return { ...server, root, ...(await withMember(root)) };
}

const identityOf = async ({ sts }: CallerClients): Promise<string | undefined> =>
  (await sts.send(new GetCallerIdentityCommand({}))).Arn;

const denials = ({ log }: Serving): readonly string[] =>
  log.flatMap((line) => (JSON.parse(line) as { denied?: string }).denied ?? []);

describe("a user", () => {
  test("may do what its policies allow and no more, and the operator learns why", async () => {
    const server = await cellWithMember();
    const reader = await userOf(server.url, server.root, "reader", allow("organizations:Describe*"));
    expect(await identityOf(reader)).toMatch(/^arn:aws:iam::\d{12}:user\/reader$/);
    expect(await outcome(reader.organizations.send(new DescribeOrganizationCommand({})))).toBe("ok");
    const error: unknown = await reader.organizations
      .send(new ListAccountsCommand({}))
      .catch((e: unknown) => e);
    expect(error).toMatchObject({
      name: "AccessDeniedException",
      message: expect.stringMatching(
        /^User: arn:aws:iam::\d{12}:user\/reader is not authorized to perform: organizations:ListAccounts on resource: \* because no identity-based policy allows the organizations:ListAccounts action$/,
      ) as string,
    });
    expect(await outcome(reader.iam.send(new ListUsersCommand({})))).toBe("AccessDenied");
    expect(denials(server)).toEqual([
      expect.stringContaining(
        "user/reader may not perform organizations:ListAccounts on *: no identity policy allows it",
      ),
      expect.stringContaining("user/reader may not perform iam:ListUsers on *: no identity policy allows it"),
    ]);
  });

  test("an explicit deny wins, and the caller is not told which", async () => {
    const server = await cellWithMember();
    const user = await userOf(
      server.url,
      server.root,
      "u",
      allow("*"),
      deny("organizations:List*", { Sid: "NoLists" }),
    );
    const error = (await user.organizations
      .send(new ListAccountsCommand({}))
      .catch((e: unknown) => e)) as Error;
    expect(error.message).toContain("with an explicit deny in an identity-based policy");
    expect(error.message).not.toContain("NoLists");
    expect(denials(server)).toEqual([
      expect.stringContaining("denied by identity policy `own` (statement `NoLists`)"),
    ]);
  });

  test("keeps its keys and policies over a restart, with a checkpoint and without", async () => {
    const first = await cellWithMember();
    const { keys } = await userOf(first.url, first.root, "u", allow("organizations:Describe*"));
    await first.close();
    const second = await serving({ dataDirectory: first.dataDirectory });
    const again = clientsFor(second.url, keys);
    expect(await outcome(again.organizations.send(new DescribeOrganizationCommand({})))).toBe("ok");
    expect(await outcome(again.organizations.send(new ListAccountsCommand({})))).toBe(
      "AccessDeniedException",
    );
  });
});

describe("a role", () => {
  test("of a new account lets the management account in, with administrator rights", async () => {
    const { url, root, RoleArn, memberId } = await cellWithMember();
    const admin = await userOf(url, root, "admin", allow("*"));
    const member = await assumed(url, admin, { RoleArn });
    expect(await identityOf(member)).toBe(
      `arn:aws:sts::${memberId}:assumed-role/OrganizationAccountAccessRole/test`,
    );
    expect(await outcome(member.iam.send(new ListUsersCommand({})))).toBe("ok");
    expect(await outcome(member.organizations.send(new ListAccountsCommand({})))).toBe(
      "AccessDeniedException",
    );
  });

  test("lets in nobody whom its trust policy does not name, and does not say whether it exists", async () => {
    const { url, root, RoleArn } = await cellWithMember();
    const user = await userOf(url, root, "nobody");
    const missing = RoleArn.replace("OrganizationAccountAccessRole", "NoSuchRole");
    for (const arn of [RoleArn, missing]) {
      const error = (await assumed(url, user, { RoleArn: arn }).catch((e: unknown) => e)) as Error;
      expect(error.name).toBe("AccessDenied");
      expect(error.message).toContain(`is not authorized to perform: sts:AssumeRole on resource: ${arn}`);
    }
  });

  test("is never assumed by a root user", async () => {
    const { url, root, RoleArn } = await cellWithMember();
    expect(await outcome(assumed(url, root, { RoleArn }))).toBe("AccessDenied");
  });

  test("its session may do what its session policy allows too, and no more", async () => {
    const { url, root, RoleArn } = await cellWithMember();
    const admin = await userOf(url, root, "admin", allow("*"));
    const Policy = policyOf(allow("iam:ListUsers"));
    const limited = await assumed(url, admin, { RoleArn, Policy });
    expect(await outcome(limited.iam.send(new ListUsersCommand({})))).toBe("ok");
    expect(await outcome(limited.iam.send(new ListAccessKeysCommand({ UserName: "x" })))).toBe(
      "AccessDenied",
    );
    expect(await outcome(assumed(url, admin, { RoleArn, Policy: "{}" }))).toBe(
      "MalformedPolicyDocumentException",
    );
  });

  test("with an external id lets in only who knows it: no confused deputy", async () => {
    const { url, root } = await cellWithMember();
    const deputy = await userOf(url, root, "deputy", allow("sts:AssumeRole"));
    const accountId = /::(\d{12}):/.exec((await identityOf(deputy)) ?? "")?.[1] ?? "";
    const condition = { Condition: { StringEquals: { "sts:ExternalId": "customer-7" } } };
    const AssumeRolePolicyDocument = policyOf({
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${accountId}:root` },
      Action: "sts:AssumeRole",
      ...condition,
    });
    await root.iam.send(new CreateRoleCommand({ RoleName: "vendor", AssumeRolePolicyDocument }));
    const RoleArn = `arn:aws:iam::${accountId}:role/vendor`;
    expect(await outcome(assumed(url, deputy, { RoleArn }))).toBe("AccessDenied");
    expect(await outcome(assumed(url, deputy, { RoleArn, ExternalId: "customer-8" }))).toBe("AccessDenied");
    expect(await outcome(assumed(url, deputy, { RoleArn, ExternalId: "customer-7" }))).toBe("ok");
  });

  test("chained from another role lasts an hour at most", async () => {
    const { url, root, RoleArn, memberId } = await cellWithMember();
    const admin = await userOf(url, root, "admin", allow("*"));
    const managementId = /::(\d{12}):/.exec((await identityOf(admin)) ?? "")?.[1] ?? "";
    const first = await assumed(url, admin, { RoleArn });
    const Principal = { AWS: [managementId, memberId] };
    const PolicyDocument = policyOf({ Effect: "Allow", Principal, Action: "sts:AssumeRole" });
    const RoleName = "OrganizationAccountAccessRole";
    await first.iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument }));
    expect(await outcome(assumed(url, first, { RoleArn, DurationSeconds: 3600 }))).toBe("ok");
    expect(await outcome(assumed(url, admin, { RoleArn, DurationSeconds: 7200 }))).toBe("ValidationError");
    expect(await outcome(assumed(url, first, { RoleArn, DurationSeconds: 3601 }))).toBe("ValidationError");
    expect(await outcome(first.sts.send(new GetSessionTokenCommand({})))).toBe("AccessDenied");
  });
});

describe("service control policies", () => {
  async function limitedMember(): Promise<{ readonly server: Serving; readonly member: CallerClients }> {
    const { root, RoleArn, ...server } = await cellWithMember();
    const { organizations } = root;
    const admin = await userOf(server.url, root, "admin", allow("*"));
    const member = await assumed(server.url, admin, { RoleArn });
    const RootId = (await organizations.send(new ListRootsCommand({}))).Roots?.[0]?.Id ?? "";
    const Type = "SERVICE_CONTROL_POLICY";
    expect(await outcome(member.iam.send(new ListUsersCommand({})))).toBe("ok");
    const Content = policyOf(deny("iam:ListUsers", { Sid: "NoUsers" }));
    const created = await organizations.send(
      new CreatePolicyCommand({ Type, Name: "Guard", Description: "", Content }),
    );
    const PolicyId = created.Policy?.PolicySummary?.Id ?? "";
    await organizations.send(new AttachPolicyCommand({ PolicyId, TargetId: RootId }));
    return { server: { ...server, log: server.log }, member };
  }

  test("hold a member's administrator at every level, the management account never", async () => {
    const { server, member } = await limitedMember();
    const error = (await member.iam.send(new ListUsersCommand({})).catch((e: unknown) => e)) as Error;
    expect([error.name, error.message]).toEqual([
      "AccessDenied",
      expect.stringContaining("with an explicit deny in a service control policy"),
    ]);
    expect(denials(server)).toEqual([
      expect.stringMatching(
        /denied by service control policy `Guard \(p-\w+\)` \(statement `NoUsers`\) at `r-\w+`/,
      ),
    ]);
    const root = clientsFor(server.url, server.keys);
    expect(await outcome(root.iam.send(new ListUsersCommand({})))).toBe("ok");
  });
});

describe("sessions end with whom they are of", () => {
  test("when their key is deactivated or deleted, and their user deleted", async () => {
    const { url, root } = await cellWithMember();
    const user = await userOf(url, root, "u", allow("organizations:*"));
    const session = await sessionOf(url, user);
    const ask = async (caller: CallerClients): Promise<string> =>
      outcome(caller.organizations.send(new DescribeOrganizationCommand({})));
    expect(await ask(session)).toBe("ok");
    const AccessKeyId = user.keys.accessKeyId;
    const turn = async (Status: "Active" | "Inactive") =>
      root.iam.send(new UpdateAccessKeyCommand({ UserName: "u", AccessKeyId, Status }));
    await turn("Inactive");
    expect([await ask(user), await ask(session)]).toEqual(Array(2).fill("UnrecognizedClientException"));
    await turn("Active");
    expect([await ask(user), await ask(session)]).toEqual(["ok", "ok"]);
    await root.iam.send(new DeleteAccessKeyCommand({ UserName: "u", AccessKeyId }));
    await root.iam.send(new DeleteUserPolicyCommand({ UserName: "u", PolicyName: "own" }));
    await root.iam.send(new DeleteUserCommand({ UserName: "u" }));
    expect([await ask(user), await ask(session)]).toEqual(Array(2).fill("UnrecognizedClientException"));
    // A new user of the old name is another.
    await userOf(url, root, "u", allow("organizations:*"));
    expect(await ask(session)).toBe("UnrecognizedClientException");
  });

  test("when their role is deleted; a new one of its name is another", async () => {
    const { url, root, RoleArn } = await cellWithMember();
    const admin = await userOf(url, root, "admin", allow("*"));
    const member = await assumed(url, admin, { RoleArn });
    const RoleName = "OrganizationAccountAccessRole";
    const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
    const PolicyDocument = policyOf(allow("iam:*"));
    await member.iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "rest", PolicyDocument }));
    await member.iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
    expect(await outcome(member.iam.send(new DeleteRoleCommand({ RoleName })))).toBe(
      "DeleteConflictException",
    );
    const again = await assumed(url, admin, { RoleArn });
    await again.iam
      .send(new DeleteRolePolicyCommand({ RoleName, PolicyName: "rest" }))
      .catch(() => undefined);
    // Without policies nobody in the account is left who could delete the role: its root has no key here.
    expect(await outcome(again.iam.send(new DeleteRoleCommand({ RoleName })))).toBe("AccessDenied");
  });

  test("work after a restart, and not after their time", async () => {
    let now = Date.now();
    const first = await serving({ clock: () => now });
    const root = clientsFor(first.url, first.keys);
    const { RoleArn } = await withMember(root);
    const admin = await userOf(first.url, root, "admin", allow("*"));
    const { keys } = await assumed(first.url, admin, { RoleArn, DurationSeconds: 900 });
    await first.close();
    const second = await serving({ dataDirectory: first.dataDirectory, clock: () => now });
    const member = clientsFor(second.url, keys);
    expect(await outcome(member.iam.send(new ListUsersCommand({})))).toBe("ok");
    now += 899_000;
    member.iam.config.systemClockOffset = 899_000;
    expect(await outcome(member.iam.send(new ListUsersCommand({})))).toBe("ok");
    now += 2000;
    member.iam.config.systemClockOffset = 901_000;
    expect(await outcome(member.iam.send(new ListUsersCommand({})))).toMatch(/^ExpiredToken/);
  });

  test("a token that was altered, or is another key's, opens nothing", async () => {
    const { url, root } = await cellWithMember();
    const user = await userOf(url, root, "u", allow("*"));
    const one = await sessionOf(url, user);
    const other = await sessionOf(url, user);
    const bent = (one.keys.sessionToken ?? "").replace(/^.{8}/, "AAAAAAAA");
    for (const sessionToken of [bent, other.keys.sessionToken ?? "", "", "x"]) {
      const { organizations } = clientsFor(url, { ...one.keys, sessionToken });
      expect(await outcome(organizations.send(new DescribeOrganizationCommand({})))).toMatch(
        /^(UnrecognizedClientException|IncompleteSignatureException)$/,
      );
    }
  });
});

describe("escalation", () => {
  test("a user may not give itself rights, by its own policy or by a role's trust, unless allowed to", async () => {
    const { url, root } = await cellWithMember();
    const user = await userOf(
      url,
      root,
      "u",
      allow(["organizations:Describe*", "sts:AssumeRole", "iam:List*"]),
    );
    const accountId = /::(\d{12}):/.exec((await identityOf(user)) ?? "")?.[1] ?? "";
    const PolicyDocument = policyOf(allow("*"));
    const own = new PutUserPolicyCommand({ UserName: "u", PolicyName: "more", PolicyDocument });
    expect(await outcome(user.iam.send(own))).toBe("AccessDenied");
    const trusting = (who: string): string =>
      policyOf({ Effect: "Allow", Principal: { AWS: who }, Action: "sts:AssumeRole" });
    const RoleName = "powerful";
    const elsewhere = trusting("arn:aws:iam::999999999999:root");
    await root.iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: elsewhere }));
    const trust = trusting(`arn:aws:iam::${accountId}:user/u`);
    const update = new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: trust });
    expect(await outcome(user.iam.send(update))).toBe("AccessDenied");
    const RoleArn = `arn:aws:iam::${accountId}:role/${RoleName}`;
    expect(await outcome(assumed(url, user, { RoleArn }))).toBe("AccessDenied");
  });

  test("credentials of GetSessionToken cannot call IAM", async () => {
    const { url, root } = await cellWithMember();
    const session = await sessionOf(url, await userOf(url, root, "u", allow("*")));
    expect(await outcome(session.iam.send(new ListUsersCommand({})))).toBe("AccessDenied");
    expect(await outcome(session.sts.send(new GetSessionTokenCommand({})))).toBe("AccessDenied");
  });
});

test("a marker is for the call that gave it, by its account", async () => {
  const { url, root, RoleArn } = await cellWithMember();
  const admin = await userOf(url, root, "admin", allow("*"));
  await userOf(url, root, "second");
  const member = await assumed(url, admin, { RoleArn });
  const { Marker } = await admin.iam.send(new ListUsersCommand({ MaxItems: 1 }));
  const next = await admin.iam.send(new ListUsersCommand({ MaxItems: 1, Marker }));
  expect(next.Users?.map(({ UserName }) => UserName)).toEqual(["second"]);
  expect(await outcome(root.iam.send(new ListUsersCommand({ Marker })))).toBe("ok");
  expect(await outcome(member.iam.send(new ListUsersCommand({ Marker })))).toBe("ValidationError");
  expect(await outcome(admin.iam.send(new ListRolesCommand({ Marker })))).toBe("ValidationError");
});

test("passwords are kept as hashes, sealed, and are hashed for nobody who may not set them", async () => {
  const server = await cellWithMember();
  const user = await userOf(server.url, server.root, "u");
  const Password = "a-password-that-nobody-has-7";
  const command = new CreateLoginProfileCommand({ UserName: "u", Password });
  expect(await outcome(user.iam.send(command))).toBe("AccessDenied");
  expect(await outcome(server.root.iam.send(command))).toBe("ok");
  expect(await outcome(server.root.iam.send(command))).toBe("EntityAlreadyExistsException");
  await server.close();
  const files = readdirSync(server.dataDirectory).map((name) =>
    readFileSync(join(server.dataDirectory, name), "latin1"),
  );
  const secrets = [Password, "scrypt$", user.keys.secretAccessKey];
  expect([...files, ...server.log].filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual(
    [],
  );
});

test("only a root user is the operator, whatever a user's policies allow", async () => {
  const { url, root } = await cellWithMember();
  const admin = await userOf(url, root, "admin", allow("*"));
  const body = JSON.stringify({ name: "Solo", email: "solo@example.com" });
  const headers = { "content-type": "application/json" };
  const ask = async (keys: RootAccessKey) =>
    send(url, await signed(url, keys, { path: "/v1/accounts", service: "withhold", headers, body }));
  expect(await ask(admin.keys)).toMatchObject({ status: 403 });
  expect(await ask(root.keys)).toMatchObject({ status: 201 });
});

test("a policy author for one type is refused the others", async () => {
  const { url, root } = await cellWithMember();
  const condition = { StringEquals: { "organizations:PolicyType": "AISERVICES_OPT_OUT_POLICY" } };
  const author = await userOf(
    url,
    root,
    "author",
    allow("organizations:CreatePolicy", { Condition: condition }),
    allow("organizations:DescribeEffectivePolicy", { Condition: condition }),
  );
  const create = (Type: "AISERVICES_OPT_OUT_POLICY" | "SERVICE_CONTROL_POLICY", Content: string) =>
    outcome(
      author.organizations.send(new CreatePolicyCommand({ Type, Name: "n", Description: "", Content })),
    );
  const out = '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}';
  expect(await create("AISERVICES_OPT_OUT_POLICY", out)).toBe("ok");
  expect(await create("SERVICE_CONTROL_POLICY", policyOf(allow("*")))).toBe("AccessDeniedException");
  const effective = new DescribeEffectivePolicyCommand({ PolicyType: "TAG_POLICY" });
  expect(await outcome(author.organizations.send(effective))).toBe("AccessDeniedException");
});
