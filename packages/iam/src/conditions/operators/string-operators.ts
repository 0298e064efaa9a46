// String operators. Only these and the ARN operators take variables.

import { anyMatch } from "../../matching/match.js";
import type { Pattern } from "../../matching/match.js";
import { caselessPattern, exactPattern, likePattern } from "../../matching/pattern.js";
import type { Template } from "../../matching/template.js";
import type { ConditionOperator } from "../condition-operator.js";

const like = (template: Template): Pattern => likePattern(template, "free");

export const stringOperators: readonly ConditionOperator[] = [
  operator("StringEquals", false, exactPattern),
  operator("StringNotEquals", true, exactPattern),
  operator("StringEqualsIgnoreCase", false, caselessPattern),
  operator("StringNotEqualsIgnoreCase", true, caselessPattern),
  operator("StringLike", false, like),
  operator("StringNotLike", true, like),
];

function operator(
  name: string,
  negated: boolean,
  compilePattern: (template: Template) => Pattern,
): ConditionOperator {
  return {
    name,
    negated,
    expects: "a string",
    compile(operands) {
      const patterns = operands.map(({ template }) => compilePattern(template));
      return (value, context) => anyMatch(patterns, value, context);
    },
  };
}
