// The operations of IAM: what each answers, and the faults by which each refuses.

import { beforeEach, describe, expect, test } from "vitest";
import { IdentityDriver, accountId } from "../identity-driver.fixture.js";

const document = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';
const trust = `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"${accountId}"},"Action":"sts:AssumeRole"}}`;
const arnOf = (rest: string): string => `arn:aws:iam::${accountId}:${rest}`;
const administrator = "arn:aws:iam::aws:policy/AdministratorAccess";

let iam: IdentityDriver;
beforeEach(() => {
  iam = new IdentityDriver();
});

const names = (answer: object | string, list: string, member: string): readonly unknown[] =>
  ((answer as Record<string, Record<string, unknown>[]>)[list] ?? []).map((item) => item[member]);

describe("users", () => {
  test("are made, shown, listed and deleted", () => {
    const made = iam.call("CreateUser", {
      UserName: "Ana",
      Path: "/teams/",
      Tags: [{ Key: "k", Value: "v" }],
    });
    const User = {
      Path: "/teams/",
      UserName: "Ana",
      UserId: expect.stringMatching(/^AIDA[A-Z2-7]{16}$/) as string,
      Arn: arnOf("user/teams/Ana"),
      CreateDate: new Date("2026-01-01T00:01:00Z"),
      Tags: [{ Key: "k", Value: "v" }],
    };
    expect(made).toStrictEqual({ User });
    expect(iam.call("GetUser", { UserName: "ana" })).toStrictEqual({ User });
    iam.call("CreateUser", { UserName: "bo" });
    expect(names(iam.call("ListUsers", {}), "Users", "UserName")).toEqual(["Ana", "bo"]);
    expect(names(iam.call("ListUsers", { PathPrefix: "/teams" }), "Users", "UserName")).toEqual(["Ana"]);
    expect(iam.call("DeleteUser", { UserName: "Ana" })).toEqual({});
    expect(iam.call("GetUser", { UserName: "Ana" })).toBe("NoSuchEntity");
  });

  test("page by places that deletions do not move", () => {
    for (const UserName of ["a", "b", "c", "d"]) iam.call("CreateUser", { UserName });
    const first = iam.call("ListUsers", {}, { count: 2 }) as { Marker: string; IsTruncated: boolean };
    expect([names(first, "Users", "UserName"), first.IsTruncated]).toEqual([["a", "b"], true]);
    iam.call("DeleteUser", { UserName: "a" });
    const rest = iam.call("ListUsers", {}, { after: Number(first.Marker), count: 2 });
    expect([names(rest, "Users", "UserName"), (rest as typeof first).IsTruncated]).toEqual([
      ["c", "d"],
      false,
    ]);
  });

  test.each([
    ["a name that differs by case alone", "CreateUser", { UserName: "ANA" }, "EntityAlreadyExists"],
    [
      "a tag key twice",
      "CreateUser",
      {
        UserName: "x",
        Tags: [
          { Key: "k", Value: "" },
          { Key: "K", Value: "" },
        ],
      },
      "InvalidInput",
    ],
    [
      "a permissions boundary",
      "CreateUser",
      { UserName: "x", PermissionsBoundary: administrator },
      "ValidationError",
    ],
    ["one that is not there", "DeleteUser", { UserName: "nobody" }, "NoSuchEntity"],
    ["a key for one that is not there", "CreateAccessKey", { UserName: "nobody" }, "NoSuchEntity"],
    ["a key for nobody named", "CreateAccessKey", {}, "ValidationError"],
    [
      "a policy that cannot be read",
      "PutUserPolicy",
      { UserName: "ana", PolicyName: "p", PolicyDocument: "{" },
      "MalformedPolicyDocument",
    ],
    [
      "policies of too many characters",
      "PutUserPolicy",
      { UserName: "ana", PolicyName: "p", PolicyDocument: `{"${"x".repeat(2048)}` },
      "LimitExceeded",
    ],
    ["a policy that is not there", "GetUserPolicy", { UserName: "ana", PolicyName: "p" }, "NoSuchEntity"],
    [
      "attaching what is not there",
      "AttachUserPolicy",
      { UserName: "ana", PolicyArn: arnOf("policy/p") },
      "NoSuchEntity",
    ],
    [
      "attaching what is another account's",
      "AttachUserPolicy",
      { UserName: "ana", PolicyArn: "arn:aws:iam::222222222222:policy/p" },
      "NoSuchEntity",
    ],
    [
      "detaching what is not attached",
      "DetachUserPolicy",
      { UserName: "ana", PolicyArn: administrator },
      "NoSuchEntity",
    ],
    ["a login profile that is not there", "GetLoginProfile", { UserName: "ana" }, "NoSuchEntity"],
  ] as const)("refuse %s", (_, name, input, code) => {
    iam.call("CreateUser", { UserName: "ana" });
    expect(iam.call(name, input)).toBe(code);
  });

  test.each([
    ["CreateLoginProfile", { UserName: "ana", Password: "x" }],
    ["CreateAccessKey", { UserName: "ana" }],
    ["PutUserPolicy", { UserName: "ana", PolicyName: "p", PolicyDocument: document }],
    ["AttachUserPolicy", { UserName: "ana", PolicyArn: administrator }],
  ] as const)("are not deleted after %s", (name, input) => {
    iam.call("CreateUser", { UserName: "ana" });
    iam.call(name, input);
    expect(iam.call("DeleteUser", { UserName: "ana" })).toBe("DeleteConflict");
  });
});

