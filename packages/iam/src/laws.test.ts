import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arbitraryPolicies,
  arbitraryRequest,
  arbitraryStatement,
  arbitraryStatements,
  compiledPolicy,
  requestOf,
  someUser,
} from "./arbitrary-policies.fixture.js";
import { authorize, identityDecision } from "./decisions/authorize.js";
import type { Ceiling } from "./decisions/authorize.js";
import { describeDecision } from "./decisions/describe-decision.js";
import { parsePolicyDocument } from "./document/parse-policy-document.js";
import { policyKinds } from "./document/policy-kind.js";
import type { PolicyKind } from "./document/policy-kind.js";
import { referenceApplies, referenceOutcome } from "./reference-evaluator.fixture.js";
import type { PlainStatement } from "./reference-evaluator.fixture.js";
import { accessRequest, requestContext } from "./request.js";

const kinds = Object.keys(policyKinds) as readonly PolicyKind[];
const arbitraryLevels = fc.array(arbitraryPolicies, { minLength: 1, maxLength: 3 });
const compileAll = (policies: readonly (readonly PlainStatement[])[]) =>
  policies.map((statements) => compiledPolicy(statements));

function ceilingOf(levels: readonly (readonly (readonly PlainStatement[])[])[]): Ceiling {
  return {
    isManagementAccount: false,
    levels: levels.map((policies, depth) => ({
      id: `level-${depth}`,
      policies: policies.map((statements) => compiledPolicy(statements, "service-control")),
    })),
  };
}

describe("one layer", () => {
  test("decides as the plain reference does", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryPolicies, arbitraryRequest, (policies, plain) => {
        const { outcome } = identityDecision(requestOf(plain), { identity: compileAll(policies) });
        seen.add(outcome);
        expect(outcome).toBe(referenceOutcome(policies, plain));
      }),
      { numRuns: 2000 },
    );
    expect(seen.size).toBe(3);
  });

  test("an explicit deny wins, wherever it stands", () => {
    fc.assert(
      fc.property(arbitraryPolicies, arbitraryRequest, (policies, plain) => {
        const denies = policies
          .flat()
          .some((statement) => statement.Effect === "Deny" && referenceApplies(statement, plain));
        const { outcome } = identityDecision(requestOf(plain), { identity: compileAll(policies) });
        expect(outcome === "explicit-deny").toBe(denies);
      }),
    );
  });

  test("a Deny more never allows more", () => {
    fc.assert(
      fc.property(arbitraryPolicies, arbitraryStatement, arbitraryRequest, (policies, statement, plain) => {
        const request = requestOf(plain);
        const before = identityDecision(request, { identity: compileAll(policies) });
        const more = [...policies, [{ ...statement, Effect: "Deny" as const }]];
        const after = identityDecision(request, { identity: compileAll(more) });
        expect(before.outcome !== "allow" && after.outcome === "allow").toBe(false);
      }),
    );
  });

  test("the order of policies and statements decides nothing", () => {
    fc.assert(
      fc.property(arbitraryPolicies, arbitraryRequest, (policies, plain) => {
        const request = requestOf(plain);
        const turned = policies.map((statements) => statements.toReversed()).toReversed();
        expect(identityDecision(request, { identity: compileAll(turned) }).outcome).toBe(
          identityDecision(request, { identity: compileAll(policies) }).outcome,
        );
      }),
    );
  });
});

