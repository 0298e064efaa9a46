// Inputs that pass, a row per constraint that fails, and which of two failures wins.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileShape } from "./compile-shape.js";
import { declaredErrors } from "./declared-errors.js";
import { findViolation } from "./find-violation.js";
import { operationNames } from "./operation-names.js";
import type { OperationName } from "./operation-names.js";
import { validateInput } from "./validate-input.js";

const target = { PolicyId: "p-12345678", TargetId: "r-abcd" };
const policy = { Content: "{}", Description: "", Name: "n", Type: "AISERVICES_OPT_OUT_POLICY" };
const account = { Email: "a@b.example", AccountName: "A" };
const transfer = { Type: "BILLING", Target: { Id: "1", Type: "ACCOUNT" }, SourceName: "s" };
const tag = (Key: unknown, Value: unknown) => ({ ...policy, Tags: [{ Key, Value }] });

describe("an input that holds", () => {
  it.each([
    ["AttachPolicy", target, target],
    ["AttachPolicy", { ...target, TargetId: "123456789012" }, { ...target, TargetId: "123456789012" }],
    ["AttachPolicy", { ...target, Extra: { deep: [] } }, target],
    ["ListRoots", { NextToken: null, MaxResults: 20 }, { MaxResults: 20 }],
    ["ListRoots", { MaxResults: 1.0 }, { MaxResults: 1 }],
    ["DescribeOrganization", { anything: 1 }, {}],
    ["CreatePolicy", tag("k", ""), tag("k", "")],
    ["CreatePolicy", { ...policy, Name: "😀".repeat(128) }, { ...policy, Name: "😀".repeat(128) }],
    ["ListCreateAccountStatus", { States: ["FAILED"] }, { States: ["FAILED"] }],
    [
      "TerminateResponsibilityTransfer",
      { Id: "rt-12345678", EndTimestamp: 1596733923.456 },
      { Id: "rt-12345678", EndTimestamp: new Date(1596733923456) },
    ],
    ["TagResource", { ResourceId: "rp-abcd", Tags: [] }, { ResourceId: "rp-abcd", Tags: [] }],
  ] as [OperationName, unknown, unknown][])("%s %j", (operation, decoded, input) => {
    expect(validateInput(operation, decoded)).toEqual({ ok: true, input });
  });

  it("may be megabytes of policy text", () => {
    expect(validateInput("CreatePolicy", { ...policy, Content: "😀".repeat(2_000_000) }).ok).toBe(true);
  });

  it("reaches no prototype", () => {
    const decoded: unknown = JSON.parse(
      '{"__proto__":{"PolicyId":"p-12345678","TargetId":"r-abcd"},"constructor":1}',
    );
    expect(validateInput("AttachPolicy", decoded)).toMatchObject({ fault: { reason: "INPUT_REQUIRED" } });
    const inherited: unknown = Object.create(target);
    expect(validateInput("AttachPolicy", inherited).ok).toBe(false);
    const validated = validateInput("AttachPolicy", target);
    expect(validated.ok && Object.getPrototypeOf(validated.input)).toBeNull();
  });
});

