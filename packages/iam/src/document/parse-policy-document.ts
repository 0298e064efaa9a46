// The front door: the text of a policy in, a compiled policy or all that is wrong with it out.

import { readJson } from "../json/json-tree.js";
import type { JsonTree } from "../json/json-tree.js";
import type { Policy, Statement } from "../policy.js";
import { Findings, quoted, under } from "./finding.js";
import type { Finding } from "./finding.js";
import { policyKinds } from "./policy-kind.js";
import type { KindRules, PolicyKind } from "./policy-kind.js";
import { readStatement } from "./read-statement.js";
import { described, readMembers } from "./reader.js";
import type { Reader } from "./reader.js";

/** A longer text (UTF-16 code units) is not even parsed; white space may make a policy longer than its own limit. */
const policyTextLengthMax = 131_072;

const variableVersion = "2012-10-17";
const versions: readonly string[] = ["2008-10-17", variableVersion];

export type ParsedPolicyDocument =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export interface DocumentOptions {
  readonly kind: PolicyKind;
  /** By which explanations call the policy: its ARN, id or name. */
  readonly name: string;
  /** AWS's own policies may say what others may not: `RCPFullAWSAccess` allows. */
  readonly isAwsManaged?: boolean;
  /** Where it is not what AWS allows for the kind; Unicode characters. */
  readonly charactersMax?: number;
}

/** Total: every text is either compiled, and then every part of it is evaluated, or refused with its findings. */
export function parsePolicyDocument(
  text: string,
  { kind, name, isAwsManaged = false, charactersMax }: DocumentOptions,
): ParsedPolicyDocument {
  const findings = new Findings(text);
  const usual: KindRules = policyKinds[kind];
  const rules: KindRules = charactersMax === undefined ? usual : { ...usual, charactersMax };
  const policy = read(text, name, isAwsManaged ? { ...rules, effects: ["Allow", "Deny"] } : rules, findings);
  return policy !== undefined && findings.isEmpty
    ? { ok: true, policy }
    : { ok: false, findings: findings.list() };
}

function read(text: string, name: string, rules: KindRules, findings: Findings): Policy | undefined {
  const length = text.length > policyTextLengthMax ? text.length : measure(text, rules);
  if (length > rules.charactersMax) {
    const allowed = rules.charactersMax.toLocaleString("en-US");
    const how = rules.countsWhiteSpace ? "white space counts" : "white space does not count";
    const message = `${length.toLocaleString("en-US")} characters, and ${allowed} are allowed for ${rules.title}; ${how}`;
    findings.add("$", 0, message);
  }
  if (text.length > policyTextLengthMax) return undefined;
  const json = readJson(text);
  if (json.ok) return readPolicy(json.root, name, rules, findings);
  findings.add("$", json.at, json.message);
  return undefined;
}

/** Unicode characters, as the kind counts them. */
function measure(text: string, { countsWhiteSpace }: KindRules): number {
  const counted = countsWhiteSpace ? text : text.replaceAll(/\s/g, "");
  let pairs = 0;
  for (let index = 0; index < counted.length; index += 1) {
    if ((counted.codePointAt(index) ?? 0) > 0xffff) pairs += 1;
  }
  return counted.length - pairs;
}

function readPolicy(root: JsonTree, name: string, rules: KindRules, findings: Findings): Policy | undefined {
  if (root.kind !== "object") {
    findings.add("$", root.at, `found ${described(root)}; a policy is one JSON object`);
    return undefined;
  }
  const known = rules.id ? ["Version", "Id", "Statement"] : ["Version", "Statement"];
  const members = readMembers(root.members, "$", known, findings);
  const id = rules.id ? members.get("Id")?.value : undefined;
  if (id !== undefined && id.kind !== "string")
    findings.add("$.Id", id.at, `found ${described(id)}; an \`Id\` is a string`);
  const variables = readVersion(members.get("Version")?.value, root.at, rules, findings) === variableVersion;
  const list = members.get("Statement")?.value;
  if (list === undefined) {
    findings.add("$", root.at, "no `Statement`; a policy has at least one");
    return undefined;
  }
  const statements = readStatements(list, { name, findings, rules, variables });
  return {
    name,
    allows: statements.filter(({ effect }) => effect === "Allow"),
    denies: statements.filter(({ effect }) => effect === "Deny"),
  };
}

function readVersion(
  tree: JsonTree | undefined,
  rootAt: number,
  rules: KindRules,
  findings: Findings,
): string | undefined {
  const wanted = rules.versionRequired ? [variableVersion] : versions;
  const right = `write \`"${variableVersion}"\``;
  if (tree === undefined) {
    if (rules.versionRequired) findings.add("$", rootAt, `no \`Version\`; ${right}`);
    return undefined;
  }
  if (tree.kind === "string" && wanted.includes(tree.text)) return tree.text;
  findings.add("$.Version", tree.at, `found ${described(tree)}; ${right}`);
  return undefined;
}

function readStatements(list: JsonTree, reader: Reader): readonly Statement[] {
  const path = "$.Statement";
  if (list.kind !== "array") {
    const only = readStatement(list, 0, path, reader);
    return only === undefined ? [] : [only];
  }
  if (list.items.length === 0)
    reader.findings.add(path, list.at, "an empty array; a policy has at least one statement");
  const sids = new Set<string>();
  return list.items.flatMap((item, index) => {
    const itsPath = under(path, index);
    const statement = readStatement(item, index, itsPath, reader);
    if (statement === undefined) return [];
    const { sid } = statement;
    if (sid !== "" && sids.has(sid)) {
      reader.findings.add(
        under(itsPath, "Sid"),
        item.at,
        `\`Sid\` ${quoted(sid)} stands twice; each names one statement`,
      );
    }
    sids.add(sid);
    return [statement];
  });
}
