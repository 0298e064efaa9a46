// The names of condition operators: qualifier, operator, `IfExists`.

import type { ConditionOperator } from "./condition-operator.js";
import type { Quantifier } from "./condition.js";
import { addressOperators } from "./operators/address-operators.js";
import { arnOperators } from "./operators/arn-operators.js";
import { flagOperators } from "./operators/flag-operators.js";
import { dateOperators, numericOperators } from "./operators/ordered-operators.js";
import { stringOperators } from "./operators/string-operators.js";

const operators: ReadonlyMap<string, ConditionOperator> = new Map(
  [
    ...stringOperators,
    ...arnOperators,
    ...numericOperators,
    ...dateOperators,
    ...flagOperators,
    ...addressOperators,
  ].map((operator) => [operator.name, operator]),
);

/** Stands alone: it takes no qualifier and no `IfExists`. */
export const nullOperator = "Null";

/** As they are written, for hints. */
export const operatorNames: readonly string[] = [...operators.keys(), nullOperator];

export interface OperatorUse {
  readonly quantifier: Quantifier;
  readonly ifExists: boolean;
  readonly operator: ConditionOperator;
}

const form = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/;

/** Undefined for a name that is none of an operator. */
export function readOperator(name: string): OperatorUse | undefined {
  const [, quantifier, base = "", ifExists] = form.exec(name) ?? [];
  const operator = operators.get(base);
  return operator && { quantifier: quantifier as Quantifier, ifExists: ifExists !== undefined, operator };
}
