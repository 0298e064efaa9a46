// The merge: policies along a chain, root first, become one effective policy that can say why.
// Source: AWS's inheritance pages for management policies; open points as docs/policy-language.md states them.

import { addsMember, allOperators, operatorBit, valueOperators } from "./operators.js";
import type { OperatorSet, ValueOperator } from "./operators.js";
import type { Operand, PolicyNode, Scalar, Value } from "./policy-node.js";

/** A policy as it is attached somewhere. */
export interface AttachedPolicy {
  readonly id: string;
  readonly document: PolicyNode;
}

/** One level of the chain: the root, an OU or the account, with its policies in attachment order. */
export interface Level {
  readonly id: string;
  readonly policies: readonly AttachedPolicy[];
}

/** Who said something: a policy at a level, and where in that policy's text. */
export interface Source {
  readonly level: string;
  readonly policy: string;
  readonly at: number;
}

/** A limit that a policy set on all levels below its own. */
export interface Lock extends Source {
  readonly allowed: OperatorSet;
}

/** A node of the merged document, with what binds the levels below. Immutable, and shared between merges. */
export interface Merge {
  /** Absent on containers, and where nothing set a value or its list ran empty. */
  readonly value?: Value;
  /** Who determined the value. */
  readonly setBy?: Source;
  /** INVARIANT: the intersection of `locks`; it never grows from one level to the next. */
  readonly allowed: OperatorSet;
  readonly locks: readonly Lock[];
  readonly members: ReadonlyMap<string, Merge>;
  /** True when this node or one below it has a value: only then does it stand in the effective policy. */
  readonly exists: boolean;
}

/**
 * What became of one value operator of one policy.
 * `set`: it took effect. `blocked`: a lock of a level above forbids it (`by` names the locks, `lockedAt` their node).
 * `outranked`: a policy attached earlier at the same level had assigned. `inapplicable`: the node's shape does not
 * take it, such as `@@append` on a single value.
 */
export interface TraceEntry extends Source {
  readonly path: readonly string[];
  readonly operator: ValueOperator;
  readonly operand: Value;
  readonly outcome: "set" | "blocked" | "outranked" | "inapplicable";
  readonly by?: readonly Source[];
  readonly lockedAt?: readonly string[];
}

/** Takes each entry as the merge decides it. Pass none where nobody asks why. */
export type Trace = (entry: TraceEntry) => void;

/** The merge of no policies. */
export const nothing: Merge = { allowed: allOperators, locks: [], members: new Map(), exists: false };

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

/** What one policy of the level says at the node in hand. */
interface Part {
  readonly policy: string;
  readonly node: PolicyNode;
}

interface Step {
  readonly level: string;
  readonly trace: Trace | undefined;
}

type Path = readonly string[];

/** Operators are checked against the locks of the levels above only: peers do not bind each other. */
function mergeNode(inherited: Merge, parts: readonly Part[], step: Step, path: Path): Merge {
  const setting = settingShape(inherited, parts);
  const value = setting === false ? undefined : mergeValue(inherited, parts, step, path);
  const members = setting === true ? inherited.members : mergeMembers(inherited, parts, step, path);
  if (step.trace !== undefined) traceMisshapen(setting, parts, step, path);
  const locks = newLocks(parts, step);
  const allowed = locks.reduce((set, lock) => set & lock.allowed, inherited.allowed);
  return {
    ...(value === undefined ? {} : { value: value.value, setBy: value.setBy }),
    allowed,
    locks: locks.length === 0 ? inherited.locks : [...inherited.locks, ...locks],
    members,
    exists: value !== undefined || anyExists(members),
  };
}

/** True: the node is a setting; false: a container; undefined: nobody says. What stands above decides, then the first attached. */
function settingShape(inherited: Merge, parts: readonly Part[]): boolean | undefined {
  if (inherited.value !== undefined) return true;
  if (anyExists(inherited.members)) return false;
  for (const { node } of parts) {
    if (node.members.size > 0) return false;
    if (node.assign !== undefined || node.append !== undefined || node.remove !== undefined) return true;
  }
  return undefined;
}

function anyExists(members: ReadonlyMap<string, Merge>): boolean {
  for (const member of members.values()) if (member.exists) return true;
  return false;
}

function newLocks(parts: readonly Part[], { level }: Step): readonly Lock[] {
  return parts.flatMap(({ policy, node: { childControl } }) =>
    childControl === undefined || childControl.operand === allOperators
      ? []
      : [{ level, policy, at: childControl.at, allowed: childControl.operand }],
  );
}

