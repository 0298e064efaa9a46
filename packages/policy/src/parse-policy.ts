// The front door of the language: text in, a document with everything that is wrong with it out.

import { checkAiOptOut } from "./ai-opt-out-rules.js";
import { awsCatalogue } from "./catalogue.js";
import type { Catalogue } from "./catalogue.js";
import { Findings } from "./finding.js";
import type { Finding } from "./finding.js";
import { checkGeneric } from "./generic-rules.js";
import { minifiedJson } from "./format/minified-json.js";
import { parseJson } from "./json.js";
import type { JsonNode } from "./json.js";
import { emptyPolicy } from "./policy-node.js";
import type { PolicyNode } from "./policy-node.js";
import type { MergeablePolicyType } from "./policy-type.js";
import { readPolicy } from "./read-policy.js";

/** AWS's limit for AI opt-out documents: Unicode characters of the text as written, white space included. */
export const aiOptOutCharactersMax = 2500;

/** Text longer than this (UTF-16 code units) is not even parsed: no policy type comes near it. */
export const policyTextLengthMax = 262_144;

export interface ParsedPolicy {
  /** What could be read. Merge it only when `valid`. */
  readonly document: PolicyNode;
  /** True when no finding is an error. */
  readonly valid: boolean;
  readonly findings: readonly Finding[];
}

export interface ParseOptions {
  readonly type: MergeablePolicyType;
  /** Which services a policy may name; AWS's when absent. */
  readonly catalogue?: Catalogue;
  /** The size limit in characters; none when absent. */
  readonly charactersMax?: number;
}

/** Parses and validates a policy of a mergeable type. Total: no text makes it throw. */
export function parsePolicy(text: string, options: ParseOptions): ParsedPolicy {
  const findings = new Findings(text);
  const { document } = readChecked(text, options, findings);
  return { document, valid: !findings.hasError, findings: findings.list() };
}

export interface PolicyReading {
  readonly document: PolicyNode;
  /** Absent where the text is no JSON. */
  readonly json: JsonNode | undefined;
}

/** The same for whoever goes on checking: what is wrong goes to `findings`. */
export function readChecked(text: string, options: ParseOptions, findings: Findings): PolicyReading {
  const json = text.length > policyTextLengthMax ? undefined : parseJson(text);
  const root = json?.ok === true ? json.root : undefined;
  checkSize(text, root, options.charactersMax ?? Number.POSITIVE_INFINITY, findings);
  if (json?.ok === false) findings.error("json-syntax", [], json.at, json.message);
  const document = root === undefined ? emptyPolicy : readPolicy(root, findings);
  if (document !== emptyPolicy) checkType(document, options, findings);
  return { document, json: root };
}

function checkType(document: PolicyNode, { type, catalogue }: ParseOptions, findings: Findings): void {
  if (type === "AISERVICES_OPT_OUT_POLICY") checkAiOptOut(document, catalogue ?? awsCatalogue, findings);
  else checkGeneric(document, type, findings);
}

/** The nodes of a text that was validated when it was written, whatever the catalogue says by now. */
export function readValidPolicy(text: string): PolicyNode {
  const json = parseJson(text);
  return json.ok ? readPolicy(json.root, new Findings(text)) : emptyPolicy;
}

function checkSize(
  text: string,
  root: JsonNode | undefined,
  charactersMax: number,
  findings: Findings,
): void {
  const length = text.length > policyTextLengthMax ? text.length : characterCount(text);
  const limit = Math.min(charactersMax, policyTextLengthMax);
  if (length <= limit) return;
  findings.error("size-limit", [], 0, () => {
    const facts = `${inWords(length)} characters, and ${inWords(limit)} are allowed; white space counts`;
    if (root === undefined) return facts;
    const minified = characterCount(minifiedJson(root));
    return `${facts}; minified it is ${inWords(minified)}${minified <= limit ? " and fits" : ", still too many"}`;
  });
}

function inWords(count: number): string {
  return count.toLocaleString("en-US");
}

/** Unicode code points, as AWS counts characters. */
export function characterCount(text: string): number {
  let count = text.length;
  for (let index = 1; index < text.length; index += 1) {
    const low = text.charCodeAt(index);
    if (low >= 0xdc00 && low <= 0xdfff && isHighSurrogate(text.charCodeAt(index - 1))) count -= 1;
  }
  return count;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
