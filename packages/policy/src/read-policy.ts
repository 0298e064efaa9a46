// From JSON to policy nodes: the part of the syntax that every mergeable type shares.

import type { Findings } from "./finding.js";
import { describeJson, quote } from "./json.js";
import type { JsonMember, JsonNode, Offset } from "./json.js";
import type { Keys } from "./json-path.js";
import { childControl, controlValues, valueOperators } from "./operators.js";
import type { OperatorSet, ValueOperator } from "./operators.js";
import { draftNode, emptyPolicy, operandOf } from "./policy-node.js";
import type { Control, NodeDraft, PolicyNode, Scalar, Value } from "./policy-node.js";
import { didYouMean } from "./suggest.js";

const operators: ReadonlySet<string> = new Set([...valueOperators, childControl]);

/**
 * Reports what is wrong to `findings` and returns what could be read; trust the result only without errors. A member
 * that is no object is kept with what stands there `instead`: each type's rules know what belongs in its place.
 */
export function readPolicy(root: JsonNode, findings: Findings): PolicyNode {
  if (root.kind !== "object") {
    findings.error("wrong-shape", [], root.at, `found ${describeJson(root)}; a policy is one JSON object`);
    return emptyPolicy;
  }
  const document = readNode(root.at, root.members, [], findings);
  for (const name of valueOperators) {
    const operator = operandOf(document, name);
    if (operator === undefined) continue;
    const message = `\`${name}\` cannot stand at the top of a policy; values are set further down, under keys`;
    findings.error("wrong-operator", [name], operator.at, message);
  }
  return document;
}

function readNode(at: Offset, json: readonly JsonMember[], keys: Keys, findings: Findings): PolicyNode {
  const members = new Map<string, PolicyNode>();
  const node = draftNode(at, members);
  const seen = new Set<string>();
  for (const member of json) {
    const { key, at, value } = member;
    const path = [...keys, key];
    if (seen.has(key)) {
      const message = (): string => `key ${quote(key)} stands twice in this object; keep one`;
      findings.error("duplicate-key", path, at, message);
      continue;
    }
    seen.add(key);
    if (key.startsWith("@@")) readOperator(node, member, path, findings);
    else if (value.kind === "object") members.set(key, readNode(at, value.members, path, findings));
    else members.set(key, { ...draftNode(at, emptyPolicy.members), instead: value });
  }
  return node;
}

function readOperator(node: NodeDraft, { key, at, value }: JsonMember, path: Keys, findings: Findings): void {
  switch (key) {
    case "@@assign": {
      const operand = readValue(value, path, findings);
      if (operand === undefined) node.isBroken = true;
      else node.assign = { operand, at };
      return;
    }
    case "@@append":
    case "@@remove": {
      const operand = readList(key, value, path, findings);
      if (operand === undefined) node.isBroken = true;
      else node[key === "@@append" ? "append" : "remove"] = { operand, at };
      return;
    }
    case childControl:
      node.childControl = readControl(value, at, path, findings);
      if (node.childControl === undefined) node.isBroken = true;
      return;
    default: {
      node.isBroken = true;
      const message = (): string => {
        const near = didYouMean(key, operators);
        return `unknown operator ${quote(key)}${near === "" ? "; keys with `@@` are kept for operators" : near}`;
      };
      findings.error("unknown-operator", path, at, message);
    }
  }
}

function readValue(value: JsonNode, path: Keys, findings: Findings): Value | undefined {
  if (value.kind === "array") return readScalars(value.items, path, findings);
  if (value.kind !== "object") return value.value;
  const message = `found ${describeJson(value)}; \`@@assign\` takes a single value or an array of them`;
  findings.error("wrong-value", path, value.at, message);
  return undefined;
}

function readList(
  operator: ValueOperator,
  value: JsonNode,
  path: Keys,
  findings: Findings,
): readonly Scalar[] | undefined {
  if (value.kind === "array") return readScalars(value.items, path, findings);
  const message = `found ${describeJson(value)}; \`${operator}\` takes an array of single values`;
  findings.error("wrong-value", path, value.at, message);
  return undefined;
}

/** All of them or nothing. */
function readScalars(
  items: readonly JsonNode[],
  path: Keys,
  findings: Findings,
): readonly Scalar[] | undefined {
  const scalars: Scalar[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind !== "object" && item.kind !== "array") {
      scalars.push(item.value);
      continue;
    }
    const message = `found ${describeJson(item)}; a list holds single values only`;
    findings.error("wrong-value", [...path, index], item.at, message);
  }
  return scalars.length < items.length ? undefined : scalars;
}

/** `["@@none"]`, `["@@all"]`, or any of the value operators, each once. */
function readControl(value: JsonNode, at: Offset, path: Keys, findings: Findings): Control | undefined {
  const expected = 'write an array such as `["@@none"]`';
  if (value.kind !== "array") {
    findings.error("wrong-value", path, value.at, `found ${describeJson(value)}; ${expected}`);
    return undefined;
  }
  if (value.items.length === 0) {
    const message = 'found an empty array; write `["@@none"]` to forbid every change, or leave the key out';
    findings.error("wrong-value", path, value.at, message);
    return undefined;
  }
  let operand: OperatorSet = 0;
  const names: string[] = [];
  for (const [index, item] of value.items.entries()) {
    const bits = item.kind === "string" ? controlValues.get(item.value) : undefined;
    if (item.kind !== "string" || bits === undefined) {
      findings.error("wrong-value", [...path, index], item.at, () => wrongControlValue(item));
      return undefined;
    }
    operand |= bits;
    names.push(item.value);
  }
  const alone = names.find((name) => name === "@@none" || name === "@@all");
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  if (repeated !== undefined) {
    findings.error("wrong-value", path, value.at, `\`${repeated}\` stands twice in this array; keep one`);
  } else if (alone !== undefined && names.length > 1) {
    findings.error("wrong-value", path, value.at, `\`${alone}\` stands alone; drop it or the other members`);
    return undefined;
  }
  return { operand, at, names };
}

function wrongControlValue(item: JsonNode): string {
  const near = item.kind === "string" ? didYouMean(item.value, controlValues.keys()) : "";
  const right = '; write `"@@none"`, or the operators to allow, such as `"@@assign"`';
  return `found ${describeJson(item)}${near === "" ? right : near}`;
}
