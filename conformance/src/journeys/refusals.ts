// Act five: wrong steps, and the exact code that answers each. Nothing here changes anything.

import type { OperationName } from "@withhold/organization";
import type { Input } from "../clients/client.js";
import { optOutDocument } from "./documents.js";
import type { Act, Step } from "./run-journey.js";
import type { Refusal, Scene } from "./scene.js";

const aiType = "AISERVICES_OPT_OUT_POLICY";
const out = optOutDocument({ default: "optOut" });
/** Well-formed ids of what does not exist. */
const nowhere = {
  account: "999999999999",
  policy: "p-nosuchpolicy",
  request: "car-nosuchrequest0",
  root: "r-zzzz",
  unit: "ou-zzzz-zzzzzzzz",
};

function refused(
  name: string,
  operation: OperationName,
  input: (scene: Scene) => Input,
  refusal: Refusal,
): Step {
  return { name, run: async (scene) => scene.isRefused(operation, input(scene), refusal) };
}

const policy = (change: Input) => (): Input => ({
  Type: aiType,
  Name: "New",
  Description: "",
  Content: out,
  ...change,
});
const attachment =
  (policyName: string, targetName: string) =>
  (scene: Scene): Input => ({ PolicyId: scene.id(policyName), TargetId: scene.id(targetName) });
const move =
  (change: (scene: Scene) => Input) =>
  (scene: Scene): Input => ({
    AccountId: scene.id("Lab"),
    SourceParentId: scene.id("Speech"),
    DestinationParentId: scene.id("root"),
    ...change(scene),
  });

const malformed = { error: "MalformedPolicyDocumentException" };
const invalid = (reason: string): Refusal => ({ error: "InvalidInputException", reason });
const limit = (reason: string): Refusal => ({ error: "ConstraintViolationException", reason });

const documents: readonly Step[] = [
  refused("a document that is no JSON", "CreatePolicy", policy({ Content: "{" }), malformed),
  refused("a name that another policy of the type has", "CreatePolicy", policy({ Name: "Speech in" }), {
    error: "DuplicatePolicyException",
  }),
];

const attachments: readonly Step[] = [
  refused("a policy attached where it is", "AttachPolicy", attachment("everything out", "root"), {
    error: "DuplicatePolicyAttachmentException",
  }),
  refused(
    "a sixth policy",
    "AttachPolicy",
    attachment("Speech in", "Full"),
    limit("MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED"),
  ),
  refused("detaching what is not attached", "DetachPolicy", attachment("Speech in", "root"), {
    error: "PolicyNotAttachedException",
  }),
  refused(
    "deleting what is attached",
    "DeletePolicy",
    (scene) => ({ PolicyId: scene.id("everything out") }),
    { error: "PolicyInUseException" },
  ),
];

const strangers: readonly Step[] = [
  refused("a policy that does not exist", "DescribePolicy", () => ({ PolicyId: nowhere.policy }), {
    error: "PolicyNotFoundException",
  }),
  refused(
    "attaching to a target that does not exist",
    "AttachPolicy",
    (scene) => ({ PolicyId: scene.id("Speech in"), TargetId: nowhere.unit }),
    { error: "TargetNotFoundException" },
  ),
  refused(
    "the effective policy of an account that does not exist",
    "DescribeEffectivePolicy",
    () => ({ PolicyType: aiType, TargetId: nowhere.account }),
    { error: "TargetNotFoundException" },
  ),
  refused(
    "an OU under a parent that does not exist",
    "CreateOrganizationalUnit",
    () => ({ ParentId: nowhere.unit, Name: "New" }),
    { error: "ParentNotFoundException" },
  ),
  refused(
    "enabling a type in a root that does not exist",
    "EnablePolicyType",
    () => ({ RootId: nowhere.root, PolicyType: aiType }),
    { error: "RootNotFoundException" },
  ),
  refused(
    "a request for an account that was not made",
    "DescribeCreateAccountStatus",
    () => ({ CreateAccountRequestId: nowhere.request }),
    { error: "CreateAccountStatusNotFoundException" },
  ),
];

