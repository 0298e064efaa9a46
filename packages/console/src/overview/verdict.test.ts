import { describe, expect, test } from "vitest";
import { verdictOf } from "./verdict.js";
import type { LockCounts, VerdictFacts } from "./verdict.js";

interface Told extends Partial<Omit<VerdictFacts, "counts" | "locks">>, Partial<LockCounts> {
  readonly counts?: Partial<VerdictFacts["counts"]>;
}

function facts({ counts = { "opted-out": 120 }, open = 0, unknown = 0, ...told }: Told = {}): VerdictFacts {
  return {
    counts: { "opted-out": 0, "opted-in": 0, undecided: 0, undetermined: 0, ...counts },
    isEnabled: true,
    policies: 1,
    attached: 1,
    locks: () => ({ open, unknown, services: 28 }),
    unread: [],
    hasAllAccounts: true,
    ...told,
  };
}

describe("the headline", () => {
  test.each<[string, Told, string, string]>([
    [
      "everything closed",
      {},
      "success",
      "Every account is opted out of every AI service, and nobody below the root can change that",
    ],
    [
      "one account",
      { counts: { "opted-out": 1 } },
      "success",
      "The one account is opted out of every AI service, and nobody below the root can change that",
    ],
    [
      "opted out without locks",
      { open: 28 },
      "warning",
      "Every account is opted out of every AI service, but that can be changed below the root",
    ],
    [
      "locks that nobody can judge",
      { unknown: 2 },
      "warning",
      "Every account is opted out of every AI service; whether that can be changed below the root is unknown",
    ],
    [
      "opted in somewhere",
      { counts: { "opted-out": 117, "opted-in": 3 } },
      "error",
      "3 of 120 accounts are opted in somewhere",
    ],
    [
      "one opted in",
      { counts: { "opted-out": 119, "opted-in": 1 } },
      "error",
      "1 of 120 accounts is opted in somewhere",
    ],
    [
      "nothing chosen",
      { counts: { undecided: 120 } },
      "error",
      "No choice made: AWS's default is to use content",
    ],
    [
      "nothing chosen for some",
      { counts: { "opted-out": 100, undecided: 20 } },
      "error",
      "20 of 120 accounts have made no choice: AWS's default is to use content",
    ],
    [
      "unknown",
      { counts: { "opted-out": 100, undetermined: 20 } },
      "warning",
      "Unknown for 20 of 120 accounts",
    ],
    [
      "accounts that nobody read",
      { hasAllAccounts: false, unread: ["the accounts below ou-1"] },
      "warning",
      "Unknown: not every account could be read",
    ],
    ["no account at all", { counts: {} }, "warning", "Unknown: not every account could be read"],
  ])("%s", (_, told, kind, headline) => {
    expect(verdictOf(facts(told))).toMatchObject({ kind, headline });
  });

  test("a known leak comes before what is not known, and is told with it", () => {
    const verdict = verdictOf(
      facts({ counts: { "opted-in": 1, undecided: 2, undetermined: 3 }, hasAllAccounts: false }),
    );
    expect(verdict.headline).toBe("1 of 6 accounts is opted in somewhere");
    expect(verdict.reason).toContain(
      "2 accounts made no choice for some service, and not everything could be read",
    );
  });

  test("is a success in no other case than the one in which all is out, read and locked", () => {
    const spoilers: readonly Told[] = [
      { counts: { "opted-out": 1, "opted-in": 1 } },
      { counts: { "opted-out": 1, undecided: 1 } },
      { counts: { "opted-out": 1, undetermined: 1 } },
      { counts: {} },
      { open: 1 },
      { unknown: 1 },
      { hasAllAccounts: false },
    ];
    expect(spoilers.map((told) => verdictOf(facts(told)).kind)).not.toContain("success");
  });
});

describe("why no choice is made", () => {
  test.each<[string, Told, string]>([
    ["not enabled", { isEnabled: false }, "not enabled"],
    ["no policies", { policies: 0, attached: 0 }, "There is no AI services opt-out policy yet"],
    ["not attached", { attached: 0 }, "none is attached"],
    ["not everywhere", {}, "do not reach every account"],
  ])("%s", (_, told, reason) => {
    expect(verdictOf(facts({ counts: { undecided: 2 }, ...told })).reason).toContain(reason);
  });
});

test("opting out of everything is offered where it helps, and only there", () => {
  const offered = (told: Told): boolean => verdictOf(facts(told)).isToOptOut;
  expect([{}, { counts: { undetermined: 1 } }, { unknown: 1 }].map(offered)).toEqual([false, false, false]);
  expect([{ open: 1 }, { counts: { undecided: 1 } }, { counts: { "opted-in": 1 } }].map(offered)).toEqual([
    true,
    true,
    true,
  ]);
});
