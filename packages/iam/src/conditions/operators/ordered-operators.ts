// Numeric and date operators: what has an order.

import type { ConditionOperator } from "../condition-operator.js";
import { typedOperator } from "../condition-operator.js";

const orders = [
  ["Equals", false, (found: number, wanted: number) => found === wanted],
  ["NotEquals", true, (found: number, wanted: number) => found === wanted],
  ["LessThan", false, (found: number, wanted: number) => found < wanted],
  ["LessThanEquals", false, (found: number, wanted: number) => found <= wanted],
  ["GreaterThan", false, (found: number, wanted: number) => found > wanted],
  ["GreaterThanEquals", false, (found: number, wanted: number) => found >= wanted],
] as const;

export const numericOperators = orderedOperators("Numeric", readNumber, "a number, such as `10` or `0.5`");

export const dateOperators = orderedOperators(
  "Date",
  readDate,
  "a time, such as `2026-01-31`, `2026-01-31T08:00:00Z`, or seconds since 1970",
);

function orderedOperators(
  family: string,
  read: (text: string) => number | undefined,
  expects: string,
): readonly ConditionOperator[] {
  return orders.map(([order, negated, compare]) =>
    typedOperator(`${family}${order}`, { negated, expects, read, readWanted: read, compare }),
  );
}

function readNumber(text: string): number | undefined {
  const number = /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

const dateForm = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** Milliseconds since 1970. A year or a month alone is refused: four digits could be seconds as well. */
function readDate(text: string): number | undefined {
  if (/^\d{5,12}$/.test(text)) return Number(text) * 1000;
  const day = dateForm.exec(text)?.[1];
  if (day === undefined) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) || !isDay(day) ? undefined : time;
}

/** `Date.parse` takes a 31st of February for a day in March. */
function isDay(day: string): boolean {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
