// Every IAM vector through the engine itself.

import {
  accessRequest,
  authorize,
  describeDecision,
  parsePolicyDocument,
  requestContext,
} from "@withhold/iam";
import type { AccessRequest, Ceiling, LayerAnalysis, Policy, PolicyKind, Principal } from "@withhold/iam";
import { describe, expect, test } from "vitest";
import { loadConditionVectors, loadDecisionVectors, loadDocumentVectors } from "./iam-vectors.js";
import type { DecisionVector, Documents, LevelsVector } from "./iam-vectors.js";

function compiled(document: unknown, kind: PolicyKind, name: string = kind): Policy {
  const parsed = parsePolicyDocument(JSON.stringify(document), { kind, name, isAwsManaged: true });
  expect(parsed).toMatchObject({ ok: true });
  if (!parsed.ok) throw new Error("refused");
  return parsed.policy;
}

function named(documents: Documents, kind: PolicyKind): readonly Policy[] {
  return Object.entries(documents).map(([name, document]) => compiled(document, kind, name));
}

function ceiling(vector: LevelsVector, kind: PolicyKind): Ceiling {
  const levels = vector.levels.map(({ id, policies }) => ({ id, policies: named(policies, kind) }));
  return { isManagementAccount: vector.isManagementAccount, levels };
}

/** Roles of the vectors have no path. */
function principalOf(arn: string): Principal {
  const accountId = arn.split(":")[4] ?? "";
  if (arn.endsWith(":root")) return { type: "root", arn, accountId };
  const [, roleName] = arn.split("/");
  if (!arn.includes(":assumed-role/")) return { type: "user", arn, accountId };
  return { type: "role-session", arn, accountId, roleArn: `arn:aws:iam::${accountId}:role/${roleName}` };
}

function requestOf({ principal, action, resource, context }: DecisionVector): AccessRequest {
  const values = requestContext(Object.entries(context));
  return accessRequest({ principal: principalOf(principal), action, resource, context: values });
}

function decisionOf(vector: DecisionVector, request: AccessRequest) {
  const { identity, session, serviceControl, resourceControl, trust, delegation } = vector;
  const owned = trust ?? delegation;
  const kind = trust ? "trust" : "delegation";
  return authorize({
    request,
    caller: { identity: named(identity, "managed"), session: named(session, "session") },
    ...(serviceControl && { serviceControl: ceiling(serviceControl, "service-control") }),
    ...(resourceControl && { resourceControl: ceiling(resourceControl, "resource-control") }),
    ...(owned && {
      resource: {
        kind,
        accountId: owned.accountId,
        policy: compiled(owned.document, kind),
      },
    }),
  });
}

function blame({ layer, level, outcome, statements }: LayerAnalysis): string {
  const by = statements.map(({ policy, sid, index }) => `${policy}#${sid || index + 1}`);
  return `${layer}${level === undefined ? "" : ` at ${level}`}: ${outcome}${by.length > 0 ? ` by ${by.join(", ")}` : ""}`;
}

describe("conditions", () => {
  test.each(loadConditionVectors())("$id", ({ condition, context, version, effect, holds }) => {
    const statement = { Effect: effect, Action: "*", Resource: "*", Condition: condition };
    const policy = compiled({ Version: version, Statement: [statement] }, "managed");
    const request = accessRequest({
      principal: principalOf("arn:aws:iam::111111111111:user/ana"),
      action: "organizations:ListRoots",
      resource: "*",
      context: requestContext(Object.entries(context)),
    });
    const { outcome } = authorize({ request, caller: { identity: [policy] } });
    expect(outcome !== "implicit-deny").toBe(holds);
  });
});

describe("documents", () => {
  test.each(loadDocumentVectors())("$id", ({ kind, isAwsManaged, document, findings }) => {
    const text = typeof document === "string" ? document : JSON.stringify(document, undefined, 2);
    const parsed = parsePolicyDocument(text, { kind, name: "policy", isAwsManaged });
    const found = parsed.ok ? [] : parsed.findings;
    expect(found).toEqual(
      findings.map(({ path, message }) => ({
        path,
        position: { line: expect.any(Number), column: expect.any(Number) },
        message: expect.stringContaining(message),
      })),
    );
    expect(parsed.ok).toBe(findings.length === 0);
  });
});

describe("decisions", () => {
  test.each(loadDecisionVectors())("$id", (vector) => {
    const request = requestOf(vector);
    const decision = decisionOf(vector, request);
    expect({ outcome: decision.outcome, blockedBy: decision.blockedBy.map(blame) }).toEqual({
      outcome: vector.outcome,
      blockedBy: vector.blockedBy,
    });
    const words = describeDecision(decision, request);
    expect(words).toContain(decision.outcome === "allow" ? " may perform " : " may not perform ");
    for (const { statements } of decision.blockedBy) {
      for (const { policy } of statements) expect(words).toContain(`\`${policy}\``);
    }
  });
});
