// Why a merge came out as it did: what became of every value operator of every policy.

import type { Part } from "./level.js";
import type { Lock, Merge, Source } from "./merge.js";
import { addsMember, operatorBit, valueOperators } from "./operators.js";
import type { ValueOperator } from "./operators.js";
import { operandOf } from "./policy-node.js";
import type { Value } from "./policy-node.js";

/**
 * What became of one value operator of one policy.
 * `set`: it took effect. `no-effect`: it was free to and changed nothing, such as `@@remove` of what is not there.
 * `blocked`: a lock of a level above forbids it (`by` names the locks, `lockedAt` their node). `outranked`: a policy
 * attached earlier at the same level had assigned (`by` names it). `inapplicable`: the node's shape does not take it,
 * such as `@@append` on a single value.
 */
export interface TraceEntry extends Source {
  readonly path: readonly string[];
  readonly operator: ValueOperator;
  readonly operand: Value;
  readonly outcome: "set" | "no-effect" | "blocked" | "outranked" | "inapplicable";
  readonly by?: readonly Source[];
  readonly lockedAt?: readonly string[];
}

/** Takes each entry as the merge decides it. Pass none where nobody asks why. */
export type Trace = (entry: TraceEntry) => void;

/** Where the merge is, and who wants to know. */
export interface Step {
  readonly level: string;
  readonly trace: Trace | undefined;
}

export type Path = readonly string[];

/** What a node is for the policies of a level; undefined while none of them says. */
export type Shape = "setting" | "container" | undefined;

/** The locks that forbid an operator at their node. */
export function forbidding(locks: readonly Lock[], operator: ValueOperator): readonly Source[] {
  return locks.filter((lock) => (lock.allowed & operatorBit[operator]) === 0);
}

/** Reports every value operator at and below a member that may not be added. */
export function traceBlockedBelow(
  container: Merge,
  { policy, node }: Part,
  step: Step,
  path: Path,
  lockedAt: Path,
): void {
  if (step.trace === undefined) return;
  const by = container.locks.filter((lock) => (lock.allowed & addsMember) === 0);
  traceOperators({ policy, node }, step, path, {
    outcome: "blocked",
    by: by.length > 0 ? by : container.locks,
    lockedAt,
  });
}

/** Reports operators that the node's shape has no place for: values on a container, members under a setting. */
export function traceMisshapen(shape: Shape, parts: readonly Part[], step: Step, path: Path): void {
  const verdict = { outcome: "inapplicable" } as const;
  for (const part of parts) {
    if (shape === "container") traceOwnOperators(part, step, path, verdict);
    if (shape === "setting") traceMembers(part, step, path, verdict);
  }
}

export type TraceVerdict = Pick<TraceEntry, "outcome" | "by" | "lockedAt">;

function traceOperators(part: Part, step: Step, path: Path, verdict: TraceVerdict): void {
  traceOwnOperators(part, step, path, verdict);
  traceMembers(part, step, path, verdict);
}

function traceMembers({ policy, node }: Part, step: Step, path: Path, verdict: TraceVerdict): void {
  for (const [key, member] of node.members)
    traceOperators({ policy, node: member }, step, [...path, key], verdict);
}

function traceOwnOperators({ policy, node }: Part, step: Step, path: Path, verdict: TraceVerdict): void {
  for (const operator of valueOperators) {
    const operand = operandOf(node, operator);
    if (operand === undefined) continue;
    step.trace?.({
      level: step.level,
      policy,
      at: operand.at,
      path,
      operator,
      operand: operand.operand,
      ...verdict,
    });
  }
}
