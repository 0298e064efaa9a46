// The inheritance operators, and sets of them as child control uses them.

/** Operators that set a value, in the order in which one level applies them. */
export const valueOperators = ["@@assign", "@@append", "@@remove"] as const;
export type ValueOperator = (typeof valueOperators)[number];

/** The operator by which a policy limits what policies below may do at its node. */
export const childControl = "@@operators_allowed_for_child_policies";

/** A set of value operators as bits, so that locks intersect with `&`. */
export type OperatorSet = number;

export const operatorBit: Readonly<Record<ValueOperator, OperatorSet>> = {
  "@@assign": 1,
  "@@append": 2,
  "@@remove": 4,
};
export const allOperators: OperatorSet = 7;

/** On a container child control governs membership: adding a member takes one of these. */
export const addsMember: OperatorSet = operatorBit["@@assign"] | operatorBit["@@append"];

/** What may stand in the array under `childControl`. */
export const controlValues: ReadonlyMap<string, OperatorSet> = new Map<string, OperatorSet>([
  ...valueOperators.map((name) => [name, operatorBit[name]] as const),
  ["@@all", allOperators],
  ["@@none", 0],
]);
