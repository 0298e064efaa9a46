import { describe, expect, test } from "vitest";
import { ExampleCell, aiType, choice, delegationTo, scpType, service } from "./example-cell.fixture.js";
import type { Input, OperationName } from "./operation-types.js";

const denied = "AccessDeniedException";

/** What `app` is told, root user or not, under a delegation policy. */
function asApp<Name extends OperationName>(
  name: Name,
  input: (cell: ExampleCell) => Input<Name>,
  policy?: (cell: ExampleCell) => string,
  prepare?: (cell: ExampleCell) => void,
): string {
  const cell = new ExampleCell();
  prepare?.(cell);
  if (policy !== undefined) cell.act("PutResourcePolicy", { Content: policy(cell) });
  return cell.refusal(name, input(cell), { as: cell.app });
}
const to =
  (action: string | readonly string[], type?: string) =>
  (cell: ExampleCell): string =>
    delegationTo(cell.app, action, type);
const statements = (...list: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: list });
const create = (Type: typeof aiType | typeof scpType) => ({
  Type,
  Name: "New",
  Description: "",
  Content: choice("lex", "optIn"),
});

describe("a delegation policy", () => {
  test("lets a member account do what it names, and nothing else", () => {
    const policy = to("organizations:ListRoots");
    expect(asApp("ListRoots", () => ({}), policy)).toBe("accepted");
    expect(asApp("ListAccounts", () => ({}), policy)).toBe(denied);
    expect(asApp("ListRoots", () => ({}))).toBe(denied);
  });

  test("is for whom it names", () => {
    const policy = (cell: ExampleCell): string => delegationTo(cell.account("other"));
    expect(asApp("ListRoots", () => ({}), policy)).toBe(denied);
  });

  test("holds for the policies of the type that it names", () => {
    const policy = to("organizations:*", aiType);
    expect(asApp("CreatePolicy", () => create(aiType), policy)).toBe("accepted");
    expect(asApp("CreatePolicy", () => create(scpType), policy)).toBe(denied);
    const attach = (PolicyId: string) => (cell: ExampleCell) => ({ PolicyId, TargetId: cell.app });
    expect(asApp("AttachPolicy", (cell) => attach(cell.spare)(cell), policy)).toBe("accepted");
    expect(asApp("AttachPolicy", attach("p-FullAWSAccess"), policy)).toBe(denied);
    expect(asApp("ListPolicies", () => ({ Filter: scpType }) as const, policy)).toBe(denied);
  });

  test("holds for the resources that it names, all of which must be among them", () => {
    const policy = (cell: ExampleCell): string => {
      const arns = [
        `policy/${cell.organization}/aiservices_opt_out_policy/*`,
        `account/${cell.organization}/*`,
      ];
      return statements({
        Effect: "Allow",
        Principal: { AWS: cell.app },
        Action: ["organizations:AttachPolicy", "organizations:CreatePolicy", "organizations:DescribePolicy"],
        Resource: arns.map((rest) => `arn:aws:organizations::${cell.management}:${rest}`),
      });
    };
    const attach = (target: "app" | "root") => (cell: ExampleCell) => ({
      PolicyId: cell.spare,
      TargetId: cell[target],
    });
    expect(asApp("AttachPolicy", attach("app"), policy)).toBe("accepted");
    expect(asApp("AttachPolicy", attach("root"), policy)).toBe(denied);
    expect(asApp("CreatePolicy", () => create(aiType), policy)).toBe("accepted");
    expect(asApp("CreatePolicy", () => create(scpType), policy)).toBe(denied);
    // What does not exist is in no list of resources, so that nobody learns from the answer what does.
    expect(asApp("DescribePolicy", () => ({ PolicyId: "p-nowhere000" }), policy)).toBe(denied);
  });

  test("lets tags be set along with a policy only where it lets them be set at all", () => {
    const tagged = () => ({ ...create(aiType), Tags: [{ Key: "team", Value: "a" }] });
    expect(asApp("CreatePolicy", tagged, to("organizations:CreatePolicy"))).toBe(denied);
    const both = to(["organizations:CreatePolicy", "organizations:TagResource"]);
    expect(asApp("CreatePolicy", tagged, both)).toBe("accepted");
  });

  test("denies everybody what it denies, the management account too, and can still be replaced", () => {
    const cell = new ExampleCell();
    cell.register(cell.app);
    const deny = { Effect: "Deny", Principal: "*", Action: "organizations:List*", Resource: "*" };
    const allow = { ...deny, Effect: "Allow" };
    cell.act("PutResourcePolicy", { Content: statements(allow, deny) });
    expect(cell.refusal("ListRoots", {})).toBe(denied);
    expect(cell.refusal("ListRoots", {}, { as: cell.app })).toBe(denied);
    expect(cell.refusal("DescribeOrganization", {}, { as: cell.app })).toBe("accepted");
    cell.act("PutResourcePolicy", { Content: statements(allow) });
    expect(cell.refusal("ListRoots", {}, { as: cell.app })).toBe("accepted");
  });

  test("covers with a pattern what can be delegated, and keeps nobody from leaving", () => {
    const deny = { Effect: "Deny", Principal: "*", Action: "organizations:*", Resource: "*" };
    const policy = (): string => statements(deny);
    expect(asApp("DescribeOrganization", () => ({}), policy)).toBe(denied);
    expect(asApp("LeaveOrganization", () => ({}), policy)).toBe("accepted");
  });

  test("sees who calls in the account, and what else is known", () => {
    const cell = new ExampleCell();
    const arn = `arn:aws:iam::${cell.app}:role/auditor`;
    const principal = {
      type: "role-session",
      accountId: cell.app,
      arn: `arn:aws:sts::${cell.app}:assumed-role/auditor/x`,
      roleArn: arn,
    } as const;
    const Condition = { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } };
    const only = { Effect: "Allow", Principal: { AWS: arn }, Action: "organizations:*", Resource: "*" };
    cell.act("PutResourcePolicy", { Content: statements({ ...only, Condition }) });
    const from = (address: string) => [["aws:SourceIp", address] as const];
    const manner = { as: cell.app, principal, context: from("10.1.2.3") };
    expect(cell.refusal("ListRoots", {}, manner)).toBe("accepted");
    expect(cell.refusal("ListRoots", {}, { ...manner, context: from("192.0.2.1") })).toBe(denied);
    expect(cell.refusal("ListRoots", {}, { as: cell.app, context: from("10.1.2.3") })).toBe(denied);
  });

  test("ends with its deletion", () => {
    const cell = new ExampleCell();
    cell.act("PutResourcePolicy", { Content: delegationTo(cell.app) });
    expect(cell.refusal("ListRoots", {}, { as: cell.app })).toBe("accepted");
    cell.act("DeleteResourcePolicy", {});
    expect(cell.refusal("ListRoots", {}, { as: cell.app })).toBe(denied);
  });
});

