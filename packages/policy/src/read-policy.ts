// From JSON to policy nodes: the part of the syntax that every mergeable type shares.

import type { Findings } from "./finding.js";
import { describeJson, quote } from "./json.js";
import type { JsonMember, JsonNode } from "./json.js";
import { childControl, controlValues, valueOperators } from "./operators.js";
import type { OperatorSet, ValueOperator } from "./operators.js";
import { emptyPolicy } from "./policy-node.js";
import type { Operand, PolicyNode, Scalar, Value } from "./policy-node.js";
import { didYouMean } from "./suggest.js";

type Keys = readonly string[];
/** A node while its operators are being read. */
type Draft = { -readonly [K in keyof PolicyNode]: PolicyNode[K] };

const operators: ReadonlySet<string> = new Set([...valueOperators, childControl]);

/** Reports what is wrong to `findings` and returns what could be read; trust the result only without errors. */
export function readPolicy(root: JsonNode, findings: Findings): PolicyNode {
  if (root.kind !== "object") {
    findings.error("wrong-shape", [], root.at, `found ${describeJson(root)}; a policy is one JSON object`);
    return emptyPolicy;
  }
  return readNode(root.at, root.members, [], findings);
}

function readNode(at: number, json: readonly JsonMember[], keys: Keys, findings: Findings): PolicyNode {
  const members = new Map<string, PolicyNode>();
  const node: Draft = { at, members };
  const seen = new Set<string>();
  for (const member of json) {
    const path = [...keys, member.key];
    if (seen.has(member.key)) {
      findings.error(
        "duplicate-key",
        path,
        member.at,
        `key ${quote(member.key)} stands twice in this object; keep one`,
      );
      continue;
    }
    seen.add(member.key);
    if (member.key.startsWith("@@")) readOperator(node, member, path, findings);
    else if (member.value.kind === "object") {
      members.set(member.key, readNode(member.at, member.value.members, path, findings));
    } else missingOperator(member, path, findings);
  }
  if (members.size > 0 && (node.assign ?? node.append ?? node.remove) !== undefined) {
    const message =
      "this node both sets a value and has members; move the value or the members one level away";
    findings.error("wrong-shape", keys, at, message);
  }
  return node;
}

function missingOperator({ at, value }: JsonMember, path: Keys, findings: Findings): void {
  const found = describeJson(value);
  const right =
    value.kind === "string" ? `{"@@assign": ${JSON.stringify(value.value)}}` : `{"@@assign": ...}`;
  const hint = "this is how an effective policy reads, and that form cannot be attached";
  findings.error(
    "missing-operator",
    path,
    at,
    `found ${found} without an operator; write ${quote(right)} (${hint})`,
  );
}

function readOperator(node: Draft, { key, at, value }: JsonMember, path: Keys, findings: Findings): void {
  switch (key) {
    case "@@assign": {
      const operand = readValue(value, path, findings);
      if (operand !== undefined) node.assign = { operand, at };
      return;
    }
    case "@@append":
    case "@@remove": {
      const operand = readList(key, value, path, findings);
      if (operand === undefined) return;
      if (key === "@@append") node.append = { operand, at };
      else node.remove = { operand, at };
      return;
    }
    case childControl: {
      const operand = readControl(value, path, findings);
      if (operand !== undefined) node.childControl = { operand, at } satisfies Operand<OperatorSet>;
      return;
    }
    default:
      findings.error(
        "unknown-operator",
        path,
        at,
        `unknown operator ${quote(key)}${didYouMean(key, operators)}`,
      );
  }
}

function readValue(value: JsonNode, path: Keys, findings: Findings): Value | undefined {
  if (value.kind === "object") {
    findings.error(
      "wrong-value",
      path,
      value.at,
      `found ${describeJson(value)}; an operator sets a single value or a list`,
    );
    return undefined;
  }
  return value.kind === "array" ? readScalars(value.items, path, findings) : value.value;
}

function readList(
  operator: ValueOperator,
  value: JsonNode,
  path: Keys,
  findings: Findings,
): readonly Scalar[] | undefined {
  if (value.kind === "array") return readScalars(value.items, path, findings);
  findings.error(
    "wrong-value",
    path,
    value.at,
    `found ${describeJson(value)}; \`${operator}\` takes an array`,
  );
  return undefined;
}

function readScalars(items: readonly JsonNode[], path: Keys, findings: Findings): readonly Scalar[] {
  return items.flatMap((item) => {
    if (item.kind !== "object" && item.kind !== "array") return [item.value];
    findings.error(
      "wrong-value",
      path,
      item.at,
      `found ${describeJson(item)}; a list holds single values only`,
    );
    return [];
  });
}

/** `["@@none"]`, `["@@all"]`, or any of the value operators. */
function readControl(value: JsonNode, path: Keys, findings: Findings): OperatorSet | undefined {
  const expected = `an array such as \`["@@none"]\``;
  if (value.kind !== "array") {
    findings.error("wrong-value", path, value.at, `found ${describeJson(value)}; write ${expected}`);
    return undefined;
  }
  if (value.items.length === 0) {
    const message = 'found an empty array; write `["@@none"]` to forbid every change, or leave the key out';
    findings.error("wrong-value", path, value.at, message);
    return undefined;
  }
  let set: OperatorSet = 0;
  for (const item of value.items) {
    const bits = item.kind === "string" ? controlValues.get(item.value) : undefined;
    if (item.kind !== "string" || bits === undefined) {
      const near = item.kind === "string" ? didYouMean(item.value, controlValues.keys()) : "";
      findings.error("wrong-value", path, item.at, `found ${describeJson(item)}; write ${expected}${near}`);
      return undefined;
    }
    if ((item.value === "@@none" || item.value === "@@all") && value.items.length > 1) {
      findings.error(
        "wrong-value",
        path,
        item.at,
        `\`${item.value}\` stands alone; drop it or the other members`,
      );
      return undefined;
    }
    set |= bits;
  }
  return set;
}