describe("all layers", () => {
  test("allow exactly what every one of them allows", () => {
    fc.assert(
      fc.property(
        arbitraryPolicies,
        fc.array(arbitraryStatements, { minLength: 1, maxLength: 2 }),
        arbitraryLevels,
        arbitraryRequest,
        (identity, session, levels, plain) => {
          const { outcome, blockedBy, layers } = authorize({
            request: requestOf(plain),
            caller: { identity: compileAll(identity), session: compileAll(session) },
            serviceControl: ceilingOf(levels),
          });
          const outcomes = [...levels, identity, session].map((policies) =>
            referenceOutcome(policies, plain),
          );
          expect(layers.map((layer) => layer.outcome)).toEqual(outcomes);
          expect(outcome === "allow").toBe(outcomes.every((one) => one === "allow"));
          expect(outcome === "explicit-deny").toBe(outcomes.includes("explicit-deny"));
          expect(blockedBy).toEqual(layers.filter((layer) => layer.outcome !== "allow"));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("a level or a session policy more never allows more", () => {
    fc.assert(
      fc.property(
        arbitraryPolicies,
        arbitraryLevels,
        arbitraryPolicies,
        arbitraryRequest,
        fc.nat(3),
        (identity, levels, level, plain, at) => {
          const request = requestOf(plain);
          const caller = { identity: compileAll(identity) };
          const before = authorize({ request, caller, serviceControl: ceilingOf(levels) });
          const deeper = authorize({
            request,
            caller,
            serviceControl: ceilingOf(levels.toSpliced(at, 0, level)),
          });
          const narrower = authorize({
            request,
            caller: { ...caller, session: compileAll(level) },
            serviceControl: ceilingOf(levels),
          });
          for (const after of [deeper, narrower]) {
            expect(before.outcome !== "allow" && after.outcome === "allow").toBe(false);
          }
        },
      ),
    );
  });

  test("the same question has the same answer, and words for it", () => {
    fc.assert(
      fc.property(arbitraryPolicies, arbitraryLevels, arbitraryRequest, (identity, levels, plain) => {
        const request = requestOf(plain);
        const input = {
          request,
          caller: { identity: compileAll(identity) },
          serviceControl: ceilingOf(levels),
        };
        const first = authorize(input);
        expect(authorize(input)).toEqual(first);
        expect(describeDecision(first, request)).toMatch(
          first.outcome === "allow" ? /may perform .+: allowed by / : /may not perform .+: (?:denied by|no) /,
        );
      }),
    );
  });
});

describe("nothing throws", () => {
  const element = fc.constantFrom(
    "Version",
    "Statement",
    "Effect",
    "Action",
    "Resource",
    "Principal",
    "Condition",
    "AWS",
    "StringLike",
    "aws:userid",
    "Sid",
  );
  const almost = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom<unknown>(
        "2012-10-17",
        "Allow",
        "*",
        "arn:aws:iam::*:user/${aws:username",
        true,
        1,
        null,
      ),
      fc.string(),
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(element, tie("tree"), { maxKeys: 4 }),
    ),
  })).tree;

  test("at any text", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.oneof(
          fc.string(),
          fc.json(),
          almost.map((tree) => JSON.stringify(tree)),
        ),
        (kind, text) => {
          const parsed = parsePolicyDocument(text, { kind, name: "any" });
          expect(parsed.ok || parsed.findings.length > 0).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test.each([
    ["deep nesting", "[".repeat(100_000)],
    [
      "a long pattern",
      JSON.stringify({
        Statement: { Effect: "Allow", Action: "*", Resource: `arn:aws:iam::*:${"a".repeat(130_000)}` },
      }),
    ],
    [
      "many wildcards",
      JSON.stringify({
        Statement: { Effect: "Allow", Action: "*", Resource: `arn:aws:iam::*:${"*a".repeat(60_000)}` },
      }),
    ],
  ])("at %s", (_, text) => {
    for (const kind of kinds)
      expect(parsePolicyDocument(text, { kind, name: "any" })).toMatchObject({ ok: false });
  });

  test("at any request", () => {
    fc.assert(
      fc.property(
        arbitraryPolicies,
        fc.string(),
        fc.string(),
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))),
        fc.string(),
        (policies, action, resource, context, arn) => {
          const request = accessRequest({
            principal: { ...someUser, arn },
            action,
            resource,
            context: requestContext(Object.entries(context)),
          });
          const { outcome } = identityDecision(request, { identity: compileAll(policies) });
          expect(["allow", "explicit-deny", "implicit-deny"]).toContain(outcome);
        },
      ),
    );
  });
});
