// IP address operators.

import { readAddress, readRange, rangeHolds } from "../ip-address.js";
import type { ConditionOperator } from "../condition-operator.js";
import { typedOperator } from "../condition-operator.js";

export const addressOperators: readonly ConditionOperator[] = [
  operator("IpAddress", false),
  operator("NotIpAddress", true),
];

function operator(name: string, negated: boolean): ConditionOperator {
  return typedOperator(name, {
    negated,
    expects: "an address or a range, such as `203.0.113.0/24` or `2001:db8::/32`",
    read: readAddress,
    readWanted: readRange,
    compare: (address, range) => rangeHolds(range, address),
  });
}