describe("access keys", () => {
  test("are two at most; their secrets are kept with them and forgotten with them, and are in no event", () => {
    iam.call("CreateUser", { UserName: "ana" });
    const { AccessKey } = iam.call("CreateAccessKey", { UserName: "ana" }) as {
      AccessKey: { AccessKeyId: string; SecretAccessKey: string };
    };
    const { AccessKeyId, SecretAccessKey } = AccessKey;
    expect(AccessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
    expect([...iam.secrets]).toEqual([[`access-key/${AccessKeyId}`, SecretAccessKey]]);
    expect(JSON.stringify(iam.recorded)).not.toContain(SecretAccessKey);
    iam.call("CreateAccessKey", { UserName: "ana" });
    expect(iam.call("CreateAccessKey", { UserName: "ana" })).toBe("LimitExceeded");
    const turned = iam.call("UpdateAccessKey", { UserName: "ana", AccessKeyId, Status: "Inactive" });
    expect(turned).toEqual({});
    const listed = iam.call("ListAccessKeys", { UserName: "ana" });
    expect(names(listed, "AccessKeyMetadata", "Status")).toEqual(["Inactive", "Active"]);
    iam.call("CreateUser", { UserName: "bo" });
    expect(iam.call("DeleteAccessKey", { UserName: "bo", AccessKeyId })).toBe("NoSuchEntity");
    iam.call("DeleteAccessKey", { UserName: "ana", AccessKeyId });
    expect([iam.secrets.has(`access-key/${AccessKeyId}`), iam.secrets.size]).toEqual([false, 1]);
  });
});

test("a login profile keeps the hash of its password beside the events", () => {
  iam.call("CreateUser", { UserName: "ana" });
  const made = iam.call("CreateLoginProfile", {
    UserName: "ana",
    Password: "x",
    PasswordResetRequired: true,
  });
  expect(made).toMatchObject({ LoginProfile: { UserName: "ana", PasswordResetRequired: true } });
  expect(iam.call("CreateLoginProfile", { UserName: "ana", Password: "x" })).toBe("EntityAlreadyExists");
  expect(JSON.stringify(iam.recorded)).not.toContain("a hash");
  expect([...iam.secrets.values()]).toEqual(["a hash"]);
  iam.call("UpdateLoginProfile", { UserName: "ana", PasswordResetRequired: false });
  expect(iam.call("GetLoginProfile", { UserName: "ana" })).toMatchObject({
    LoginProfile: { PasswordResetRequired: false },
  });
  iam.call("DeleteLoginProfile", { UserName: "ana" });
  expect(iam.secrets.size).toBe(0);
});

describe("roles", () => {
  test("are made, shown, changed, tagged and deleted", () => {
    const made = iam.call("CreateRole", { RoleName: "r", AssumeRolePolicyDocument: trust, Description: "d" });
    const Role = {
      Path: "/",
      RoleName: "r",
      RoleId: expect.stringMatching(/^AROA[A-Z2-7]{16}$/) as string,
      Arn: arnOf("role/r"),
      CreateDate: new Date("2026-01-01T00:01:00Z"),
      AssumeRolePolicyDocument: encodeURIComponent(trust).replaceAll("*", "%2A"),
      Description: "d",
      MaxSessionDuration: 3600,
    };
    expect(made).toStrictEqual({ Role });
    expect(iam.call("GetRole", { RoleName: "r" })).toStrictEqual({ Role });
    expect(names(iam.call("ListRoles", {}), "Roles", "RoleName")).toEqual(["r"]);
    iam.call("TagRole", { RoleName: "r", Tags: [{ Key: "k", Value: "v" }] });
    expect(iam.call("ListRoleTags", { RoleName: "r" })).toMatchObject({ Tags: [{ Key: "k", Value: "v" }] });
    iam.call("UntagRole", { RoleName: "r", TagKeys: ["k", "none"] });
    expect(iam.call("ListRoleTags", { RoleName: "r" })).toMatchObject({ Tags: [] });
    expect(iam.call("UpdateAssumeRolePolicy", { RoleName: "r", PolicyDocument: document })).toBe(
      "MalformedPolicyDocument",
    );
    expect(iam.call("CreateRole", { RoleName: "R", AssumeRolePolicyDocument: trust })).toBe(
      "EntityAlreadyExists",
    );
    iam.call("AttachRolePolicy", { RoleName: "r", PolicyArn: administrator });
    expect(iam.call("DeleteRole", { RoleName: "r" })).toBe("DeleteConflict");
    iam.call("DetachRolePolicy", { RoleName: "r", PolicyArn: administrator });
    expect(iam.call("DeleteRole", { RoleName: "r" })).toEqual({});
  });

  test("of accounts that an organization makes trust its management account", () => {
    const organization = { organizationId: "o-1", rootId: "r-1", partition: "aws-cn" } as const;
    iam.record(
      { type: "organization.created", ...organization, managementAccountId: "2", featureSet: "ALL" },
      { type: "account.created", accountId, email: "a@b.cc", name: "a", accessRoleName: "Enter" },
      { type: "account.joined", organizationId: "o-1", accountId, parentId: "r-1", method: "CREATED" },
    );
    const { Role } = iam.call("GetRole", { RoleName: "Enter" }) as {
      Role: { AssumeRolePolicyDocument: string };
    };
    expect(decodeURIComponent(Role.AssumeRolePolicyDocument)).toContain('"AWS":"arn:aws-cn:iam::2:root"');
    const attached = iam.call("ListAttachedRolePolicies", { RoleName: "Enter" });
    expect(names(attached, "AttachedPolicies", "PolicyName")).toEqual(["AdministratorAccess"]);
  });
});

describe("managed policies", () => {
  const PolicyArn = arnOf("policy/p");
  beforeEach(() => {
    iam.call("CreatePolicy", { PolicyName: "p", PolicyDocument: document, Description: "d" });
    iam.call("CreateUser", { UserName: "ana" });
  });

  test("are attached, counted, detached and deleted", () => {
    iam.call("AttachUserPolicy", { UserName: "ana", PolicyArn });
    iam.call("AttachUserPolicy", { UserName: "ana", PolicyArn });
    expect(iam.call("GetPolicy", { PolicyArn })).toMatchObject({
      Policy: { Arn: PolicyArn, AttachmentCount: 1, DefaultVersionId: "v1", Description: "d" },
    });
    expect(iam.call("DeletePolicy", { PolicyArn })).toBe("DeleteConflict");
    iam.call("DetachUserPolicy", { UserName: "ana", PolicyArn });
    expect(iam.call("DeletePolicy", { PolicyArn })).toEqual({});
    expect(iam.call("DeletePolicy", { PolicyArn: administrator })).toBe("AccessDenied");
  });

  test("have one version, whose document is as it was written", () => {
    const version = iam.call("GetPolicyVersion", { PolicyArn, VersionId: "v1" });
    const { Document } = (version as { PolicyVersion: { Document: string } }).PolicyVersion;
    expect(decodeURIComponent(Document)).toBe(document);
    expect(iam.call("GetPolicyVersion", { PolicyArn, VersionId: "v2" })).toBe("NoSuchEntity");
  });

  test("are listed after AWS's own, page by page, once each", () => {
    iam.call("CreatePolicy", { PolicyName: "q", PolicyDocument: document });
    const all = [
      "AdministratorAccess",
      "AWSOrganizationsFullAccess",
      "AWSOrganizationsReadOnlyAccess",
      "p",
      "q",
    ];
    for (const count of [1, 2, 3, 4, 5, 100]) {
      const seen: unknown[] = [];
      for (let after = 0; ;) {
        const page = iam.call("ListPolicies", {}, { after, count }) as {
          Marker?: string;
          Policies: object[];
        };
        expect(page.Policies.length).toBeLessThanOrEqual(count);
        seen.push(...names(page, "Policies", "PolicyName"));
        if (page.Marker === undefined) break;
        after = Number(page.Marker);
      }
      expect(seen).toEqual(all);
    }
    expect(names(iam.call("ListPolicies", { Scope: "Local" }), "Policies", "PolicyName")).toEqual(["p", "q"]);
    expect(names(iam.call("ListPolicies", { Scope: "AWS" }), "Policies", "PolicyName")).toEqual(
      all.slice(0, 3),
    );
    expect(names(iam.call("ListPolicies", { OnlyAttached: true }), "Policies", "PolicyName")).toEqual([]);
  });
});

test("SimulatePrincipalPolicy says what a user's policies would", () => {
  iam.call("CreateUser", { UserName: "ana" });
  const statements = [
    { Effect: "Allow", Action: "organizations:List*", Resource: "*" },
    { Effect: "Deny", Action: "organizations:ListRoots", Resource: "*" },
  ];
  const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  iam.call("PutUserPolicy", { UserName: "ana", PolicyName: "p", PolicyDocument });
  const ActionNames = ["organizations:ListAccounts", "organizations:ListRoots", "organizations:MoveAccount"];
  const input = { PolicySourceArn: arnOf("user/ana"), ActionNames };
  const verdicts = ["allowed", "explicitDeny", "implicitDeny"];
  expect(names(iam.call("SimulatePrincipalPolicy", input), "EvaluationResults", "EvalDecision")).toEqual(
    verdicts,
  );
  expect(iam.call("SimulatePrincipalPolicy", { ...input, PolicySourceArn: arnOf("user/bo") })).toBe(
    "NoSuchEntity",
  );
  const many = { ...input, ActionNames: Array(101).fill("a:B"), ResourceArns: Array(100).fill("*") };
  expect(iam.call("SimulatePrincipalPolicy", many)).toBe("InvalidInput");
  expect(iam.call("SimulatePrincipalPolicy", { ...input, CallerArn: arnOf("user/bo") })).toBe(
    "ValidationError",
  );
});
