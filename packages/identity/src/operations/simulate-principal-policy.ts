// SimulatePrincipalPolicy: what the policies of a user or role, and those over its account, would say.

import { accessRequest, authorize, parsePolicyDocument, requestContext } from "@withhold/iam";
import type { CallerPolicies, Ceiling, Decision } from "@withhold/iam";
import type * as iam from "@aws-sdk/client-iam";
import { holderArn, readIdentityArn, sessionArn } from "../arn.js";
import { serviceControlCeiling } from "../authorization/service-control-ceiling.js";
import { identityFault } from "../fault.js";
import { findHolder } from "../find-holder.js";
import type { IdentityContext, IdentityOperation } from "../operation.js";
import type { Input } from "../operation-types.js";
import { checkPolicyDocument } from "../policy-document.js";
import type { Holder } from "../state/policy-holder.js";
import { refuseUnbuilt } from "../unbuilt.js";

type Simulation = Input<"SimulatePrincipalPolicy">;

/** Actions times resources of one call, whatever its pages. */
const resultsMax = 10_000;

const verdicts = {
  allow: "allowed",
  "explicit-deny": "explicitDeny",
  "implicit-deny": "implicitDeny",
} as const;

export const simulatePrincipalPolicy: IdentityOperation<"SimulatePrincipalPolicy"> = {
  kind: "read",
  asks: ({ PolicySourceArn }) => ({ resource: PolicySourceArn }),
  answer(input, context) {
    const { ResourceOwner, ResourceHandlingOption, CallerArn, ResourcePolicy } = input;
    const { PermissionsBoundaryPolicyInputList } = input;
    refuseUnbuilt({
      ResourceOwner,
      ResourceHandlingOption,
      CallerArn,
      ResourcePolicy,
      PermissionsBoundaryPolicyInputList,
    });
    const holder = sourceOf(input, context);
    const identity = [...holder.policies, ...extraPolicies(input)];
    const ceiling = serviceControlCeiling(context.cell, holder.accountId);
    const resources = input.ResourceArns ?? ["*"];
    const results = input.ActionNames.length * resources.length;
    if (results > resultsMax) {
      identityFault(
        "InvalidInput",
        `that is ${results} simulations, and ${resultsMax} are allowed; ask for fewer`,
      );
    }
    const asked = input.ActionNames.flatMap((action) =>
      resources.map((resource) => [action, resource] as const),
    );
    const { after, count } = context.page;
    const EvaluationResults = asked
      .slice(after, after + count)
      .map(([action, resource]) => result(holder, { identity }, ceiling, action, resource, input, context));
    const next = after + count;
    const more = next < asked.length ? { IsTruncated: true, Marker: String(next) } : { IsTruncated: false };
    return { EvaluationResults, ...more };
  },
};

function sourceOf({ PolicySourceArn: arn }: Simulation, context: IdentityContext): Holder {
  for (const kind of ["user", "role"] as const) {
    const read = readIdentityArn(arn, kind);
    if (read?.accountId === context.caller.accountId) return findHolder(context, kind, read.name);
  }
  return identityFault(
    "NoSuchEntity",
    `\`${arn}\` is no user or role of account ${context.caller.accountId}`,
  );
}

function extraPolicies({ PolicyInputList = [] }: Simulation) {
  return PolicyInputList.flatMap((text, index) => {
    const name = `PolicyInputList.${index + 1}`;
    checkPolicyDocument("managed", name, text);
    const parsed = parsePolicyDocument(text, { kind: "managed", name });
    return parsed.ok ? [parsed.policy] : [];
  });
}

function result(
  holder: Holder,
  caller: CallerPolicies,
  serviceControl: Ceiling | undefined,
  action: string,
  resource: string,
  { ContextEntries = [] }: Simulation,
  { partition }: IdentityContext,
): iam.EvaluationResult {
  const { accountId } = holder;
  const arn = holderArn(partition, holder);
  const principal =
    holder.kind === "user"
      ? ({ type: "user", arn, accountId } as const)
      : ({
          type: "role-session",
          arn: sessionArn(partition, holder, "simulated"),
          accountId,
          roleArn: arn,
        } as const);
  const own = [
    ["aws:PrincipalArn", arn],
    ["aws:PrincipalAccount", accountId],
    ...(holder.kind === "user" ? [["aws:username", holder.name] as const] : []),
  ] as const;
  const given = ContextEntries.map(
    ({ ContextKeyName = "", ContextKeyValues = [] }) =>
      [
        ContextKeyName,
        ContextKeyValues.length === 1 ? (ContextKeyValues[0] ?? "") : ContextKeyValues,
      ] as const,
  );
  const context = requestContext([...own, ...given]);
  const request = accessRequest({ principal, action, resource, context });
  const decision = authorize({
    request,
    caller,
    ...(serviceControl === undefined ? {} : { serviceControl }),
  });
  return {
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: verdicts[decision.outcome],
    MatchedStatements: matched(decision),
    MissingContextValues: [],
    ...(serviceControl === undefined
      ? {}
      : { OrganizationsDecisionDetail: { AllowedByOrganizations: isLeft(decision) } }),
  };
}

function matched({ layers }: Decision): iam.Statement[] {
  const own = layers.filter(({ layer }) => layer === "identity");
  return own.flatMap(({ statements }) => statements.map(({ policy }) => ({ SourcePolicyId: policy })));
}

function isLeft({ blockedBy }: Decision): boolean {
  return !blockedBy.some(({ layer }) => layer === "service-control");
}