describe("an account that is registered for a service", () => {
  test("reads, changes nothing, and learns nothing more once it is deregistered", () => {
    const cell = new ExampleCell();
    const as = { as: cell.app };
    cell.register(cell.app);
    expect(cell.refusal("ListAccounts", {}, as)).toBe("accepted");
    expect(cell.refusal("CreatePolicy", create(aiType), as)).toBe(denied);
    cell.act("DeregisterDelegatedAdministrator", { AccountId: cell.app, ServicePrincipal: service });
    expect(cell.refusal("ListAccounts", {}, as)).toBe(denied);
  });
});

describe("the effective policy of another account", () => {
  const about = (cell: ExampleCell) => ({ PolicyType: aiType, TargetId: cell.management }) as const;

  test("is for the management account and those it delegates to", () => {
    expect(asApp("DescribeEffectivePolicy", about)).toBe(denied);
    expect(asApp("DescribeEffectivePolicy", about, to("organizations:DescribeEffectivePolicy"))).toBe(
      "accepted",
    );
    expect(
      asApp("DescribeEffectivePolicy", about, to("organizations:DescribeEffectivePolicy", "TAG_POLICY")),
    ).toBe(denied);
    expect(asApp("DescribeEffectivePolicy", about, undefined, (cell) => cell.register(cell.app))).toBe(
      "accepted",
    );
  });

  test("one's own needs no delegation", () => {
    const own = { PolicyType: aiType } as const;
    expect(asApp("DescribeEffectivePolicy", () => own)).toBe("accepted");
    expect(asApp("DescribeEffectivePolicy", ({ app }) => ({ ...own, TargetId: app }))).toBe("accepted");
  });
});
