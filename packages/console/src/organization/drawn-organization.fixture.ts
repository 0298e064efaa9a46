// Organizations for tests: a tree of names and the policies at its nodes, as the API would have told them.

import { evaluateSnapshot } from "@withhold/policy";
import type { Evaluation, OrganizationSnapshot, Unread } from "@withhold/policy";
import type { Policies } from "./read-policies.js";
import type { Tree } from "./tree.js";
import { aiOptOutType } from "../paths.js";

export interface Drawn {
  /** By id: the parent's id. */
  readonly units?: Readonly<Record<string, string>>;
  readonly accounts?: Readonly<Record<string, string>>;
  /** By name, which is the id too: what it says and where it is attached, in this order. */
  readonly policies?: Readonly<
    Record<string, { readonly content: object | null; readonly at: readonly string[] }>
  >;
  readonly isEnabled?: boolean;
  readonly unread?: readonly Unread[];
}

export interface DrawnOrganization {
  readonly tree: Tree;
  readonly policies: Pick<Policies, "policies">;
  readonly snapshot: OrganizationSnapshot;
  readonly evaluation: Evaluation;
}

export function drawOrganization(drawn: Drawn): DrawnOrganization {
  const {
    units = {},
    accounts = { management: "r-1" },
    policies = {},
    isEnabled = true,
    unread = [],
  } = drawn;
  const snapshot: OrganizationSnapshot = {
    version: 1,
    provenance: { source: "test", readAt: "2026-11-24T12:00:00.000Z" },
    enabledTypes: isEnabled ? [aiOptOutType] : [],
    root: { id: "r-1" },
    units: Object.entries(units).map(([id, parentId]) => ({ id, name: id, parentId })),
    accounts: Object.entries(accounts).map(([id, parentId]) => ({ id, name: id, parentId })),
    policies: Object.entries(policies).map(([id, { content }]) => ({
      id,
      name: id,
      type: aiOptOutType,
      content: content === null ? null : JSON.stringify(content),
    })),
    attachments: Object.entries(policies).flatMap(([policyId, { at }]) =>
      at.map((targetId) => ({ policyId, targetId })),
    ),
    attachmentOrder: "known",
    unread,
  };
  const result = evaluateSnapshot(snapshot);
  if (!result.ok) throw new Error(result.problem.message);
  return { tree: treeOf(snapshot), policies: policiesOf(snapshot), snapshot, evaluation: result.evaluation };
}

function treeOf({ units, accounts, unread }: OrganizationSnapshot): Tree {
  return {
    organization: { Id: "o-1", MasterAccountId: "management" },
    root: { Id: "r-1" },
    units: units.map(({ id, name, parentId }) => ({ Id: id, Name: name, parentId })),
    accounts: accounts.map(({ id, name, parentId }) => ({ Id: id, Name: name, Status: "ACTIVE", parentId })),
    unread: unread.filter(({ what }) => what.includes("below")),
    readAt: new Date("2026-11-24T12:00:00Z"),
  };
}

function policiesOf({ policies }: OrganizationSnapshot): Pick<Policies, "policies"> {
  return {
    policies: policies.map(({ id, name, content }) => ({
      Id: id,
      Name: name,
      content: content ?? undefined,
      targets: [],
      targetsKnown: true,
    })),
  };
}
