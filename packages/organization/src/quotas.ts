// Every quota and waiting time of an organization, with AWS's number where it is known; a server may start with others.

import { aiOptOutCharactersMax } from "@withhold/policy";

/** Counts and days. A maximum is itself still allowed, a minimum is enough. */
export interface Quotas {
  /** Accounts in an organization, the management account included. AWS begins with 10 and raises it on request. */
  readonly accountsMax: number;
  /** Days after its creation before an account that the organization created may be removed. */
  readonly createdAccountDaysMin: number;
  /** Days after it was closed before an account may be removed. AWS removes it then by itself. */
  readonly closedAccountDaysMin: number;
  /** Closures of accounts in 30 days that are allowed whatever the size of the organization. Source: the API model. */
  readonly closuresBaseMax: number;
  /** The same in percent of the member accounts, where that is more. Source: the API model. */
  readonly closuresPercentMax: number;
  /** The most closures in 30 days, however large the organization. Source: the API model. */
  readonly closuresMax: number;
  /**
   * Invitations in 24 hours, those that were accepted not counted, and at least as many as `accountsMax`.
   * Source: AWS's quota page.
   */
  readonly invitationsBaseMax: number;
  /** Accounts up to which an organization may ask for all features. Source: the API model. */
  readonly allFeaturesAccountsMax: number;
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
  /** Accounts that administer one AWS service. On AWS it differs by service, and no source lists it. */
  readonly delegatedAdministratorsPerServiceMax: number;
  /** Organizations that one may take the bill of or has asked for it. AWS begins with 0, and grants up to 1000. */
  readonly inboundTransfersMax: number;
  /** Transfers in a row, from one organization to the next. AWS begins with 1, and grants 2. */
  readonly transferChainMax: number;
  /** Transfers to an organization and to those that hand over to it. Source: AWS's quota page of billing transfers. */
  readonly aggregateInboundTransfersMax: number;
  /** Months ahead that a transfer may begin or end. AWS has a limit, and no source names it. */
  readonly transferMonthsAheadMax: number;
  /** Tags on a root, OU, account, policy or transfer. Source: AWS's tagging page. */
  readonly tagsMax: number;
}

/**
 * AWS's numbers, but where there is nobody to pay for an account: the default leaves room for the largest organizations,
 * for as many transfers as AWS grants to those who ask, and lets an account go at once that AWS would keep for at least four days (`WAIT_PERIOD_ACTIVE` in the API model).
 */
export const defaultQuotas: Quotas = {
  accountsMax: 100_000,
  createdAccountDaysMin: 0,
  closedAccountDaysMin: 90,
  closuresBaseMax: 250,
  closuresPercentMax: 20,
  closuresMax: 1000,
  invitationsBaseMax: 20,
  allFeaturesAccountsMax: 5000,
  organizationalUnitsMax: 2000,
  organizationalUnitDepthMax: 5,
  policiesPerTypeMax: 1000,
  serviceControlPoliciesMax: 10_000,
  attachmentsMax: 5,
  tagAndBackupAttachmentsMax: 10,
  aiOptOutCharactersMax,
  controlPolicyCharactersMax: 5120,
  otherPolicyCharactersMax: 10_000,
  delegatedAdministratorsPerServiceMax: 5,
  inboundTransfersMax: 1000,
  transferChainMax: 2,
  aggregateInboundTransfersMax: 1000,
  transferMonthsAheadMax: 12,
  tagsMax: 50,
};
