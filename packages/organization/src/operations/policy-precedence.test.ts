import { expect, test } from "vitest";
import { ExampleCell, aiType, choice, denyAll, nowhere, rcpType, scpType } from "../example-cell.fixture.js";

type Call = (cell: ExampleCell) => string;

/** `both` commits the two faults at once; `mended` only the second. */
function over(operation: string, [first, second]: readonly [string, string], both: Call, mended: Call): void {
  test(`${operation}: ${first} before ${second}`, () => {
    expect([both(new ExampleCell()), mended(new ExampleCell())]).toEqual([first, second]);
  });
}

const twice = [
  { Key: "team", Value: "a" },
  { Key: "team", Value: "b" },
];
const full = { quotas: { attachmentsMax: 1 } };
const tight = { quotas: { aiOptOutCharactersMax: 20, policiesPerTypeMax: 2 } };
const limit = "ConstraintViolationException: ";
const aws = "p-FullAWSAccess";
const ours = { Type: aiType, Name: "New", Description: "", Content: choice("lex", "optOut") } as const;
const [tooLong, malformed, taken] = ["x".repeat(21), "{}", "Lex in"];

const attach =
  (policy: Call, target: Call, manner = {}): Call =>
  (c) =>
    c.refusal("AttachPolicy", { PolicyId: policy(c), TargetId: target(c) }, manner);
const spare: Call = (c) => c.spare;
const root: Call = (c) => c.root;
const disabled =
  (call: Call): Call =>
  (c) => {
    c.disable(aiType);
    return call(c);
  };

over(
  "AttachPolicy",
  ["PolicyNotFoundException", "TargetNotFoundException"],
  attach(
    () => nowhere.policy,
    () => nowhere.unit,
  ),
  attach(spare, () => nowhere.unit),
);
over(
  "AttachPolicy",
  ["TargetNotFoundException", "PolicyTypeNotEnabledException"],
  disabled(attach(spare, () => nowhere.unit)),
  disabled(attach(spare, root)),
);
over(
  "AttachPolicy",
  ["PolicyTypeNotEnabledException", `${limit}MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED`],
  disabled(attach(spare, root, { quotas: { attachmentsMax: 0 } })),
  attach(spare, root, { quotas: { attachmentsMax: 0 } }),
);
over(
  "AttachPolicy",
  ["DuplicatePolicyAttachmentException", `${limit}MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED`],
  attach((c) => c.optOut, root, full),
  attach(spare, root, full),
);

const detach =
  (policy: Call, target: Call): Call =>
  (c) =>
    c.refusal("DetachPolicy", { PolicyId: policy(c), TargetId: target(c) });
over(
  "DetachPolicy",
  ["PolicyNotFoundException", "TargetNotFoundException"],
  detach(
    () => nowhere.policy,
    () => nowhere.unit,
  ),
  detach(spare, () => nowhere.unit),
);
over(
  "DetachPolicy",
  ["TargetNotFoundException", "PolicyNotAttachedException"],
  detach(spare, () => nowhere.unit),
  detach(spare, root),
);
over(
  "DetachPolicy",
  ["PolicyNotAttachedException", `${limit}MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED`],
  (c) => detach(() => c.policy("Deny", denyAll, scpType), root)(c),
  detach(() => aws, root),
);
over(
  "DetachPolicy",
  ["PolicyNotAttachedException", "InvalidInputException: NON_DETACHABLE_POLICY"],
  detach(() => "p-RCPFullAWSAccess", root),
  (c) => {
    c.enable(rcpType);
    return detach(() => "p-RCPFullAWSAccess", root)(c);
  },
);

const create =
  (change: object, manner = {}): Call =>
  (c) =>
    c.refusal("CreatePolicy", { ...ours, ...change }, manner);