describe("a constraint that fails", () => {
  it.each([
    ["INPUT_REQUIRED", "AttachPolicy", { PolicyId: "p-12345678" }, "`TargetId` is required, give it"],
    ["INPUT_REQUIRED", "AttachPolicy", { ...target, PolicyId: null }, "`PolicyId` is required, give it"],
    ["INPUT_REQUIRED", "CreatePolicy", tag("k", undefined), "`Tags[0].Value` is required, give it"],
    [
      "INPUT_REQUIRED",
      "InviteAccountToOrganization",
      { Target: { Id: "x" } },
      "`Target.Type` is required, give it",
    ],
    [
      "MAX_LENGTH_EXCEEDED",
      "CreatePolicy",
      { ...policy, Name: "😀".repeat(129) },
      `\`Name\` is \`${"😀".repeat(64)}…\`, which has 129 characters, give at most 128`,
    ],
    [
      "MIN_LENGTH_EXCEEDED",
      "CreatePolicy",
      { ...policy, Name: "" },
      "`Name` is ``, which has 0 characters, give at least 1",
    ],
    [
      "MAX_LENGTH_EXCEEDED",
      "DescribeAccount",
      { AccountId: "1234567890123" },
      "`AccountId` is `1234567890123`, which has 13 characters, give at most 12",
    ],
    ["MAX_VALUE_EXCEEDED", "ListRoots", { MaxResults: 21 }, "`MaxResults` is `21`, give at most 20"],
    ["MIN_VALUE_EXCEEDED", "ListRoots", { MaxResults: 0 }, "`MaxResults` is `0`, give at least 1"],
    [
      "INVALID_PATTERN",
      "DescribeAccount",
      { AccountId: "12345678901" },
      "`AccountId` is `12345678901`, which does not match the pattern `^\\d{12}$`, give a value that does",
    ],
    ["INVALID_PATTERN", "DescribeAccount", { AccountId: "12345678901\n" }, undefined],
    ["INVALID_PATTERN", "CreatePolicy", tag("a!", "v"), undefined],
    ["INVALID_PATTERN", "ListChildren", { ParentId: "xr-abcd", ChildType: "ACCOUNT" }, undefined],
    ["INVALID_PATTERN", "TagResource", { ResourceId: "p-12345678!", Tags: [] }, undefined],
    ["INVALID_PATTERN", "CreateAccount", { ...account, RoleName: "" }, undefined],
    ["INVALID_PATTERN_TARGET_ID", "AttachPolicy", { ...target, TargetId: "r-abcd/x" }, undefined],
    ["INVALID_PATTERN_TARGET_ID", "AttachPolicy", { ...target, TargetId: "x123456789012" }, undefined],
    ["INVALID_SYNTAX_POLICY_ID", "AttachPolicy", { ...target, PolicyId: "q" }, undefined],
    [
      "INVALID_ENUM",
      "CreateOrganization",
      { FeatureSet: "SOME" },
      "`FeatureSet` is `SOME`, which is not a known value, give one of `ALL`, `CONSOLIDATED_BILLING`",
    ],
    ["INVALID_ENUM", "CreateOrganization", { FeatureSet: "constructor" }, undefined],
    ["INVALID_ENUM_POLICY_TYPE", "ListPolicies", { Filter: "AI" }, undefined],
    [
      "INVALID_ENUM_POLICY_TYPE",
      "DescribeEffectivePolicy",
      { PolicyType: "SERVICE_CONTROL_POLICY" },
      undefined,
    ],
    ["INVALID_LIST_MEMBER", "ListCreateAccountStatus", { States: ["FAILED", "LOST"] }, undefined],
    [
      "INVALID_LIST_MEMBER",
      "UntagResource",
      { ResourceId: "r-abcd", TagKeys: ["ok", ""] },
      "`TagKeys[1]` is ``, which has 0 characters, give at least 1",
    ],
    ["MAX_LENGTH_EXCEEDED", "CreatePolicy", tag("k".repeat(129), "v"), undefined],
  ] as [string, OperationName, unknown, string | undefined][])(
    "%s %s %j",
    (reason, operation, decoded, message) => {
      const validated = validateInput(operation, decoded);
      expect(validated).toMatchObject({
        ok: false,
        fault: { kind: "modelled", code: "InvalidInputException", reason },
      });
      if (message !== undefined) expect(validated).toMatchObject({ fault: { message } });
    },
  );

  it.each([
    ["CreateAccount", { ...account, Email: "secret-person" }],
    ["CreateAccount", { ...account, Email: `secret${"x".repeat(64)}` }],
    ["CreateAccount", { ...account, AccountName: "secret\n" }],
    ["InviteAccountToOrganization", { Target: { Id: `secret${"x".repeat(64)}`, Type: "EMAIL" } }],
    ["InviteAccountToOrganization", { ...transfer, Notes: `secret${"x".repeat(1024)}` }],
    ["UpdateResponsibilityTransfer", { Id: "rt-12345678", Name: "secret\n" }],
  ] as [OperationName, unknown][])("does not repeat what is sensitive: %s", (operation, decoded) => {
    const validated = validateInput(operation, decoded);
    expect(validated.ok).toBe(false);
    expect(JSON.stringify(validated)).not.toContain("secret");
  });

  it("is found in lists that are too long or too short", () => {
    const shape = compileShape(
      { L: { type: "list", member: "I", min: 1, max: 2 }, I: { type: "integer", max: 5 } },
      "L",
    );
    expect([[], [1], [1, 2, 3], [9]].map((list) => findViolation(shape, list, "L")?.reason)).toEqual([
      "MIN_LENGTH_EXCEEDED",
      undefined,
      "MAX_LENGTH_EXCEEDED",
      "INVALID_LIST_MEMBER",
    ]);
  });

  it("cannot name a shape outside the table", () => {
    expect(() => compileShape({}, "Missing")).toThrow(TypeError);
  });
});

