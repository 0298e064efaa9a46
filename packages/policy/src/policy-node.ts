// A policy document as the engine reads it: nodes with operators, whatever the policy type.

import type { JsonNode, Offset } from "./json.js";
import type { OperatorSet, ValueOperator } from "./operators.js";

/** What an operator may set: a single value, or a list of them. */
export type Scalar = string | number | boolean | null;
export type Value = Scalar | readonly Scalar[];

/** An operand with the place where its operator stands. */
export interface Operand<T> {
  readonly operand: T;
  readonly at: Offset;
}

/** Child control as a set, and as it was written: types differ in what they let one write. */
export interface Control extends Operand<OperatorSet> {
  readonly names: readonly string[];
}

/**
 * One node: a container has members, a setting has value operators, and either may carry child control.
 * Members are a `Map` because keys come from outside (`__proto__` is a key like any other).
 */
export interface PolicyNode {
  readonly at: Offset;
  readonly members: ReadonlyMap<string, PolicyNode>;
  readonly assign: Operand<Value> | undefined;
  readonly append: Operand<readonly Scalar[]> | undefined;
  readonly remove: Operand<readonly Scalar[]> | undefined;
  /** What policies at lower levels may do at this node; absent means everything. */
  readonly childControl: Control | undefined;
  /** What stands here in place of an object. A document that has this anywhere is invalid. */
  readonly instead: JsonNode | undefined;
  /** True when an operator here could not be read: what seems to be missing may only be misspelt. */
  readonly isBroken: boolean;
}

/** A node while it is being read. */
export type NodeDraft = { -readonly [K in keyof PolicyNode]: PolicyNode[K] };

/** Always every property in the same order: the merge reads millions of nodes, and engines like them alike. */
export function draftNode(at: Offset, members: ReadonlyMap<string, PolicyNode>): NodeDraft {
  return {
    at,
    members,
    assign: undefined,
    append: undefined,
    remove: undefined,
    childControl: undefined,
    instead: undefined,
    isBroken: false,
  };
}

/** The identity of the merge: a document that says nothing. */
export const emptyPolicy: PolicyNode = draftNode(0, new Map());

export function operandOf(node: PolicyNode, operator: ValueOperator): Operand<Value> | undefined {
  switch (operator) {
    case "@@assign":
      return node.assign;
    case "@@append":
      return node.append;
    case "@@remove":
      return node.remove;
  }
}
