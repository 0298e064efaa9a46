// The key under which all of a policy stands, by type.

import type { MergeablePolicyType } from "./policy-type.js";

interface TopLevelKey {
  readonly key: string;
  readonly source: string;
}

const guide = (page: string): string => `AWS Organizations User Guide, orgs_manage_policies_${page}_syntax`;

/** Undefined where no source that we could read shows it: such documents may begin as they like. */
const topLevelKeys: Readonly<Record<MergeablePolicyType, TopLevelKey | undefined>> = {
  AISERVICES_OPT_OUT_POLICY: { key: "services", source: guide("ai-opt-out") },
  BACKUP_POLICY: { key: "plans", source: guide("backup") },
  BEDROCK_POLICY: { key: "bedrock", source: "acceptance tests of the Terraform provider for AWS" },
  CHATBOT_POLICY: undefined,
  DECLARATIVE_POLICY_EC2: { key: "ec2_attributes", source: guide("ec2") },
  GUARDDUTY_POLICY: undefined,
  INSPECTOR_POLICY: { key: "inspector", source: guide("inspector") },
  NETWORK_SECURITY_DIRECTOR_POLICY: {
    key: "network_security_director",
    source: guide("network_security_director"),
  },
  S3_POLICY: { key: "s3_attributes", source: "configurations that AWS's console generated" },
  SECURITYHUB_CSPM_POLICY: undefined,
  SECURITYHUB_POLICY: { key: "securityhub", source: guide("security_hub") },
  TAG_POLICY: { key: "tags", source: guide("tag-policies") },
  UPGRADE_ROLLOUT_POLICY: { key: "upgrade_rollout", source: guide("upgrade_rollout") },
};

export function topLevelKey(type: MergeablePolicyType): string | undefined {
  return topLevelKeys[type]?.key;
}
