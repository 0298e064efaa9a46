// What differs between policy types: quotas, default policies, minimum attachments.

import type { PolicyType } from "@aws-sdk/client-organizations";
import type { Quotas } from "./quotas.js";

/** A policy that AWS itself provides: it stands in every organization, and cannot be changed or deleted. */
interface ManagedPolicy {
  readonly policyId: string;
  readonly policyType: PolicyType;
  readonly name: string;
  readonly description: string;
  readonly content: string;
}

const allowEverything = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};
const allowEveryone = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
};

/** What a new organization gets. Organizations keep what their own record says, whatever stands here later. */
export const managedPolicies: readonly ManagedPolicy[] = [
  {
    policyId: "p-FullAWSAccess",
    policyType: "SERVICE_CONTROL_POLICY",
    name: "FullAWSAccess",
    description: "Allows access to every operation",
    content: JSON.stringify(allowEverything),
  },
  {
    policyId: "p-RCPFullAWSAccess",
    policyType: "RESOURCE_CONTROL_POLICY",
    name: "RCPFullAWSAccess",
    description: "Allows access to every resource",
    content: JSON.stringify(allowEveryone),
  },
];

export function charactersMax(type: PolicyType, quotas: Quotas): number {
  if (type === "AISERVICES_OPT_OUT_POLICY") return quotas.aiOptOutCharactersMax;
  const isControl = type === "SERVICE_CONTROL_POLICY" || type === "RESOURCE_CONTROL_POLICY";
  return isControl ? quotas.controlPolicyCharactersMax : quotas.otherPolicyCharactersMax;
}

export function attachmentsMax(type: PolicyType, quotas: Quotas): number {
  const roomy = type === "TAG_POLICY" || type === "BACKUP_POLICY";
  return roomy ? quotas.tagAndBackupAttachmentsMax : quotas.attachmentsMax;
}

/** The fewest that an entity must keep while the type is enabled. */
export function attachmentsMin(type: PolicyType): number {
  return type === "SERVICE_CONTROL_POLICY" ? 1 : 0;
}

export function policiesMax(type: PolicyType, quotas: Quotas): number {
  return type === "SERVICE_CONTROL_POLICY" ? quotas.serviceControlPoliciesMax : quotas.policiesPerTypeMax;
}
