// The policy types of AWS Organizations: what to call them, and what each is for.
// Source: the service model of the newest SDK for the types, AWS's guide to policies for their purpose.

import type { PolicyType } from "@aws-sdk/client-organizations";
import { aiOptOutType } from "../paths.js";

export interface PolicyTypeFacts {
  readonly type: PolicyType;
  /** In the plural, as the navigation has it: `AI services opt-out policies`. */
  readonly name: string;
  /** One sentence. */
  readonly purpose: string;
}

type Told = readonly [name: string, purpose: string];

/** Total at compile time: a type that a newer SDK brings is missing here until somebody says what it is for. */
const told: Readonly<Record<PolicyType, Told>> = {
  AISERVICES_OPT_OUT_POLICY: [
    "AI services opt-out policies",
    "Whether AWS AI services may keep and use the content of your accounts to improve themselves.",
  ],
  BACKUP_POLICY: ["Backup policies", "Backup plans that apply to the resources of all accounts alike."],
  BEDROCK_POLICY: ["Bedrock policies", "Guardrails of Amazon Bedrock that hold in all accounts."],
  CHATBOT_POLICY: [
    "Chat applications policies",
    "Which chat applications and channels may reach your accounts.",
  ],
  DECLARATIVE_POLICY_EC2: [
    "Declarative policies for EC2",
    "Settings of Amazon EC2 that hold in all accounts, also for new APIs.",
  ],
  GUARDDUTY_POLICY: [
    "GuardDuty policies",
    "Where Amazon GuardDuty watches, and with which protection plans.",
  ],
  INSPECTOR_POLICY: ["Inspector policies", "Where Amazon Inspector scans for vulnerabilities."],
  NETWORK_SECURITY_DIRECTOR_POLICY: [
    "Network security director policies",
    "Where AWS network security director analyses network resources.",
  ],
  RESOURCE_CONTROL_POLICY: [
    "Resource control policies",
    "The most that anybody may ever be allowed to do with the resources of your accounts.",
  ],
  S3_POLICY: [
    "S3 policies",
    "Settings of Amazon S3, such as blocking public access, that hold in all accounts.",
  ],
  SECURITYHUB_CSPM_POLICY: [
    "Security Hub CSPM policies",
    "Where AWS Security Hub CSPM checks the security posture, and by which standards.",
  ],
  SECURITYHUB_POLICY: ["Security Hub policies", "Where AWS Security Hub is on."],
  SERVICE_CONTROL_POLICY: [
    "Service control policies",
    "The most that users and roles of your accounts may ever be allowed to do.",
  ],
  TAG_POLICY: ["Tag policies", "How tags on the resources of all accounts are to be written."],
  UPGRADE_ROLLOUT_POLICY: [
    "Upgrade rollout policies",
    "In which order automatic upgrades reach the resources of your accounts.",
  ],
};

/** AI services opt-out policies first, the others by name. */
export const policyTypes: readonly PolicyTypeFacts[] = (Object.keys(told) as PolicyType[])
  .map((type) => ({ type, name: told[type][0], purpose: told[type][1] }))
  .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, "en"));

function rank({ type }: PolicyTypeFacts): number {
  return type === aiOptOutType ? 0 : 1;
}

/** Undefined where the SDK knows no such type. */
export function policyTypeFacts(type: string): PolicyTypeFacts | undefined {
  return policyTypes.find((one) => one.type === type);
}
