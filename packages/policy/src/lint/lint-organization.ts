// Lints all policies of an organization: each by itself, and where it stands.

import { awsCatalogue } from "../catalogue.js";
import type { Catalogue } from "../catalogue.js";
import { Findings } from "../finding.js";
import type { Finding } from "../finding.js";
import { readChecked } from "../parse-policy.js";
import { isMergeable } from "../policy-type.js";
import type { OrganizationSnapshot, SnapshotPolicy } from "../snapshot/organization-snapshot.js";
import { lintPolicy } from "./lint-policy.js";
import type { LintOptions } from "./lint-policy.js";
import { lintRules } from "./lint-rules.js";
import { LintedOrganization, grouped } from "./linted-organization.js";
import type { AttachedPolicy } from "./linted-organization.js";
import { optOutPolicy } from "./opt-out-policy.js";

export interface LintedPolicy {
  readonly policy: SnapshotPolicy;
  /** Positions are those in the content of the policy. Fixes are edits to it. */
  readonly findings: readonly Finding[];
}

export interface LintOrganizationResult {
  /** Every policy of a type that merges, in the order of the snapshot. */
  readonly policies: readonly LintedPolicy[];
  /** What could not be checked because something could not be read. */
  readonly undetermined: readonly { readonly policyId?: string; readonly why: string }[];
}

/** The snapshot holds together: ids are unique, parents lead to the root. Of types without rules, syntax is checked. */
export function lintOrganization(
  snapshot: OrganizationSnapshot,
  { catalogue = awsCatalogue }: LintOptions = {},
): LintOrganizationResult {
  const organization = lintedOrganization(snapshot, catalogue);
  const merging = organization.policies.filter(({ policy }) => isMergeable(policy.type));
  const explained = new Set(snapshot.unread.map(({ about }) => about));
  return {
    policies: merging.map((attached) => ({
      policy: attached.policy,
      findings: [...contentFindings(attached.policy, catalogue), ...placeFindings(attached, organization)],
    })),
    undetermined: [
      ...merging.flatMap(({ policy: { id, content } }) =>
        content === null && !explained.has(id)
          ? [{ policyId: id, why: "its content could not be read" }]
          : [],
      ),
      ...snapshot.unread.map(({ what, why, about }) => ({
        ...(about === undefined ? {} : { policyId: about }),
        why: `${what}: ${why}`,
      })),
    ],
  };
}

function contentFindings({ content, type }: SnapshotPolicy, catalogue: Catalogue): readonly Finding[] {
  if (content === null || !isMergeable(type)) return [];
  if (type === "AISERVICES_OPT_OUT_POLICY") return lintPolicy(content, { catalogue });
  const findings = new Findings(content);
  readChecked(content, { type }, findings);
  return findings.list();
}

function placeFindings(attached: AttachedPolicy, organization: LintedOrganization): readonly Finding[] {
  const findings = new Findings(attached.policy.content ?? "");
  for (const rule of lintRules) {
    rule.checkIn?.(attached, organization, (keys, at, message) => findings.report(rule, keys, at, message));
  }
  return findings.list();
}

function lintedOrganization(snapshot: OrganizationSnapshot, catalogue: Catalogue): LintedOrganization {
  const targets = grouped(snapshot.attachments, ({ policyId, targetId }) => [policyId, targetId]);
  return new LintedOrganization(
    snapshot,
    snapshot.policies.map((policy) => ({
      policy,
      ...readOptOut(policy, catalogue),
      targets: targets.get(policy.id) ?? [],
    })),
  );
}

function readOptOut(
  { content, type }: SnapshotPolicy,
  catalogue: Catalogue,
): Pick<AttachedPolicy, "document" | "optOut"> {
  if (content === null || type !== "AISERVICES_OPT_OUT_POLICY")
    return { document: undefined, optOut: undefined };
  const findings = new Findings(content);
  const { document } = readChecked(content, { type, catalogue }, findings);
  return findings.hasError
    ? { document: undefined, optOut: undefined }
    : { document, optOut: optOutPolicy(document) };
}
