// The lines of a checkpoint: a cell written down part by part, so that neither writing nor reading holds up the process.

import type { OrganizationFeatureSet, PolicyType } from "@aws-sdk/client-organizations";
import type { Numbering, Place } from "../roster.js";
import type { AccountCreation } from "../state/account-creations.js";
import type { Account } from "../state/account.js";
import type { DelegatedService } from "../state/delegated-administrators.js";
import type { ServiceAccess } from "../state/service-access.js";
import type { Handshake } from "../state/handshake.js";
import type { TagPair } from "../state/tags.js";
import type { Membership } from "../state/tree-node.js";

/**
 * Counts up with every change of what a line says or of what state means: a checkpoint of another form is passed over,
 * and the journal is read instead.
 */
export const checkpointForm = 5;

/** Rows on one line, where a part is long: a line takes about a millisecond. */
export const rowsPerLine = 1000;

export interface UnitRow {
  readonly id: string;
  readonly parentId: string;
  readonly name: string;
}

export interface MemberRow extends Pick<Membership, "method" | "joinedAt"> {
  readonly id: string;
  readonly parentId: string;
  readonly movedAt: number;
}

export interface PolicyRow {
  readonly id: string;
  readonly type: PolicyType;
  readonly awsManaged: boolean;
  readonly name: string;
  readonly description: string;
  readonly content: string;
  readonly at: number;
}

/** What is or was attached of one type at a node: policy ids with their places. */
export type HeldRow = readonly [
  nodeId: string,
  type: PolicyType,
  changedAt: number,
  ...attachments: (readonly [policyId: string, place: Place])[],
];

export interface TagRow {
  readonly id: string;
  readonly pairs: readonly TagPair[];
  readonly numbering: Numbering;
}

/** An account that administers services, with since when it does each of them. */
export interface AdministratorRow {
  readonly id: string;
  readonly since: number;
  readonly services: readonly DelegatedService[];
  readonly numbering: Numbering;
}

/** Every line after `organization` belongs to that organization, up to the next. A part precedes what refers to it. */
export type CheckpointLine =
  | { readonly part: "accounts"; readonly rows: readonly Account[] }
  /** Of all organizations, in the order of the requests. */
  | { readonly part: "handshakes"; readonly rows: readonly Handshake[] }
  | { readonly part: "handshake-places"; readonly last: Place }
  | {
      readonly part: "organization";
      readonly id: string;
      readonly rootId: string;
      readonly partition: string;
      readonly managementAccountId: string;
      readonly featureSet: OrganizationFeatureSet;
      readonly lastAttachment: Place;
      readonly closures: readonly number[];
    }
  | { readonly part: "units"; readonly rows: readonly UnitRow[] }
  | { readonly part: "members"; readonly rows: readonly MemberRow[] }
  | { readonly part: "policies"; readonly rows: readonly PolicyRow[] }
  | { readonly part: "creations"; readonly rows: readonly AccountCreation[] }
  | { readonly part: "held"; readonly rows: readonly HeldRow[] }
  | { readonly part: "tags"; readonly rows: readonly TagRow[] }
  | {
      readonly part: "enabled";
      readonly rows: readonly (readonly [PolicyType, defaultPolicyId: string | null, isListed: boolean])[];
    }
  | { readonly part: "resource-policy"; readonly id: string; readonly content: string }
  | {
      readonly part: "service-access";
      readonly rows: readonly ServiceAccess[];
      readonly numbering: Numbering;
    }
  | {
      readonly part: "administrators";
      readonly rows: readonly AdministratorRow[];
      readonly numbering: Numbering;
    }
  /** The places of the members, in their order. */
  | { readonly part: "member-places"; readonly numbering: Numbering }
  /** What stands where, in order. `of`: a parent's id for its units and accounts, a policy's for its targets, a type for its policies, a service for its administrators. */
  | {
      readonly part: "order";
      readonly what: "units" | "accounts" | "targets" | "policies" | "administrators";
      readonly of: string;
      readonly keys: readonly string[];
      readonly numbering: Numbering;
    };

export type LineOf<Part extends CheckpointLine["part"]> = Extract<CheckpointLine, { readonly part: Part }>;
