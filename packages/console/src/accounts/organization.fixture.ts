// An organization to try the models on: three OUs, an opt-out with a lock at the root, and an attempt to opt in below.

import { evaluateSnapshot } from "@withhold/policy";
import type { OrganizationSnapshot, SnapshotAttachment, Unread } from "@withhold/policy";
import type { Tree } from "../organization/tree.js";
import type { EvaluatedOrganization } from "../organization/use-organization.js";
import { aiOptOutType } from "../paths.js";

export const optOutOfAll = JSON.stringify({
  services: {
    "@@operators_allowed_for_child_policies": ["@@none"],
    default: {
      "@@operators_allowed_for_child_policies": ["@@none"],
      opt_out_policy: { "@@operators_allowed_for_child_policies": ["@@none"], "@@assign": "optOut" },
    },
  },
});

export const optInToLex = JSON.stringify({ services: { lex: { opt_out_policy: { "@@assign": "optIn" } } } });

const joined = new Date("2026-01-02T03:04:05Z");

export const tree: Tree = {
  organization: { Id: "o-example123", MasterAccountId: "111111111111", FeatureSet: "ALL" },
  root: {
    Id: "r-root",
    Name: "Root",
    Arn: "arn:r-root",
    PolicyTypes: [{ Type: aiOptOutType, Status: "ENABLED" }],
  },
  units: [
    { Id: "ou-root-prod", Name: "Production", Arn: "arn:prod", parentId: "r-root" },
    { Id: "ou-root-lab", Name: "Lab", Arn: "arn:lab", parentId: "r-root" },
    { Id: "ou-root-eu", Name: "EU", Arn: "arn:eu", parentId: "ou-root-prod" },
  ],
  accounts: [
    account("111111111111", "Management", "r-root"),
    account("222222222222", "Web", "ou-root-prod"),
    account("333333333333", "Data", "ou-root-eu"),
    account("444444444444", "Bench", "ou-root-lab"),
  ],
  unread: [],
  readAt: joined,
};

function account(id: string, name: string, parentId: string): Tree["accounts"][number] {
  return {
    Id: id,
    Name: name,
    Arn: `arn:${id}`,
    Email: `${name.toLowerCase()}@example.com`,
    State: "ACTIVE",
    JoinedMethod: "CREATED",
    JoinedTimestamp: joined,
    parentId,
  };
}

interface Attached {
  readonly contents: Readonly<Record<string, string | null>>;
  readonly attachments: readonly SnapshotAttachment[];
  readonly unread?: readonly Unread[];
  readonly accounts?: Tree["accounts"];
}

/** Policies by id, and where they are attached. */
export function organizationWith(asked: Attached): EvaluatedOrganization {
  const { contents, attachments, unread = [], accounts = tree.accounts } = asked;
  const policies = {
    type: aiOptOutType,
    policies: Object.entries(contents).map(([Id, content]) => ({
      Id,
      Name: Id,
      content: content ?? undefined,
      targets: [],
      targetsKnown: true,
    })),
    attachments,
    unread,
  };
  const snapshot: OrganizationSnapshot = {
    version: 1,
    provenance: { source: "a test", readAt: joined.toISOString() },
    enabledTypes: [aiOptOutType],
    root: { id: "r-root" },
    units: tree.units.map(({ Id: id = "", Name: name = "", parentId }) => ({ id, name, parentId })),
    accounts: accounts.map(({ Id: id = "", Name: name = "", parentId }) => ({ id, name, parentId })),
    policies: Object.entries(contents).map(([id, content]) => ({
      id,
      name: id,
      type: aiOptOutType,
      content,
    })),
    attachments,
    attachmentOrder: "known",
    unread,
  };
  const result = evaluateSnapshot(snapshot);
  if (!result.ok) throw new Error(result.problem.message);
  return { tree: { ...tree, accounts }, policies, snapshot, evaluation: result.evaluation };
}
