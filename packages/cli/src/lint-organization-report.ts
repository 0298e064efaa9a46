// What `lint --org` found: every policy of an organization by itself, and where it stands.

import { filePlace, lintOrganization, lintRules } from "@withhold/policy";
import type {
  Catalogue,
  Finding,
  LintedPolicy,
  OrganizationSnapshot,
  SnapshotPolicy,
} from "@withhold/policy";
import { counted } from "./counted.js";
import { findingColumns, findingLines, findingRows } from "./output/finding-lines.js";
import type { Report, ReportFinding } from "./output/report.js";

/** The snapshot holds together: `evaluateSnapshot` took it. */
export function lintOrganizationReport(snapshot: OrganizationSnapshot, catalogue: Catalogue): Report {
  const { policies, undetermined } = lintOrganization(snapshot, { catalogue });
  const findings = policies.flatMap(({ policy, findings }) =>
    findings.map((finding) => reported(policy, finding)),
  );
  const names = new Map(policies.map(({ policy }) => [policy.id, subjectOf(policy)]));
  return {
    command: "lint",
    columns: findingColumns,
    rows: findingRows(findings),
    text: (paint) => findingLines(findings, paint),
    summary: `${counted(policies.length, "policy", "policies")} checked, ${
      findings.length === 0 ? "nothing found" : counted(findings.length, "finding")
    }`,
    data: { provenance: snapshot.provenance, files: [], policies: policies.map(policyData) },
    checked: [...names.values()],
    findings,
    undetermined: undetermined.map(({ policyId = "", why }) => ({
      subject: names.get(policyId) ?? snapshot.provenance.source,
      why,
    })),
    rules: lintRules,
  };
}

function policyData({ policy: { id, name, type }, findings }: LintedPolicy): object {
  return { id, name, type, findings };
}

/** Without its fix, whose edits are to the policy and not to the file that the policy may be a part of. */
function reported(
  policy: SnapshotPolicy,
  { rule, severity, path, position, message }: Finding,
): ReportFinding {
  const file = filePlace(policy, position);
  const place = file?.position === undefined ? undefined : { file: file.name, ...file.position };
  return {
    rule,
    severity,
    subject: subjectOf(policy),
    message: `${path}: ${message}`,
    ...(place === undefined ? {} : { place }),
  };
}

function subjectOf({ id, name }: SnapshotPolicy): string {
  return id === name ? name : `${name} (${id})`;
}
