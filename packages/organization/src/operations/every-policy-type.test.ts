import { mergeablePolicyTypes } from "@withhold/policy";
import type { MergeablePolicyType } from "@withhold/policy";
import { expect, test } from "vitest";
import { ExampleCell, choice } from "../example-cell.fixture.js";

/** A document of each type, in the form that AWS shows where it shows one, and its effective policy. */
const regions = (value: string) => ({ enable_in_regions: { "@@assign": [value] } });
const documents: Readonly<Record<MergeablePolicyType, object>> = {
  AISERVICES_OPT_OUT_POLICY: JSON.parse(choice("lex", "optOut")) as object,
  BACKUP_POLICY: { plans: { daily: { regions: { "@@append": ["eu-west-1"] } } } },
  BEDROCK_POLICY: {
    bedrock: { guardrail_inference: { "us-east-1": { one: { input_tags: { "@@assign": "honor" } } } } },
  },
  CHATBOT_POLICY: { chatbot: { platforms: { slack: { client: { "@@assign": "enabled" } } } } },
  DECLARATIVE_POLICY_EC2: { ec2_attributes: { exception_message: { "@@assign": "ask the platform team" } } },
  GUARDDUTY_POLICY: { anything: { "@@assign": true } },
  INSPECTOR_POLICY: { inspector: { enablement: { ec2_scanning: regions("us-east-1") } } },
  NETWORK_SECURITY_DIRECTOR_POLICY: {
    network_security_director: { enablement: { network_security_scan: regions("us-east-1") } },
  },
  S3_POLICY: { s3_attributes: { public_access_block_configuration: { "@@assign": "all" } } },
  SECURITYHUB_CSPM_POLICY: { anything: { "@@assign": 1 } },
  SECURITYHUB_POLICY: { securityhub: regions("ALL_SUPPORTED") },
  TAG_POLICY: { tags: { stage: { tag_key: { "@@assign": "Stage" } } } },
  UPGRADE_ROLLOUT_POLICY: { upgrade_rollout: { default: { patch_order: { "@@assign": "last" } } } },
};

/** As an effective policy reads. */
function without(node: unknown): unknown {
  if (typeof node !== "object" || node === null || Array.isArray(node)) return node;
  const { "@@assign": assigned, "@@append": appended } = node as Record<string, unknown>;
  const value = assigned ?? appended;
  if (value !== undefined) return value;
  return Object.fromEntries(Object.entries(node).map(([key, member]) => [key, without(member)]));
}

test.each(mergeablePolicyTypes)("%s: enabled, created, attached, inherited, read, disabled", (type) => {
  const cell = new ExampleCell();
  const PolicyType = type;
  if (type !== "AISERVICES_OPT_OUT_POLICY") {
    cell.act("EnablePolicyType", { RootId: cell.root, PolicyType });
  }
  const Content = JSON.stringify(documents[type]);
  const input = { Type: type, Name: "New", Description: "", Content } as const;
  const PolicyId = cell.act("CreatePolicy", input).Policy?.PolicySummary?.Id ?? "";
  cell.act("AttachPolicy", { PolicyId, TargetId: cell.production });
  const { EffectivePolicy } = cell.act("DescribeEffectivePolicy", { PolicyType, TargetId: cell.app });
  expect(JSON.parse(EffectivePolicy?.PolicyContent ?? "")).toMatchObject(without(documents[type]) as object);
  cell.act("DisablePolicyType", { RootId: cell.root, PolicyType });
  expect(cell.refusal("DescribeEffectivePolicy", { PolicyType, TargetId: cell.app })).toBe(
    "EffectivePolicyNotFoundException",
  );
});

test("a document under the key of another type is refused", () => {
  const cell = new ExampleCell();
  const Content = JSON.stringify(documents.TAG_POLICY);
  const input = { Type: "BACKUP_POLICY", Name: "New", Description: "", Content } as const;
  expect(cell.refusal("CreatePolicy", input)).toBe("MalformedPolicyDocumentException");
});