const moves: readonly Step[] = [
  refused(
    "moving an account that does not exist",
    "MoveAccount",
    move(() => ({ AccountId: nowhere.account })),
    { error: "AccountNotFoundException" },
  ),
  refused(
    "moving from a parent that does not exist",
    "MoveAccount",
    move(() => ({ SourceParentId: nowhere.unit })),
    { error: "SourceParentNotFoundException" },
  ),
  refused(
    "moving to a parent that does not exist",
    "MoveAccount",
    move(() => ({ DestinationParentId: nowhere.unit })),
    { error: "DestinationParentNotFoundException" },
  ),
  refused(
    "moving from where the account is not",
    "MoveAccount",
    move((scene) => ({ SourceParentId: scene.id("Research") })),
    { error: "AccountNotFoundException" },
  ),
];

const inputs: readonly Step[] = [
  refused("a second organization", "CreateOrganization", () => ({}), {
    error: "AlreadyInOrganizationException",
  }),
  refused(
    "the effective policy of an OU",
    "DescribeEffectivePolicy",
    (scene) => ({ PolicyType: aiType, TargetId: scene.id("Research") }),
    invalid("TARGET_NOT_SUPPORTED"),
  ),
  refused(
    "a policy type that does not exist",
    "ListPolicies",
    () => ({ Filter: "AI_OPT_OUT" }),
    invalid("INVALID_ENUM_POLICY_TYPE"),
  ),
  refused("a required parameter left out", "DescribeEffectivePolicy", () => ({}), {
    ...invalid("INPUT_REQUIRED"),
    clientMayRefuse: true,
  }),
  refused(
    "a page token made up",
    "ListAccounts",
    () => ({ NextToken: "bm8gdG9rZW4" }),
    invalid("INVALID_NEXT_TOKEN"),
  ),
  refused(
    "a page token of another call",
    "ListPolicies",
    (scene) => ({ Filter: aiType, NextToken: scene.id("token") }),
    invalid("INVALID_NEXT_TOKEN"),
  ),
];

/** Told apart by the server alone, so that one quick client is enough to see them. */
const finer: readonly Step[] = [
  refused(
    "a document as an effective policy reads",
    "CreatePolicy",
    policy({ Content: '{"services":{"lex":{"opt_out_policy":"optOut"}}}' }),
    malformed,
  ),
  refused(
    "a misspelt service",
    "CreatePolicy",
    policy({ Content: optOutDocument({ recognition: "optOut" }) }),
    malformed,
  ),
  refused(
    "an update to a malformed document",
    "UpdatePolicy",
    (scene) => ({ PolicyId: scene.id("Speech in"), Content: "{}" }),
    malformed,
  ),
  refused(
    "a document of 2,501 characters",
    "CreatePolicy",
    policy({ Content: out.padEnd(2501) }),
    limit("POLICY_CONTENT_LIMIT_EXCEEDED"),
  ),
  refused(
    "attaching a policy that does not exist",
    "AttachPolicy",
    (scene) => ({ PolicyId: nowhere.policy, TargetId: scene.id("root") }),
    { error: "PolicyNotFoundException" },
  ),
  refused(
    "the policies of a target that does not exist",
    "ListPoliciesForTarget",
    () => ({ TargetId: nowhere.account, Filter: aiType }),
    { error: "TargetNotFoundException" },
  ),
  refused(
    "the OUs of a parent that does not exist",
    "ListOrganizationalUnitsForParent",
    () => ({ ParentId: nowhere.unit }),
    { error: "ParentNotFoundException" },
  ),
  refused(
    "moving to where the account is",
    "MoveAccount",
    move((scene) => ({ DestinationParentId: scene.id("Speech") })),
    { error: "DuplicateAccountException" },
  ),
  refused(
    "two OUs of one name under one parent",
    "CreateOrganizationalUnit",
    (scene) => ({ ParentId: scene.id("root"), Name: "Research" }),
    { error: "DuplicateOrganizationalUnitException" },
  ),
  refused(
    "a policy type that has no effective policy",
    "DescribeEffectivePolicy",
    () => ({ PolicyType: "SERVICE_CONTROL_POLICY" }),
    invalid("INVALID_ENUM_POLICY_TYPE"),
  ),
  refused(
    "an id that is none",
    "DescribePolicy",
    () => ({ PolicyId: "everything-out" }),
    invalid("INVALID_SYNTAX_POLICY_ID"),
  ),
];

export const finerRefusals: Act = { title: "finer wrong steps", anyOrder: true, steps: finer };

export const refusals: Act = {
  title: "wrong steps",
  anyOrder: true,
  steps: [...documents, ...attachments, ...strangers, ...moves, ...inputs],
};
