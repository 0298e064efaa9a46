// Every quota of an organization, with AWS's number where it is known; a server may start with others.

import { aiOptOutCharactersMax } from "@withhold/policy";

/** Counts; each a maximum that is itself still allowed. */
export interface Quotas {
  /** Accounts in an organization, the management account included. AWS begins with 10 and raises it on request. */
  readonly accountsMax: number;
  /** OUs in an organization. Source: AWS's quota page. */
  readonly organizationalUnitsMax: number;
  /** OU levels below the root. Source: AWS's quota page. */
  readonly organizationalUnitDepthMax: number;
  /** Policies of one type, service control policies excepted. Source: AWS's quota page. */
  readonly policiesPerTypeMax: number;
  readonly serviceControlPoliciesMax: number;
  /** Policies of one type attached directly to one entity. Source: AWS's quota page (AI opt-out and SCP: 5). */
  readonly attachmentsMax: number;
  /** The same for tag and backup policies. */
  readonly tagAndBackupAttachmentsMax: number;
  /** Characters of an AI opt-out document as written, white space included. Source: AWS's quota page. */
  readonly aiOptOutCharactersMax: number;
  /** Characters of a service or resource control policy. Source: AWS's quota page. */
  readonly controlPolicyCharactersMax: number;
  /** Characters of every other type. Source: AWS's quota page. */
  readonly otherPolicyCharactersMax: number;
  /** Tags on a root, OU, account or policy. Source: AWS's tagging page. */
  readonly tagsMax: number;
}

/** AWS's numbers, but for accounts: nobody pays for one here, so the default leaves room for the largest organizations. */
export const defaultQuotas: Quotas = {
  accountsMax: 100_000,
  organizationalUnitsMax: 2000,
  organizationalUnitDepthMax: 5,
  policiesPerTypeMax: 1000,
  serviceControlPoliciesMax: 10_000,
  attachmentsMax: 5,
  tagAndBackupAttachmentsMax: 10,
  aiOptOutCharactersMax,
  controlPolicyCharactersMax: 5120,
  otherPolicyCharactersMax: 10_000,
  tagsMax: 50,
};
