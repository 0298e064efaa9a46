// CloudFormation and SAM templates: what they say themselves, and what only a deployment knows.

import { describe, expect, test } from "vitest";
import type { OrganizationSnapshot } from "@withhold/policy";
import { documentOf } from "../document.fixture.js";
import { readTemplate } from "./read-template.js";

const tree = `
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Org: { Type: AWS::Organizations::Organization }
  Prod:
    Type: AWS::Organizations::OrganizationalUnit
    Properties: { Name: Production, ParentId: !GetAtt Org.RootId }
  Pay:
    Type: AWS::Organizations::Account
    Properties: { AccountName: Payments, Email: p@example.com, ParentIds: [!Ref Prod] }
  Lab:
    Type: AWS::Organizations::Account
    Properties: { AccountName: Lab, Email: l@example.com }
`;

async function read(text: string, parameters: Record<string, string> = {}): Promise<OrganizationSnapshot> {
  return readTemplate(await documentOf(text), new Map(Object.entries(parameters)), "2026-01-01T00:00:00Z");
}

const policy = (properties: string): string => `${tree}
  OptOut:
    Type: AWS::Organizations::Policy
    Properties:
      Name: OptOut
      Type: AISERVICES_OPT_OUT_POLICY
${properties.replaceAll(/^/gm, "      ")}
`;
const content = `Content: { services: { default: { opt_out_policy: { "@@assign": optOut } } } }`;

test("the tree of a template: what names no parent stands below the root, and so does the management account", async () => {
  const { units, accounts, root, unread, attachmentOrder } = await read(tree);
  expect([root, unread, attachmentOrder]).toEqual([{ id: "root" }, [], "unknown"]);
  expect(units).toEqual([{ id: "Prod", name: "Production", parentId: "root" }]);
  expect(accounts).toEqual([
    { id: "Org.ManagementAccountId", name: "management account", parentId: "root" },
    { id: "Pay", name: "Payments", parentId: "Prod" },
    { id: "Lab", name: "Lab", parentId: "root" },
  ]);
});

describe("the content of a policy", () => {
  test.each([
    ["an object", content, '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}'],
    ["a block of text", 'Content: |\n  {"services": {}}\n', '{"services": {}}\n'],
    ["a string", `Content: '{"services": {}}'`, '{"services": {}}'],
    ["text with a resource in it", 'Content: !Sub \'{"${Prod}": "${!Prod}"}\'', '{"Prod": "${Prod}"}'],
    ["an object with a function in it", "Content: { a: !Join ['-', [b, !Ref Pay]] }", '{"a":"b-Pay"}'],
    ["an object made text", "Content: { Fn::ToJsonString: { a: 1 } }", '{"a":1}'],
  ])("may be %s", async (_, text, expected) => {
    const { policies } = await read(policy(text));
    expect(policies).toEqual([
      {
        id: "OptOut",
        name: "OptOut",
        type: "AISERVICES_OPT_OUT_POLICY",
        content: expected,
        origin: { file: "template.yaml" },
      },
    ]);
  });

  test("that stands in the file as JSON has its place, and is its very text", async () => {
    const json = '{"services":\n {"lex": {"opt_out_policy": {"@@assign": "optOut"}}}}';
    const properties = { Name: "A", Type: "AISERVICES_OPT_OUT_POLICY", Content: "HERE" };
    const template = JSON.stringify({
      Resources: { A: { Type: "AWS::Organizations::Policy", Properties: properties } },
    });
    const text = `\n${template.replace('"HERE"', json)}`;
    const { policies } = await read(text);
    const column = text.split("\n")[1]!.indexOf(json.split("\n")[0]!) + 1;
    expect(policies[0]).toMatchObject({ content: json, origin: { file: "template.yaml", line: 2, column } });
  });

  test.each([
    ["!Ref Unheard", "the template has neither a parameter nor a resource `Unheard`"],
    ["!ImportValue x", "`Fn::ImportValue` is worked out when the stack is deployed"],
    ["{ a: { b: !If [x, y, z] } }", "`Fn::If` is worked out when the stack is deployed"],
    ["!Sub '${AWS::AccountId}'", "`AWS::AccountId` is known at deployment"],
  ])("that is %s is unread", async (value, why) => {
    const { policies, unread } = await read(policy(`Content: ${value}`));
    expect(policies[0]?.content).toBeNull();
    expect(unread).toEqual([{ what: "the content of policy `OptOut`", why, about: "OptOut" }]);
  });
});

