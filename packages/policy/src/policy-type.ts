// The policy types that merge along the tree into an effective policy.

/** Those of the newest AWS SDK; service and resource control policies authorize and do not merge. */
export const mergeablePolicyTypes = [
  "AISERVICES_OPT_OUT_POLICY",
  "BACKUP_POLICY",
  "BEDROCK_POLICY",
  "CHATBOT_POLICY",
  "DECLARATIVE_POLICY_EC2",
  "GUARDDUTY_POLICY",
  "INSPECTOR_POLICY",
  "NETWORK_SECURITY_DIRECTOR_POLICY",
  "S3_POLICY",
  "SECURITYHUB_CSPM_POLICY",
  "SECURITYHUB_POLICY",
  "TAG_POLICY",
  "UPGRADE_ROLLOUT_POLICY",
] as const;
export type MergeablePolicyType = (typeof mergeablePolicyTypes)[number];

const mergeable: ReadonlySet<string> = new Set(mergeablePolicyTypes);

export function isMergeable(type: string): type is MergeablePolicyType {
  return mergeable.has(type);
}
