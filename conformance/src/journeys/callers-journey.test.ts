// Five callers by the AWS CLI, each of whom does what it may and is refused the rest. Skipped, plainly, without the CLI.

import { afterAll, beforeAll, expect, test } from "vitest";
import { AwsCliClient, awsCliMissing } from "../clients/aws-cli-client.js";
import { take } from "../clients/take.js";
import { startCell } from "../running-cell.js";
import type { AccessKey, RunningCell } from "../running-cell.js";
import { journeyBy, leavesCalls } from "./journey-by.js";

const by = { journey: "callers", client: "aws-cli", missing: awsCliMissing } as const;

const optOut = "AISERVICES_OPT_OUT_POLICY";
const out = '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}';
const policy = (...Statement: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement });
const allow = (Action: string | readonly string[], Condition?: object): object => ({
  Effect: "Allow",
  Action,
  Resource: "*",
  ...(Condition && { Condition }),
});

journeyBy(by, () => {
  let cell: RunningCell;
  let root: AwsCliClient;
  let administrator: AwsCliClient;
  let member: AwsCliClient;
  let memberId = "";
  beforeAll(async () => {
    cell = await startCell();
    root = new AwsCliClient({ endpoint: cell.server.url, credentialsFile: cell.credentialsFile });
    await run(root, "organizations create-organization");
    const made = await run<{ CreateAccountStatus: { AccountId: string } }>(
      root,
      "organizations create-account --account-name Member --email member@example.com",
    );
    memberId = made.CreateAccountStatus.AccountId;
    await run(root, "iam create-user --user-name admin");
    await run(
      root,
      "iam attach-user-policy --user-name admin --policy-arn arn:aws:iam::aws:policy/AdministratorAccess",
    );
    administrator = await withNewKey(root, "admin");
    member = await session(administrator, `arn:aws:iam::${memberId}:role/OrganizationAccountAccessRole`);
  }, 180_000);
  afterAll(async () => {
    root.close();
    await cell.stop();
  });

  /** The words of a command, and arguments that hold spaces. */
  async function run<T = object>(
    client: AwsCliClient,
    words: string,
    ...more: readonly string[]
  ): Promise<T> {
    return take(await client.run<T>([...words.split(" "), ...more]));
  }

  async function refused(client: AwsCliClient, words: string, ...more: readonly string[]): Promise<string> {
    const reply = await client.run([...words.split(" "), ...more]);
    return reply.ok ? "allowed" : reply.error;
  }

  async function withNewKey(maker: AwsCliClient, user: string): Promise<AwsCliClient> {
    const { AccessKey: made } = await run<{ AccessKey: { AccessKeyId: string; SecretAccessKey: string } }>(
      maker,
      `iam create-access-key --user-name ${user}`,
    );
    return root.withKey({ accessKeyId: made.AccessKeyId, secretAccessKey: made.SecretAccessKey });
  }

  async function user(name: string, ...statements: readonly object[]): Promise<AwsCliClient> {
    await run(administrator, `iam create-user --user-name ${name}`);
    const put = `iam put-user-policy --user-name ${name} --policy-name own --policy-document`;
    await run(administrator, put, policy(...statements));
    return withNewKey(administrator, name);
  }

  async function session(by: AwsCliClient, roleArn: string): Promise<AwsCliClient> {
    const { Credentials } = await run<{ Credentials: Record<string, string> }>(
      by,
      `sts assume-role --role-session-name journey --role-arn ${roleArn}`,
    );
    const key: AccessKey & { readonly sessionToken: string } = {
      accessKeyId: Credentials["AccessKeyId"] ?? "",
      secretAccessKey: Credentials["SecretAccessKey"] ?? "",
      sessionToken: Credentials["SessionToken"] ?? "",
    };
    return root.withKey(key);
  }

  test("an administrator does everything but be root", async () => {
    expect(await run(administrator, "sts get-caller-identity")).toMatchObject({
      Arn: `arn:aws:iam::${cell.accountId}:user/admin`,
    });
    expect(await run(administrator, "iam list-users --max-items 1")).toMatchObject({
      Users: [{ UserName: "admin" }],
    });
    const created = await run<{ Policy: { PolicySummary: { Id: string } } }>(
      administrator,
      `organizations create-policy --type ${optOut} --name All --description All --content`,
      out,
    );
    expect(created.Policy.PolicySummary.Id).toMatch(/^p-/);
  });

  test("a policy author for one type is refused the others", async () => {
    const condition = { StringEquals: { "organizations:PolicyType": optOut } };
    const author = await user(
      "author",
      allow(["organizations:*Policy", "organizations:ListPolicies"], condition),
    );
    const create = (type: string): string =>
      `organizations create-policy --type ${type} --name Author --description Author --content`;
    await run(author, create(optOut), out);
    expect(await refused(author, create("SERVICE_CONTROL_POLICY"), policy(allow("*")))).toBe(
      "AccessDeniedException",
    );
    await run(author, `organizations list-policies --filter ${optOut}`);
    expect(await refused(author, "organizations list-accounts")).toBe("AccessDeniedException");
    expect(await refused(author, "iam list-users")).toBe("AccessDenied");
  });

  test("a person gets a password, a key and a role, and hears what it may do", async () => {
    const name = "--user-name ops";
    await run(administrator, `iam create-user ${name} --path /people/`);
    const content = policy(allow(["organizations:List*", "sts:AssumeRole"]));
    const made = await run<{ Policy: { Arn: string } }>(
      administrator,
      "iam create-policy --policy-name Lists --policy-document",
      content,
    );
    const [profile] = await Promise.all([
      run(administrator, `iam create-login-profile ${name} --password`, "correct Horse 9 battery"),
      run(administrator, `iam attach-user-policy ${name} --policy-arn ${made.Policy.Arn}`),
    ]);
    expect(profile).toMatchObject({ LoginProfile: { UserName: "ops", PasswordResetRequired: false } });
    const ops = await withNewKey(administrator, "ops");

    const arn = `arn:aws:iam::${cell.accountId}:user/people/ops`;
    const trust = policy({ Effect: "Allow", Principal: { AWS: arn }, Action: "sts:AssumeRole" });
    const created = await run<{ Role: { Arn: string } }>(
      administrator,
      "iam create-role --role-name Auditor --assume-role-policy-document",
      trust,
    );
    const readOnly = "arn:aws:iam::aws:policy/AWSOrganizationsReadOnlyAccess";
    await run(administrator, `iam attach-role-policy --role-name Auditor --policy-arn ${readOnly}`);
    const auditor = await session(ops, created.Role.Arn);

    const asked = `iam simulate-principal-policy --policy-source-arn ${arn} --action-names`;
    const [simulated, attached, identity, ownPolicies] = await Promise.all([
      run<{ EvaluationResults: { EvalActionName: string; EvalDecision: string }[] }>(
        administrator,
        `${asked} organizations:ListAccounts organizations:CreateAccount`,
      ),
      run(administrator, `iam list-attached-user-policies ${name}`),
      run(auditor, "sts get-caller-identity"),
      run(auditor, `organizations list-policies --filter ${optOut}`),
    ]);
    expect(simulated.EvaluationResults).toMatchObject([
      { EvalActionName: "organizations:ListAccounts", EvalDecision: "allowed" },
      { EvalActionName: "organizations:CreateAccount", EvalDecision: "implicitDeny" },
    ]);
    expect(attached).toEqual({ AttachedPolicies: [{ PolicyName: "Lists", PolicyArn: made.Policy.Arn }] });
    expect(identity).toMatchObject({
      Arn: `arn:aws:sts::${cell.accountId}:assumed-role/Auditor/journey`,
    });
    expect(ownPolicies).toHaveProperty("Policies");
    expect(
      await refused(auditor, "organizations create-organizational-unit --parent-id r-abcd --name No"),
    ).toBe("AccessDeniedException");
  });

  test("what a person was given is taken back, in the order that nothing is left behind", async () => {
    expect(await refused(administrator, "iam delete-user --user-name ops")).toBe("DeleteConflict");
    const listed = await run<{ AccessKeyMetadata: { AccessKeyId: string; Status: string }[] }>(
      administrator,
      "iam list-access-keys --user-name ops",
    );
    expect(listed.AccessKeyMetadata).toMatchObject([{ Status: "Active" }]);
    const key = `--user-name ops --access-key-id ${listed.AccessKeyMetadata[0]?.AccessKeyId}`;
    const lists = `--policy-arn arn:aws:iam::${cell.accountId}:policy/Lists`;
    await Promise.all([
      run(administrator, `iam delete-access-key ${key}`),
      run(administrator, "iam delete-login-profile --user-name ops"),
      run(administrator, `iam detach-user-policy --user-name ops ${lists}`),
    ]);
    await Promise.all([
      run(administrator, "iam delete-user --user-name ops"),
      run(administrator, `iam delete-policy ${lists}`),
    ]);
    expect(await refused(administrator, "iam get-user --user-name ops")).toBe("NoSuchEntity");
  });

  test("a reader reads and changes nothing", async () => {
    await run(administrator, "iam create-user --user-name reader");
    const arn = "arn:aws:iam::aws:policy/AWSOrganizationsReadOnlyAccess";
    await run(administrator, `iam attach-user-policy --user-name reader --policy-arn ${arn}`);
    const reader = await withNewKey(administrator, "reader");
    await run(reader, "organizations list-accounts");
    const change = "organizations create-account --account-name No --email no@example.com";
    expect(await refused(reader, change)).toBe("AccessDeniedException");
    expect(await refused(reader, "iam create-access-key --user-name reader")).toBe("AccessDenied");
  });

  test("a member's administrator rules its account and not the organization", async () => {
    expect(await run(member, "sts get-caller-identity")).toMatchObject({
      Arn: `arn:aws:sts::${memberId}:assumed-role/OrganizationAccountAccessRole/journey`,
    });
    await run(member, "iam create-user --user-name local");
    await run(member, "organizations describe-organization");
    expect(await refused(member, "organizations list-accounts")).toBe("AccessDeniedException");
  });

  test("a delegated administrator reads where both its policies and the delegation let it", async () => {
    const put = "iam put-user-policy --user-name local --policy-name own --policy-document";
    await run(member, put, policy(allow("organizations:ListAccounts")));
    const local = await withNewKey(member, "local");
    expect(await refused(local, "organizations list-accounts")).toBe("AccessDeniedException");
    const delegation = policy({
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${memberId}:root` },
      Action: ["organizations:ListAccounts", "organizations:ListRoots"],
      Resource: "*",
    });
    await run(administrator, "organizations put-resource-policy --content", delegation);
    await run(local, "organizations list-accounts");
    expect(await refused(local, "organizations list-roots")).toBe("AccessDeniedException");
  });

  leavesCalls(by, () => cell);
});
