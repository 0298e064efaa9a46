// The merge: policies along a chain, root first, become one effective policy that can say why.
// Source: AWS's inheritance pages for management policies; open points as docs/policy-language.md states them.

import type { Level, Part } from "./level.js";
import { Merge, anyExists, nothing } from "./merge.js";
import type { Binding, Setting, Source } from "./merge.js";
import { addsMember, allOperators, operatorBit, valueOperators } from "./operators.js";
import type { ValueOperator } from "./operators.js";
import type { Operand, Scalar, Value } from "./policy-node.js";
import { forbidding, operandOf, traceBlockedBelow, traceMisshapen } from "./trace.js";
import type { Path, Step, Trace, TraceEntry } from "./trace.js";

/** Root first, account last. Pure and total; what a lock forbids appears in the trace, not as an error. */
export function effectivePolicy(chain: readonly Level[], trace?: Trace): Merge {
  return chain.reduce((merge, level) => applyLevel(merge, level, trace), nothing);
}

/** One step of the fold. A level that says nothing returns `inherited` itself, so callers can share it. */
export function applyLevel(inherited: Merge, level: Level, trace?: Trace): Merge {
  if (level.policies.length === 0) return inherited;
  const parts = level.policies.map(({ id, document }) => ({ policy: id, node: document }));
  return mergeNode(inherited, parts, { level: level.id, trace }, []);
}

/** Operators are checked against the locks of the levels above only: peers do not bind each other. */
function mergeNode(inherited: Merge, parts: readonly Part[], step: Step, path: Path): Merge {
  const isSetting = settingShape(inherited, parts);
  const setting = isSetting === false ? undefined : mergeValue(inherited, parts, step, path);
  const members = isSetting === true ? inherited.members : mergeMembers(inherited, parts, step, path);
  if (step.trace !== undefined) traceMisshapen(isSetting, parts, step, path);
  return new Merge(setting, members, locked(inherited, parts, step));
}

/** True: the node is a setting; false: a container; undefined: nobody says. What stands above decides, then the first attached. */
function settingShape(inherited: Merge, parts: readonly Part[]): boolean | undefined {
  if (inherited.setting !== undefined) return true;
  if (anyExists(inherited.members)) return false;
  for (const { node } of parts) {
    if (node.members.size > 0) return false;
    if (node.assign !== undefined || node.append !== undefined || node.remove !== undefined) return true;
  }
  return undefined;
}

/** What binds the levels below: the locks inherited, and those that the parts add. */
function locked(inherited: Merge, parts: readonly Part[], { level }: Step): Binding {
  let binding: Binding = inherited;
  for (const { policy, node } of parts) {
    const { childControl } = node;
    if (childControl === undefined || childControl.operand === allOperators) continue;
    const lock = { level, policy, at: childControl.at, allowed: childControl.operand };
    binding = { allowed: binding.allowed & lock.allowed, locks: [...binding.locks, lock] };
  }
  return binding;
}

function mergeMembers(
  inherited: Merge,
  parts: readonly Part[],
  step: Step,
  path: Path,
): ReadonlyMap<string, Merge> {
  const said = membersSaid(parts);
  if (said.size === 0) return inherited.members;
  const members = new Map(inherited.members);
  const isOpen = (inherited.allowed & addsMember) !== 0;
  for (const [key, parts] of said) {
    const before = inherited.members.get(key) ?? nothing;
    // Nobody asks for paths but the trace.
    const at = step.trace === undefined ? path : [...path, key];
    // A lock on a container governs membership: it stops a new member, never a change within one that exists.
    if (before.exists || isOpen) members.set(key, mergeNode(before, parts, step, at));
    else for (const part of parts) traceBlockedBelow(inherited, part, step, at, path);
  }
  return members;
}

const nobody: ReadonlyMap<string, readonly Part[]> = new Map();

/** What the parts say about each member, in the order in which they first name it. */
function membersSaid(parts: readonly Part[]): ReadonlyMap<string, readonly Part[]> {
  if (parts.every(({ node }) => node.members.size === 0)) return nobody;
  const said = new Map<string, Part[]>();
  for (const { policy, node } of parts) {
    for (const [key, member] of node.members) {
      const at = said.get(key);
      if (at === undefined) said.set(key, [{ policy, node: member }]);
      else at.push({ policy, node: member });
    }
  }
  return said;
}

/** Assignments first, of which the first attached wins; then everything appended, in attachment order; then removed. */
function mergeValue(inherited: Merge, parts: readonly Part[], step: Step, path: Path): Setting | undefined {
  let now = inherited.setting;
  let assigned: Source | undefined;
  for (const operator of valueOperators) {
    for (const { policy, node } of parts) {
      const operand = operandOf(node, operator);
      if (operand === undefined) continue;
      const source: Source = { level: step.level, policy, at: operand.at };
      const outcome = judge(inherited, operator, now, assigned);
      if (step.trace !== undefined) {
        const by = outcome === "outranked" ? assigned && [assigned] : forbidding(inherited.locks, operator);
        step.trace(traceEntry(source, path, operator, operand, outcome, by));
      }
      if (outcome !== "set") continue;
      if (operator === "@@assign") assigned = source;
      now = { value: applied(operator, now?.value, operand.operand), setBy: source };
    }
  }
  return now !== undefined && isList(now.value) && now.value.length === 0 ? undefined : now;
}

function traceEntry(
  source: Source,
  path: Path,
  operator: ValueOperator,
  { operand }: Operand<Value>,
  outcome: TraceEntry["outcome"],
  by: readonly Source[] = [],
): TraceEntry {
  const entry = { ...source, path, operator, operand, outcome };
  return outcome === "blocked" || outcome === "outranked" ? { ...entry, by, lockedAt: path } : entry;
}

function judge(
  inherited: Merge,
  operator: ValueOperator,
  now: Setting | undefined,
  assigned: Source | undefined,
): TraceEntry["outcome"] {
  if ((inherited.allowed & operatorBit[operator]) === 0) return "blocked";
  if (operator === "@@assign") return assigned === undefined ? "set" : "outranked";
  return now === undefined || isList(now.value) ? "set" : "inapplicable";
}

function applied(operator: ValueOperator, before: Value | undefined, operand: Value): Value {
  if (operator === "@@assign") return operand;
  const list: readonly Scalar[] = isList(before) ? before : [];
  const operands: readonly Scalar[] = isList(operand) ? operand : [operand];
  return operator === "@@append"
    ? [...new Set([...list, ...operands])]
    : list.filter((item) => !operands.includes(item));
}

function isList(value: Value | undefined): value is readonly Scalar[] {
  return Array.isArray(value);
}
