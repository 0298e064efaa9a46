// A policy document as the engine reads it: nodes with operators, whatever the policy type.

import type { Offset } from "./json.js";
import type { OperatorSet } from "./operators.js";

/** What an operator may set: a single value, or a list of them. */
export type Scalar = string | number | boolean | null;
export type Value = Scalar | readonly Scalar[];

/** An operand with the place where its operator stands. */
export interface Operand<T> {
  readonly operand: T;
  readonly at: Offset;
}

/**
 * One node: a container has members, a setting has value operators, and either may carry child control.
 * Members are a `Map` because keys come from outside (`__proto__` is a key like any other).
 */
export interface PolicyNode {
  readonly at: Offset;
  readonly members: ReadonlyMap<string, PolicyNode>;
  readonly assign?: Operand<Value>;
  readonly append?: Operand<readonly Scalar[]>;
  readonly remove?: Operand<readonly Scalar[]>;
  /** What policies at lower levels may do at this node; absent means everything. */
  readonly childControl?: Operand<OperatorSet>;
}

/** The identity of the merge: a document that says nothing. */
export const emptyPolicy: PolicyNode = { at: 0, members: new Map() };
