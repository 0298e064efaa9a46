// The merge: policies along a chain, root first, become one effective policy that can say why.
// Source: AWS's inheritance pages for management policies; open points as docs/policy-language.md states them.

import type { Level, Part } from "./level.js";
import { mergeValue } from "./merge-value.js";
import { Merge, nothing } from "./merge.js";
import type { Binding } from "./merge.js";
import { addsMember, allOperators, operatorBit } from "./operators.js";
import type { PolicyNode } from "./policy-node.js";
import { traceBlockedBelow, traceMisshapen } from "./trace.js";
import type { Path, Shape, Step, Trace } from "./trace.js";

/** Root first, account last. Pure and total; what a lock forbids appears in the trace, not as an error. */
export function effectivePolicy(chain: readonly Level[], trace?: Trace): Merge {
  return chain.reduce((merge, level) => applyLevel(merge, level, trace), nothing);
}

/** One step of the fold. A level that changes nothing returns `inherited` itself, so callers can share it. */
export function applyLevel(inherited: Merge, level: Level, trace?: Trace): Merge {
  const parts: Part[] = [];
  for (const { id, document } of level.policies) parts.push({ policy: id, node: document });
  // A document is a container, whatever stands at its top.
  return mergeAs("container", inherited, parts, { level: level.id, trace }, []);
}

/** Operators are checked against the locks of the levels above only: peers do not bind each other. */
function mergeNode(inherited: Merge, parts: readonly Part[], step: Step, path: Path): Merge {
  return mergeAs(shapeOf(inherited, parts), inherited, parts, step, path);
}

function mergeAs(shape: Shape, inherited: Merge, parts: readonly Part[], step: Step, path: Path): Merge {
  const setting = shape === "container" ? undefined : mergeValue(inherited, parts, step, path);
  const members = shape === "setting" ? inherited.members : mergeMembers(inherited, parts, step, path);
  if (step.trace !== undefined) traceMisshapen(shape, parts, step, path);
  const binding = locked(inherited, parts, step);
  return setting === inherited.setting && members === inherited.members && binding === inherited
    ? inherited
    : new Merge(setting, members, binding);
}

/** What stands above decides; then the first attached whose operators take effect, here or below. */
function shapeOf(inherited: Merge, parts: readonly Part[]): Shape {
  if (inherited.exists) return inherited.setting === undefined ? "container" : "setting";
  for (const { node } of parts) {
    if (setsMember(inherited, node)) return "container";
    if (setsValue(inherited, node)) return "setting";
  }
  return undefined;
}

/** Whether a policy gives a value to a node that has none; `@@remove` never does. */
function setsValue({ allowed }: Merge, { assign, append }: PolicyNode): boolean {
  if (assign !== undefined && (allowed & operatorBit["@@assign"]) !== 0) return true;
  return append !== undefined && append.operand.length > 0 && (allowed & operatorBit["@@append"]) !== 0;
}

/** Whether a policy gives a value to anything below a node that has nothing there. */
function setsMember(inherited: Merge, node: PolicyNode): boolean {
  if (node.members.size === 0 || (inherited.allowed & addsMember) === 0) return false;
  for (const [key, member] of node.members) {
    const before = inherited.members.get(key) ?? nothing;
    if (setsValue(before, member) || setsMember(before, member)) return true;
  }
  return false;
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

/** The members in the order in which the chain first names them. */
function mergeMembers(
  inherited: Merge,
  parts: readonly Part[],
  step: Step,
  path: Path,
): ReadonlyMap<string, Merge> {
  let members: Map<string, Merge> | undefined;
  const isOpen = (inherited.allowed & addsMember) !== 0;
  for (const part of parts) {
    for (const [key, node] of part.node.members) {
      // Most levels have one policy, and then nobody else can have said anything.
      const said = parts.length === 1 ? [{ policy: part.policy, node }] : saidOf(key, parts, part);
      if (said === undefined) continue;
      const before = inherited.members.get(key) ?? nothing;
      // Nobody asks for paths but the trace.
      const at = step.trace === undefined ? path : [...path, key];
      // A lock on a container governs membership: it stops a new member, never a change within one that exists.
      if (!before.exists && !isOpen) {
        for (const blocked of said) traceBlockedBelow(inherited, blocked, step, at, path);
        continue;
      }
      const after = mergeNode(before, said, step, at);
      if (after !== before) (members ??= copyOf(inherited.members)).set(key, after);
    }
  }
  return members ?? inherited.members;
}

/** What the parts say about a member, if `first` is the first of them to name it. */
function saidOf(key: string, parts: readonly Part[], first: Part): readonly Part[] | undefined {
  const said: Part[] = [];
  for (const part of parts) {
    const node = part.node.members.get(key);
    if (node === undefined) continue;
    if (said.length === 0 && part !== first) return undefined;
    said.push({ policy: part.policy, node });
  }
  return said;
}

/** As `new Map(map)`, in half the time. */
function copyOf<Key, Value>(map: ReadonlyMap<Key, Value>): Map<Key, Value> {
  const copy = new Map<Key, Value>();
  map.forEach((value, key) => copy.set(key, value));
  return copy;
}