over(
  "CreatePolicy",
  ["PolicyTypeNotAvailableForOrganizationException", "MalformedPolicyDocumentException"],
  (c) => {
    c.act("CreateOrganization", { FeatureSet: "CONSOLIDATED_BILLING" }, { as: c.outsider });
    return create({ Content: malformed }, { as: c.outsider })(c);
  },
  create({ Content: malformed }),
);
over(
  "CreatePolicy",
  [`${limit}POLICY_CONTENT_LIMIT_EXCEEDED`, "MalformedPolicyDocumentException"],
  create({ Content: tooLong }, tight),
  create({ Content: malformed }, tight),
);
over(
  "CreatePolicy",
  ["MalformedPolicyDocumentException", "DuplicatePolicyException"],
  create({ Content: malformed, Name: taken }),
  create({ Name: taken }),
);
over(
  "CreatePolicy",
  ["DuplicatePolicyException", `${limit}POLICY_NUMBER_LIMIT_EXCEEDED`],
  create({ Name: taken }, { quotas: { policiesPerTypeMax: 2 } }),
  create({}, { quotas: { policiesPerTypeMax: 2 } }),
);
over(
  "CreatePolicy",
  ["InvalidInputException: DUPLICATE_TAG_KEY", "MalformedPolicyDocumentException"],
  create({ Tags: twice, Content: malformed }),
  create({ Content: malformed }),
);

const update =
  (change: object, manner = {}): Call =>
  (c) =>
    c.refusal("UpdatePolicy", { PolicyId: c.spare, ...change }, manner);
over(
  "UpdatePolicy",
  ["PolicyNotFoundException", "MalformedPolicyDocumentException"],
  update({ PolicyId: nowhere.policy, Content: malformed }),
  update({ Content: malformed }),
);
over(
  "UpdatePolicy",
  ["InvalidInputException: IMMUTABLE_POLICY", "MalformedPolicyDocumentException"],
  update({ PolicyId: aws, Content: "[]" }),
  update({ Content: "[]" }),
);
over(
  "UpdatePolicy",
  [`${limit}POLICY_CONTENT_LIMIT_EXCEEDED`, "MalformedPolicyDocumentException"],
  update({ Content: tooLong }, tight),
  update({ Content: malformed }, tight),
);
over(
  "UpdatePolicy",
  ["MalformedPolicyDocumentException", "DuplicatePolicyException"],
  update({ Content: malformed, Name: "Opt out" }),
  update({ Name: "Opt out" }),
);

const remove =
  (policy: Call): Call =>
  (c) =>
    c.refusal("DeletePolicy", { PolicyId: policy(c) });
over(
  "DeletePolicy",
  ["InvalidInputException: IMMUTABLE_POLICY", "PolicyInUseException"],
  remove(() => aws),
  remove((c) => c.optOut),
);

const app: Call = (c) => c.app;
const type =
  (
    operation: "EnablePolicyType" | "DisablePolicyType",
    rootOf: Call,
    PolicyType: typeof aiType | "TAG_POLICY",
  ): Call =>
  (c) =>
    c.refusal(operation, { RootId: rootOf(c), PolicyType });
const noRoot: Call = () => nowhere.root;
over(
  "EnablePolicyType",
  ["RootNotFoundException", "PolicyTypeAlreadyEnabledException"],
  type("EnablePolicyType", noRoot, aiType),
  type("EnablePolicyType", root, aiType),
);
over(
  "DisablePolicyType",
  ["RootNotFoundException", "PolicyTypeNotEnabledException"],
  type("DisablePolicyType", noRoot, "TAG_POLICY"),
  type("DisablePolicyType", root, "TAG_POLICY"),
);

const effective =
  (target: Call, PolicyType: typeof aiType | "TAG_POLICY", by?: Call): Call =>
  (c) =>
    c.refusal(
      "DescribeEffectivePolicy",
      { PolicyType, TargetId: target(c) },
      { as: (by ?? ((e) => e.management))(c) },
    );
over(
  "DescribeEffectivePolicy",
  ["AccessDeniedException", "InvalidInputException: TARGET_NOT_SUPPORTED"],
  effective(root, aiType, app),
  effective(root, aiType),
);
over(
  "DescribeEffectivePolicy",
  ["AccessDeniedException", "TargetNotFoundException"],
  effective(() => nowhere.account, aiType, app),
  effective(() => nowhere.account, aiType),
);
over(
  "DescribeEffectivePolicy",
  ["InvalidInputException: TARGET_NOT_SUPPORTED", "EffectivePolicyNotFoundException"],
  effective(root, "TAG_POLICY"),
  effective(app, "TAG_POLICY"),
);
over(
  "DescribeEffectivePolicy",
  ["TargetNotFoundException", "EffectivePolicyNotFoundException"],
  effective(() => nowhere.account, "TAG_POLICY"),
  effective(app, "TAG_POLICY"),
);