describe("a wrong JSON type", () => {
  it.each([
    ["AttachPolicy", [], "the input is a list, give an object"],
    ["AttachPolicy", null, "the input is null, give an object"],
    ["AttachPolicy", { PolicyId: 5 }, "`PolicyId` is a number of another kind, give a string"],
    ["ListRoots", { MaxResults: "5" }, "`MaxResults` is a string, give an integer"],
    ["ListRoots", { MaxResults: 1.5 }, "`MaxResults` is a number of another kind, give an integer"],
    ["ListRoots", { MaxResults: Infinity }, "`MaxResults` is a number of another kind, give an integer"],
    ["CreatePolicy", { Tags: {} }, "`Tags` is an object, give a list"],
    ["CreatePolicy", { Tags: [null] }, "`Tags[0]` is null, give an object"],
    ["CreatePolicy", { Tags: [{ Key: true }] }, "`Tags[0].Key` is a boolean, give a string"],
    ["UntagResource", { TagKeys: ["a", 1] }, "`TagKeys[1]` is a number of another kind, give a string"],
    [
      "TerminateResponsibilityTransfer",
      { EndTimestamp: "2020-01-01" },
      "`EndTimestamp` is a string, give a number of seconds since the epoch",
    ],
    ["TerminateResponsibilityTransfer", { EndTimestamp: 1e300 }, undefined],
  ] as [OperationName, unknown, string | undefined][])("%s %j", (operation, decoded, message) => {
    const validated = validateInput(operation, decoded);
    expect(validated).toMatchObject({ ok: false, fault: { kind: "common", code: "SerializationException" } });
    if (message !== undefined) expect(validated).toMatchObject({ fault: { message } });
  });
});

describe("of two failures", () => {
  it.each([
    [
      "a wrong type beats a missing member",
      "AttachPolicy",
      { TargetId: 1 },
      { code: "SerializationException" },
    ],
    [
      "a missing member beats a pattern before it",
      "AttachPolicy",
      { PolicyId: "x" },
      { reason: "INPUT_REQUIRED" },
    ],
    [
      "a missing nested member beats a pattern at the top",
      "CreatePolicy",
      { ...tag("k", null), Name: "" },
      { reason: "INPUT_REQUIRED" },
    ],
    [
      "the first missing member in model order wins",
      "CreatePolicy",
      { Name: "" },
      { message: "`Content` is required, give it" },
    ],
    [
      "the first violation in model order wins",
      "AttachPolicy",
      { TargetId: "x", PolicyId: "x" },
      { reason: "INVALID_SYNTAX_POLICY_ID" },
    ],
    [
      "length beats pattern",
      "DescribeAccount",
      { AccountId: "x".repeat(13) },
      { reason: "MAX_LENGTH_EXCEEDED" },
    ],
  ] as [string, OperationName, unknown, object][])("%s", (_, operation, decoded, fault) => {
    expect(validateInput(operation, decoded)).toMatchObject({ ok: false, fault });
  });
});

it("never throws and declares what it answers", () => {
  fc.assert(
    fc.property(fc.constantFrom(...operationNames), fc.jsonValue(), (operation, decoded) => {
      const validated = validateInput(operation, decoded);
      if (validated.ok || validated.fault.code === "SerializationException") return;
      expect(declaredErrors(operation)).toContain(validated.fault.code);
    }),
  );
});
