// What a delegation policy may say beyond the grammar of IAM: actions, principals, resources and policy types.

import { describeFinding, parsePolicyDocument, wildcardMatches } from "@withhold/iam";
import type { Finding } from "@withhold/iam";
import type { InvalidInputExceptionReason } from "@aws-sdk/client-organizations";
import { faultFor } from "../fault.js";
import { policyTypes } from "../policy-type-names.js";
import type { Organization } from "../state/organization.js";
import { delegableActions } from "./delegable-actions.js";

/** Raises a fault whose reason is that of the first finding; its message has them all, with their places. */
export function checkDelegationPolicy(organization: Organization, content: string): void {
  const parsed = parsePolicyDocument(content, { kind: "delegation", name: organization.id });
  if (!parsed.ok) refuse(parsed.findings.map(ofGrammar));
  const { Statement } = JSON.parse(content) as DelegationDocument;
  const problems = [Statement].flat().flatMap((statement, index) => {
    const path = Array.isArray(Statement) ? `$.Statement[${index}]` : "$.Statement";
    return statementProblems(statement, path, organization);
  });
  refuse(problems);
}

/** A document that the grammar has let pass. */
interface DelegationDocument {
  readonly Statement: StatementText | readonly StatementText[];
}

type Text = string | number | boolean;
type Texts = Text | readonly Text[];
type Principals = "*" | Readonly<Record<string, Texts>>;

interface StatementText {
  readonly Action: Texts;
  readonly Principal?: Principals;
  readonly NotPrincipal?: Principals;
  readonly Resource?: Texts;
  readonly NotResource?: Texts;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Texts>>>>;
}

interface Problem {
  readonly reason: InvalidInputExceptionReason;
  readonly message: string;
}

/** More than a person would read. */
const problemsMax = 50;

function refuse(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const shown = problems.slice(0, problemsMax).map(({ message }) => message);
  faultFor("InvalidInputException", first.reason, shown.join("\n"));
}

function ofGrammar(finding: Finding): Problem {
  return { reason: reasonAt(finding.path), message: describeFinding(finding) };
}

function reasonAt(path: string): InvalidInputExceptionReason {
  if (/\.(?:Not)?Principal\b/.test(path)) return "INVALID_PRINCIPAL";
  if (/\.Action\b/.test(path)) return "UNSUPPORTED_ACTION_IN_RESOURCE_POLICY";
  if (/\.(?:Not)?Resource\b/.test(path)) return "UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY";
  return "INVALID_RESOURCE_POLICY_JSON";
}

function statementProblems(
  { Action, Principal, NotPrincipal, Resource, NotResource, Condition = {} }: StatementText,
  path: string,
  organization: Organization,
): readonly Problem[] {
  return [
    ...principalProblems(Principal, `${path}.Principal`),
    ...principalProblems(NotPrincipal, `${path}.NotPrincipal`),
    ...listed(Action, (action) => (isDelegable(action) ? undefined : undelegable(action, path))),
    ...listed(Resource, (arn) => resourceProblem(arn, `${path}.Resource`, organization)),
    ...listed(NotResource, (arn) => resourceProblem(arn, `${path}.NotResource`, organization)),
    ...Object.entries(Condition).flatMap(([operator, block]) => typeProblems(operator, block, path)),
  ];
}

/** Numbers and booleans may stand for texts in conditions. */
function listed(
  texts: Texts | undefined,
  problem: (text: string) => Problem | undefined,
): readonly Problem[] {
  return [texts ?? []].flat().flatMap((text) => problem(String(text)) ?? []);
}

/** Services and federated users never call here, so naming one would delegate to nobody. */
function principalProblems(principals: Principals | undefined, path: string): readonly Problem[] {
  if (principals === undefined || principals === "*") return [];
  return Object.keys(principals)
    .filter((type) => type !== "AWS")
    .map((type) => ({
      reason: "INVALID_PRINCIPAL",
      message: `${path}.${type}: nobody of this kind calls here; name accounts, users and roles under \`AWS\``,
    }));
}

/** A pattern is supported when it stands for at least one action that is: it never gives more than those. */
function isDelegable(action: string): boolean {
  const pattern = action.toLowerCase();
  return delegableActions.some((name) => wildcardMatches(pattern, `organizations:${name}`.toLowerCase()));
}

function undelegable(action: string, path: string): Problem {
  return {
    reason: "UNSUPPORTED_ACTION_IN_RESOURCE_POLICY",
    message: `${path}.Action: \`${action}\` cannot be delegated; docs/operations.md lists what can`,
  };
}

function resourceProblem(
  arn: string,
  path: string,
  { id, managementAccountId, partition }: Organization,
): Problem | undefined {
  if (arn === "*") return undefined;
  const [, ofPartition, service, region, account, ...rest] = arn.split(":");
  const [kind, owner] = rest.flatMap((part) => part.split("/"));
  const isAwsOwn = fits(account, "aws");
  const ours =
    fits(ofPartition, partition) &&
    fits(service, "organizations") &&
    fits(region, "") &&
    (isAwsOwn || fits(account, managementAccountId)) &&
    kinds.some((one) => fits(kind, one)) &&
    (isAwsOwn || fits(owner, id));
  if (ours) return undefined;
  return {
    reason: "UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY",
    message: `${path}: \`${arn}\` is nothing of this organization; write \`*\`, or an ARN such as \`arn:${partition}:organizations::${managementAccountId}:policy/${id}/*\``,
  };
}

/** A pattern may end anywhere; what it leaves open fits. */
function fits(pattern: string | undefined, text: string): boolean {
  return pattern === undefined || wildcardMatches(pattern, text);
}

const kinds = ["account", "handshake", "organization", "ou", "policy", "resourcepolicy", "root"] as const;

/** Patterns with `Like` may hold wildcards; every value must stand for a policy type that there is. */
function typeProblems(
  operator: string,
  block: Readonly<Record<string, Texts>>,
  path: string,
): readonly Problem[] {
  if (!operator.includes("String")) return [];
  return Object.entries(block)
    .filter(([key]) => key.toLowerCase() === "organizations:policytype")
    .flatMap(([key, values]) =>
      listed(values, (value) => {
        const known = operator.includes("Like")
          ? policyTypes.some((type) => wildcardMatches(value, type))
          : policyTypes.some((type) => type === value);
        if (known || value.includes("${")) return undefined;
        const message = `${path}.Condition.${operator}['${key}']: \`${value}\` is no policy type; write one such as \`AISERVICES_OPT_OUT_POLICY\``;
        return { reason: "UNSUPPORTED_POLICY_TYPE_IN_RESOURCE_POLICY", message };
      }),
    );
}
