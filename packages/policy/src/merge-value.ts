// The merge of one setting: what the policies of a level make of the value that they inherit.

import type { Part } from "./level.js";
import type { Merge, Setting, Source } from "./merge.js";
import { operatorBit, valueOperators } from "./operators.js";
import type { ValueOperator } from "./operators.js";
import { operandOf } from "./policy-node.js";
import type { Scalar, Value } from "./policy-node.js";
import { forbidding } from "./trace.js";
import type { Path, Step, TraceVerdict } from "./trace.js";

/** Assignments first, of which the first attached wins; then everything appended, in attachment order; then removed. */
export function mergeValue(
  inherited: Merge,
  parts: readonly Part[],
  step: Step,
  path: Path,
): Setting | undefined {
  let now = inherited.setting;
  let assigned: Source | undefined;
  for (const operator of valueOperators) {
    for (const { policy, node } of parts) {
      const written = operandOf(node, operator);
      if (written === undefined) continue;
      const { operand, at } = written;
      const source: Source = { level: step.level, policy, at };
      const obstacle = obstacleTo(operator, inherited, now, assigned);
      const before = now;
      if (obstacle === undefined) now = operated(operator, before, operand, source);
      if (step.trace !== undefined) {
        const outcome = obstacle ?? (now === before ? "no-effect" : "set");
        const verdict = verdictOf(outcome, operator, inherited, assigned, path);
        step.trace({ ...source, path, operator, operand, ...verdict });
      }
      if (operator === "@@assign" && obstacle === undefined) assigned = source;
    }
  }
  return now !== undefined && isList(now.value) && now.value.length === 0 ? undefined : now;
}

/** Why an operator may not take effect; undefined where it may. */
function obstacleTo(
  operator: ValueOperator,
  { allowed }: Merge,
  now: Setting | undefined,
  assigned: Source | undefined,
): "blocked" | "outranked" | "inapplicable" | undefined {
  if ((allowed & operatorBit[operator]) === 0) return "blocked";
  if (operator === "@@assign") return assigned === undefined ? undefined : "outranked";
  return now === undefined || isList(now.value) ? undefined : "inapplicable";
}

function verdictOf(
  outcome: TraceVerdict["outcome"],
  operator: ValueOperator,
  { locks }: Merge,
  assigned: Source | undefined,
  path: Path,
): TraceVerdict {
  if (outcome === "blocked") return { outcome, by: forbidding(locks, operator), lockedAt: path };
  return outcome === "outranked" && assigned !== undefined ? { outcome, by: [assigned] } : { outcome };
}

/** The setting afterwards; `before` itself where nothing changed. Whoever assigns determines the value, be it the same. */
function operated(
  operator: ValueOperator,
  before: Setting | undefined,
  operand: Value,
  setBy: Source,
): Setting | undefined {
  if (operator === "@@assign") return { value: operand, setBy };
  const list = asList(before?.value);
  const value =
    operator === "@@append"
      ? [...list, ...without([...new Set(asList(operand))], list)]
      : without(list, asList(operand));
  return value.length === list.length ? before : { value, setBy };
}

/** What stands in `list` and not in `others`. */
function without(list: readonly Scalar[], others: readonly Scalar[]): readonly Scalar[] {
  const excluded = new Set(others);
  return list.filter((item) => !excluded.has(item));
}

function asList(value: Value | undefined): readonly Scalar[] {
  return isList(value) ? value : [];
}

function isList(value: Value | undefined): value is readonly Scalar[] {
  return Array.isArray(value);
}
