import { describe, expect, test } from "vitest";
import { declaredFaults, notHere, nowhereRaised, raisedAfterAll } from "./declared-faults.fixture.js";
import { ExampleCell } from "./example-cell.fixture.js";
import { faultCases } from "./fault-cases.fixture.js";
import type { OperationName } from "./operation-types.js";
import { operations } from "./operations/index.js";

const names = Object.keys(operations) as OperationName[];
const anyone: readonly OperationName[] = [
  "AcceptHandshake",
  "CancelHandshake",
  "CreateOrganization",
  "DeclineHandshake",
  "DescribeHandshake",
  "ListHandshakesForAccount",
];
const members: readonly OperationName[] = [
  "DescribeOrganization",
  "DescribeEffectivePolicy",
  "LeaveOrganization",
];
const forMembers = names.filter((name) => !anyone.includes(name));
const forManagement = forMembers.filter((name) => !members.includes(name));
const codeOf = (expected: string): string => expected.split(": ")[0] ?? "";

/** What the caller's account alone decides, tried with an input that would break any rule that read it. */
const asCaller = (name: OperationName, as: "app" | "outsider"): string => {
  const cell = new ExampleCell();
  return cell.refusal(name, {}, { as: cell[as] });
};

describe("declared faults", () => {
  test.each(names)(
    "%s: each is provoked below or has a reason not to be, and none is raised undeclared",
    (name) => {
      const provoked = Object.keys(faultCases[name]).map(codeOf);
      if (forMembers.includes(name)) provoked.push("AWSOrganizationsNotInUseException");
      if (forManagement.includes(name)) provoked.push("AccessDeniedException");
      const declared = declaredFaults(name);
      const nowhere = Object.keys(nowhereRaised).filter(
        (code) => raisedAfterAll[code]?.includes(name) !== true,
      );
      const excused = [...Object.keys(notHere[name]), ...nowhere];
      expect(
        [...new Set([...provoked, ...excused.filter((code) => declared.includes(code))])].toSorted(),
      ).toEqual(declared);
      expect(provoked.filter((code) => excused.includes(code))).toEqual([]);
      expect(Object.keys(notHere[name]).filter((code) => !declared.includes(code))).toEqual([]);
    },
  );

  const cases = names.flatMap((name) =>
    Object.entries(faultCases[name]).map(([expected, provoke]) => ({ name, expected, provoke })),
  );
  test.each(cases)("$name refuses with $expected", ({ expected, provoke }) => {
    const cell = new ExampleCell();
    expect(provoke(cell)).toBe(expected);
  });
});

describe("callers", () => {
  test.each(forMembers)("%s refuses an account in no organization before it looks at the input", (name) => {
    expect(asCaller(name, "outsider")).toBe("AWSOrganizationsNotInUseException");
  });

  test.each(names)("%s refuses a closed account before it looks at the input", (name) => {
    const cell = new ExampleCell();
    cell.act("CloseAccount", { AccountId: cell.app });
    expect(cell.refusal(name, {}, { as: cell.app })).toBe("AccessDeniedException");
    const manner = { quotas: { closedAccountDaysMin: 0 } };
    cell.act("RemoveAccountFromOrganization", { AccountId: cell.app }, manner);
    expect(cell.refusal(name, {}, { as: cell.app })).toBe("AccessDeniedException");
  });

  test.each(forManagement)("%s refuses a member account before it looks at the input", (name) => {
    expect(asCaller(name, "app")).toBe("AccessDeniedException");
  });
});
