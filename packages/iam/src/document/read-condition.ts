// Reads `Condition`: operators, under them keys, under them values.

import type { Condition } from "../conditions/condition.js";
import { readFlag } from "../conditions/operators/flag-operators.js";
import { nullOperator, operatorNames, readOperator } from "../conditions/read-operator.js";
import type { OperatorUse } from "../conditions/read-operator.js";
import type { JsonMember, JsonTree } from "../json/json-tree.js";
import { isConditionKey, readTemplate } from "../matching/template.js";
import { caseHint, quoted, under } from "./finding.js";
import { described, readTexts, uniqueMembers } from "./reader.js";
import type { Reader } from "./reader.js";

/** Keys that hold many values: without a qualifier nobody could say which of them must match. */
const manyValued: ReadonlySet<string> = new Set([
  "aws:tagkeys",
  "aws:principalorgpaths",
  "aws:resourceorgpaths",
  "aws:principalservicenameslist",
  "aws:calledvia",
]);

/** All of them must hold. An empty block, or an operator without keys, asks for nothing. */
export function readConditions(tree: JsonTree, path: string, reader: Reader): readonly Condition[] {
  return membersOf(tree, path, reader).flatMap(({ key: name, at, value }) => {
    const itsPath = under(path, name);
    const use = name === nullOperator ? nullOperator : readOperator(name);
    if (use === undefined) {
      const right = caseHint(
        name,
        operatorNames,
        "; an operator is written such as `StringLike`, `ForAnyValue:StringLike` or `BoolIfExists`",
      );
      reader.findings.add(itsPath, at, `unknown condition operator ${quoted(name)}${right}`);
      return [];
    }
    return membersOf(value, itsPath, reader).flatMap((member) => {
      const condition = readCondition(use, member, under(itsPath, member.key), reader);
      return condition === undefined ? [] : [condition];
    });
  });
}

function membersOf(tree: JsonTree, path: string, { findings }: Reader): readonly JsonMember[] {
  if (tree.kind === "object") return [...uniqueMembers(tree.members, path, findings).values()];
  findings.add(path, tree.at, `found ${described(tree)}; an object belongs here`);
  return [];
}

function readCondition(
  use: OperatorUse | typeof nullOperator,
  { key, at, value }: JsonMember,
  path: string,
  reader: Reader,
): Condition | undefined {
  const lower = key.toLowerCase();
  if (!isConditionKey(key)) {
    const message = `${quoted(key)} is no condition key; write it with its prefix, such as \`aws:PrincipalArn\``;
    reader.findings.add(path, at, message);
  }
  if (use === nullOperator) return readNull(lower, value, path, reader);
  if (use.quantifier === undefined && manyValued.has(lower)) {
    const message = `${quoted(key)} holds many values; put \`ForAllValues:\` or \`ForAnyValue:\` before the operator`;
    reader.findings.add(path, at, message);
  }
  return readComparison(use, lower, value, path, reader);
}

function readNull(key: string, value: JsonTree, path: string, { findings }: Reader): Condition {
  const absent = readTexts(value, path, findings, "scalars").flatMap(({ text, at, path }) => {
    const flag = readFlag(text);
    if (flag !== undefined) return [flag];
    findings.add(path, at, `${quoted(text)} is neither \`true\` (the key is absent) nor \`false\``);
    return [];
  });
  return { key, quantifier: undefined, ifExists: false, negated: false, wanted: { absent } };
}

function readComparison(
  { quantifier, ifExists, operator }: OperatorUse,
  key: string,
  value: JsonTree,
  path: string,
  { findings, variables }: Reader,
): Condition | undefined {
  const operands = readTexts(value, path, findings, "scalars").flatMap(({ text, at, path }) => {
    const template = readTemplate(text, variables);
    if (template === undefined) {
      findings.add(
        path,
        at,
        `${quoted(text)} holds a \`\${\` that begins no variable; write \`\${$}\` for a dollar sign`,
      );
      return [];
    }
    const operand = { text, template };
    if (operator.compile([operand]) !== undefined) return [operand];
    findings.add(
      path,
      at,
      `${quoted(text)} does not fit \`${operator.name}\`, which takes ${operator.expects}`,
    );
    return [];
  });
  const wanted = operator.compile(operands);
  return wanted && { key, quantifier, ifExists, negated: operator.negated, wanted };
}
