// `Bool` and `BinaryEquals`: what is the same or is not.

import type { ConditionOperator } from "../condition-operator.js";
import { typedOperator } from "../condition-operator.js";

/** In any case. Undefined for what is neither. */
export function readFlag(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (lower === "true") return true;
  return lower === "false" ? false : undefined;
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function readBase64(text: string): string | undefined {
  return base64.test(text) ? text : undefined;
}

export const flagOperators: readonly ConditionOperator[] = [
  typedOperator("Bool", {
    expects: "`true` or `false`",
    read: readFlag,
    readWanted: readFlag,
    compare: (found, wanted) => found === wanted,
  }),
  typedOperator("BinaryEquals", {
    expects: "bytes in base64",
    read: readBase64,
    readWanted: readBase64,
    compare: (found, wanted) => found === wanted,
  }),
];