describe("targets", () => {
  const withTargets = (targets: string): string =>
    `${policy(`${content}\nTargetIds: ${targets}`)}Parameters: { Root: { Type: String, Default: r-abcd } }\n`;

  test("are resources, ids and lists", async () => {
    const { attachments, unread } = await read(
      withTargets("[!GetAtt Org.RootId, !Ref Prod, !Ref Pay, !Ref AWS::NoValue]"),
    );
    expect(attachments.map(({ targetId }) => targetId)).toEqual(["root", "Prod", "Pay"]);
    expect(unread).toEqual([]);
  });

  test("by the root's id give the root its id", async () => {
    const { root, attachments, units } = await read(withTargets("[r-abcd, !GetAtt Org.RootId]"));
    expect([root.id, attachments, units[0]?.parentId]).toEqual([
      "r-abcd",
      [{ policyId: "OptOut", targetId: "r-abcd" }],
      "r-abcd",
    ]);
  });

  test("that the template does not describe stand somewhere, nobody knows where", async () => {
    const { attachments, accounts, units, unread } = await read(
      withTargets("[012345678901, ou-abcd-12345678]"),
    );
    expect(attachments.map(({ targetId }) => targetId)).toEqual(["012345678901", "ou-abcd-12345678"]);
    expect(accounts.at(-1)).toEqual({ id: "012345678901", name: "012345678901", parentId: "root" });
    expect(units.at(-1)).toEqual({ id: "ou-abcd-12345678", name: "ou-abcd-12345678", parentId: "root" });
    expect(unread.map(({ about }) => about)).toEqual(["012345678901", "ou-abcd-12345678"]);
  });

  test("from a parameter are unread, whatever its default, until somebody says its value", async () => {
    const text = withTargets("[!Ref Root]");
    const { attachments, unread } = await read(text);
    expect(attachments).toEqual([]);
    expect(unread).toEqual([
      {
        what: "where policy `OptOut` is attached",
        why: "parameter `Root` is given at deployment; say its value with --parameter Root=VALUE",
        about: "OptOut",
      },
    ]);
    expect(await read(text, { Root: "r-abcd" })).toMatchObject({ unread: [], root: { id: "r-abcd" } });
  });

  test("from a parameter may be a list", async () => {
    const text = withTargets("!Ref Root");
    const { attachments } = await read(text, { Root: "r-abcd, 012345678901" });
    expect(attachments.map(({ targetId }) => targetId)).toEqual(["r-abcd", "012345678901"]);
  });
});

test("maps of the template are looked up in it", async () => {
  const mapped = tree.replace("Name: Production", "Name: !FindInMap [Names, Units, !Ref Key]");
  const text = `${mapped}\nMappings: { Names: { Units: { prod: Live } } }\nParameters: { Key: { Type: String } }`;
  expect((await read(text, { Key: "prod" })).units[0]?.name).toBe("Live");
});

describe("what only a deployment knows", () => {
  const other = (resource: string): string => `${tree}\n  Other: ${resource}`;
  test.each([
    [other("{ Type: AWS::CloudFormation::Stack }"), "what nested stack `Other` holds", undefined],
    [
      tree.replace("AWS::Serverless-2016-10-31", "Own::Macro"),
      "what transform `Own::Macro` makes of the template",
      undefined,
    ],
    [
      tree.replace("Resources:", "Resources:\n  Fn::ForEach::X: [a, [b], {}]"),
      "what `Fn::ForEach::X` makes",
      undefined,
    ],
    [
      tree.replace(
        "Type: AWS::Organizations::Account",
        "Condition: C\n    Type: AWS::Organizations::Account",
      ),
      "where account `Payments` stands",
      "Pay",
    ],
    [tree.replace("[!Ref Prod]", "[!ImportValue x]"), "where account `Payments` stands", "Pay"],
    [tree.replace("!GetAtt Org.RootId", "!Ref Prod"), "where OU `Production` stands", "Prod"],
  ])("%# is unread", async (text, what, about) => {
    const { unread } = await read(text);
    expect(unread.map((entry) => [entry.what, entry.about])).toEqual([[what, about]]);
  });

  test("a condition on a policy makes its attachment doubtful at its target", async () => {
    const text = policy(`${content}\nTargetIds: [!Ref Prod]`).replace(
      "  OptOut:",
      "  OptOut:\n    Condition: C",
    );
    const { attachments, unread } = await read(text);
    expect(attachments).toEqual([]);
    expect(unread).toEqual([
      {
        what: "whether policy `OptOut` is attached to `Prod`",
        why: "condition `C` decides at deployment whether `OptOut` exists",
        about: "Prod",
      },
    ]);
  });

  test("a type that is not known makes the target doubtful", async () => {
    const text = policy(`${content}\nTargetIds: [!Ref Prod]`).replace(
      "AISERVICES_OPT_OUT_POLICY",
      "!Ref AWS::Region",
    );
    const { policies, unread } = await read(text);
    expect(policies).toEqual([]);
    expect(unread.map(({ about }) => about)).toEqual(["Prod"]);
  });
});

test("what is not known about a service control policy is about it alone, and changes no answer", async () => {
  const text = policy(`${content}\nTargetIds: [!Ref Prod, !ImportValue x]`)
    .replace("  OptOut:", "  OptOut:\n    Condition: C")
    .replace("AISERVICES_OPT_OUT_POLICY", "SERVICE_CONTROL_POLICY");
  const { unread } = await read(text);
  expect(unread.map(({ about }) => about)).toEqual(["OptOut", "OptOut"]);
});

test("a template without AWS Organizations is refused, with its place", async () => {
  await expect(read("Resources:\n  A: { Type: AWS::S3::Bucket }")).rejects.toThrow(
    "`template.yaml`, line 1, column 1: this template holds no resource of AWS Organizations",
  );
});
