// What a delegation policy may say beyond the grammar of IAM: actions, principals, resources and policy types.

import { parsePolicyDocument } from "@withhold/iam";
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

type Texts = string | readonly string[];
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

function refuse(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  faultFor("InvalidInputException", first.reason, problems.map(({ message }) => message).join("\n"));
}

function ofGrammar({ path, position: { line, column }, message }: Finding): Problem {
  return { reason: reasonAt(path), message: `${path} (line ${line}, column ${column}): ${message}` };
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

function listed(
  texts: Texts | undefined,
  problem: (text: string) => Problem | undefined,
): readonly Problem[] {
  const all = typeof texts === "string" ? [texts] : (texts ?? []);
  return all.flatMap((text) => problem(text) ?? []);
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
  const name = matcher(action.replace(/^organizations:/i, ""), "i");
  return action === "*" || delegableActions.some((one) => name.test(one));
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
  const [, ofPartition = "", service = "", region = "", account = "", rest = ""] = arn.split(":");
  const ours =
    matches(ofPartition, partition) &&
    matches(service, "organizations") &&
    matches(region, "") &&
    (matches(account, managementAccountId) || matches(account, "aws"));
  const [kind = "", owner = "*"] = rest.split("/");
  // A pattern may end anywhere; what it leaves open is not wrong.
  const known = kinds.some((one) => matches(kind, one));
  if (ours && known && (account === "aws" || matches(owner, id))) return undefined;
  return {
    reason: "UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY",
    message: `${path}: \`${arn}\` is nothing of this organization; write \`*\`, or an ARN such as \`arn:${partition}:organizations::${managementAccountId}:policy/${id}/*\``,
  };
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
          ? policyTypes.some((type) => matches(value, type))
          : policyTypes.some((type) => type === value);
        if (known || value.includes("${")) return undefined;
        const message = `${path}.Condition.${operator}['${key}']: \`${value}\` is no policy type; docs/policy-language.md lists them`;
        return { reason: "UNSUPPORTED_POLICY_TYPE_IN_RESOURCE_POLICY", message };
      }),
    );
}

function matches(pattern: string, text: string): boolean {
  return pattern === "" ? text === "" : matcher(pattern).test(text);
}

/** `*` and `?` as in IAM. */
function matcher(pattern: string, flags = ""): RegExp {
  const escaped = pattern.replaceAll(/[.+^$()|[\]{}\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`, flags);
}