function mergeMembers(
  inherited: Merge,
  parts: readonly Part[],
  step: Step,
  path: Path,
): ReadonlyMap<string, Merge> {
  const said = new Map<string, Part[]>();
  for (const { policy, node } of parts) {
    for (const [key, member] of node.members) {
      const at = said.get(key);
      if (at === undefined) said.set(key, [{ policy, node: member }]);
      else at.push({ policy, node: member });
    }
  }
  if (said.size === 0) return inherited.members;
  const members = new Map(inherited.members);
  const open = (inherited.allowed & addsMember) !== 0;
  for (const [key, parts] of said) {
    const before = inherited.members.get(key) ?? nothing;
    // A lock on a container governs membership: it stops a new member, never a change within one that exists.
    if (before.exists || open) members.set(key, mergeNode(before, parts, step, [...path, key]));
    else for (const part of parts) traceBlockedBelow(inherited, part, step, [...path, key], path);
  }
  return members;
}

interface Setting {
  readonly value: Value;
  readonly setBy: Source;
}

/** Assignments first, of which the first attached wins; then everything appended, in attachment order; then removed. */
function mergeValue(inherited: Merge, parts: readonly Part[], step: Step, path: Path): Setting | undefined {
  let now: Setting | undefined =
    inherited.value === undefined || inherited.setBy === undefined
      ? undefined
      : { value: inherited.value, setBy: inherited.setBy };
  let assigned: Source | undefined;
  for (const operator of valueOperators) {
    for (const { policy, node } of parts) {
      const operand = operandOf(node, operator);
      if (operand === undefined) continue;
      const source: Source = { level: step.level, policy, at: operand.at };
      const verdict = judge(inherited, operator, now, assigned);
      const by = verdict === "blocked" ? forbidding(inherited.locks, operator) : assigned && [assigned];
      step.trace?.({
        ...source,
        path,
        operator,
        operand: operand.operand,
        outcome: verdict,
        ...(verdict === "blocked" || verdict === "outranked" ? { by: by ?? [], lockedAt: path } : {}),
      });
      if (verdict !== "set") continue;
      if (operator === "@@assign") assigned = source;
      now = { value: applied(operator, now?.value, operand.operand), setBy: source };
    }
  }
  return now !== undefined && Array.isArray(now.value) && now.value.length === 0 ? undefined : now;
}

function operandOf(node: PolicyNode, operator: ValueOperator): Operand<Value> | undefined {
  switch (operator) {
    case "@@assign":
      return node.assign;
    case "@@append":
      return node.append;
    case "@@remove":
      return node.remove;
  }
}

function judge(
  inherited: Merge,
  operator: ValueOperator,
  now: Setting | undefined,
  assigned: Source | undefined,
): TraceEntry["outcome"] {
  if ((inherited.allowed & operatorBit[operator]) === 0) return "blocked";
  if (operator === "@@assign") return assigned === undefined ? "set" : "outranked";
  return now === undefined || Array.isArray(now.value) ? "set" : "inapplicable";
}

function applied(operator: ValueOperator, before: Value | undefined, operand: Value): Value {
  const list: readonly Scalar[] = isList(before) ? before : [];
  const operands: readonly Scalar[] = isList(operand) ? operand : [operand];
  switch (operator) {
    case "@@assign":
      return operand;
    case "@@append":
      return [...new Set([...list, ...operands])];
    case "@@remove":
      return list.filter((item) => !operands.includes(item));
  }
}

function isList(value: Value | undefined): value is readonly Scalar[] {
  return Array.isArray(value);
}

function forbidding(locks: readonly Lock[], operator: ValueOperator): readonly Source[] {
  return locks.filter((lock) => (lock.allowed & operatorBit[operator]) === 0);
}

/** Reports every value operator at and below a member that may not be added. */
function traceBlockedBelow(
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
function traceMisshapen(setting: boolean | undefined, parts: readonly Part[], step: Step, path: Path): void {
  const verdict = { outcome: "inapplicable" } as const;
  for (const part of parts) {
    if (setting === false) traceOwnOperators(part, step, path, verdict);
    if (setting === true) traceMembers(part, step, path, verdict);
  }
}

type BlockedVerdict = Pick<TraceEntry, "outcome" | "by" | "lockedAt">;

function traceOperators(part: Part, step: Step, path: Path, verdict: BlockedVerdict): void {
  traceOwnOperators(part, step, path, verdict);
  traceMembers(part, step, path, verdict);
}

function traceMembers({ policy, node }: Part, step: Step, path: Path, verdict: BlockedVerdict): void {
  for (const [key, member] of node.members)
    traceOperators({ policy, node: member }, step, [...path, key], verdict);
}

function traceOwnOperators({ policy, node }: Part, step: Step, path: Path, verdict: BlockedVerdict): void {
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
