// What differs between policy types: quotas, default policies, minimum attachments.

import { policyTypes } from "./policy-type-names.js";
import type { PolicyType } from "@aws-sdk/client-organizations";
import type { Quotas } from "./quotas.js";

/** A policy that AWS itself provides: it stands in every organization, and cannot be changed or deleted. */
export interface ManagedPolicy {
  readonly id: string;
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

/** Attached to every entity when its type is enabled. */
const managed: Partial<Record<PolicyType, ManagedPolicy>> = {
  SERVICE_CONTROL_POLICY: {
    id: "p-FullAWSAccess",
    name: "FullAWSAccess",
    description: "Allows access to every operation",
    content: JSON.stringify(allowEverything),
  },
  RESOURCE_CONTROL_POLICY: {
    id: "p-RCPFullAWSAccess",
    name: "RCPFullAWSAccess",
    description: "Allows access to every resource",
    content: JSON.stringify(allowEveryone),
  },
};

export function managedPolicy(type: PolicyType): ManagedPolicy | undefined {
  return managed[type];
}

/** Types that have a policy of AWS's own. */
export const typesWithManagedPolicy: readonly PolicyType[] = policyTypes.filter(
  (type) => managed[type] !== undefined,
);

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
