// ARN operators: each of the six parts on its own, with wildcards. `ArnEquals` and `ArnLike` are the same.

import { arnPattern } from "../../matching/arn-pattern.js";
import { anyMatch } from "../../matching/match.js";
import type { Pattern } from "../../matching/match.js";
import type { ConditionOperator } from "../condition-operator.js";

export const arnOperators: readonly ConditionOperator[] = [
  operator("ArnEquals", false),
  operator("ArnLike", false),
  operator("ArnNotEquals", true),
  operator("ArnNotLike", true),
];

function operator(name: string, negated: boolean): ConditionOperator {
  return {
    name,
    negated,
    expects: "an ARN of six parts, such as `arn:aws:iam::123456789012:role/*`",
    compile(operands) {
      const patterns: Pattern[] = [];
      for (const { template } of operands) {
        const pattern = arnPattern(template);
        if (pattern === undefined) return undefined;
        patterns.push(pattern);
      }
      return (value, context) => anyMatch(patterns, value, context);
    },
  };
}
