// The names of policy types, as the AWS console writes them.

import type { PolicyTypeSummary } from "@aws-sdk/client-organizations";
import { aiOptOutType } from "../paths.js";

const names: Readonly<Record<string, string>> = {
  AISERVICES_OPT_OUT_POLICY: "AI services opt-out policies",
  BACKUP_POLICY: "Backup policies",
  BEDROCK_POLICY: "Amazon Bedrock policies",
  CHATBOT_POLICY: "Chat applications policies",
  DECLARATIVE_POLICY_EC2: "Declarative policies for EC2",
  GUARDDUTY_POLICY: "Amazon GuardDuty policies",
  INSPECTOR_POLICY: "Amazon Inspector policies",
  NETWORK_SECURITY_DIRECTOR_POLICY: "Network security director policies",
  RESOURCE_CONTROL_POLICY: "Resource control policies",
  S3_POLICY: "Amazon S3 policies",
  SECURITYHUB_CSPM_POLICY: "Security Hub CSPM policies",
  SECURITYHUB_POLICY: "Security Hub policies",
  SERVICE_CONTROL_POLICY: "Service control policies",
  TAG_POLICY: "Tag policies",
  UPGRADE_ROLLOUT_POLICY: "Upgrade rollout policies",
};

/** A type that a later release of the API brings is named as the API names it. */
export function policyTypeName(type: string): string {
  return names[type] ?? type;
}

/** Those that are enabled, the opt-out first. */
export function enabledTypes(types: readonly PolicyTypeSummary[]): readonly string[] {
  const enabled = types.flatMap(({ Type, Status }) =>
    Type !== undefined && Status === "ENABLED" ? [Type] : [],
  );
  return enabled.toSorted((a, b) => Number(b === aiOptOutType) - Number(a === aiOptOutType));
}
