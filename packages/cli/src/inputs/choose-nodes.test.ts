// How accounts and OUs are named on the command line.

import { describe, expect, test } from "vitest";
import type { OrganizationSnapshot } from "@withhold/policy";
import { NodeNames } from "./choose-nodes.js";

const snapshot: OrganizationSnapshot = {
  version: 1,
  provenance: { source: "test", readAt: "2026-01-01T00:00:00Z" },
  root: { id: "r-1" },
  units: [
    { id: "ou-live", name: "Live", parentId: "r-1" },
    { id: "ou-pay", name: "Payments", parentId: "ou-live" },
    { id: "ou-test", name: "Test", parentId: "r-1" },
    { id: "ou-none", name: "Nobody", parentId: "r-1" },
  ],
  accounts: [
    { id: "111111111111", name: "Checkout", parentId: "ou-pay" },
    { id: "222222222222", name: "Checkout", parentId: "ou-test" },
    { id: "333333333333", name: "Payments", parentId: "ou-test" },
    // A name that is another's id.
    { id: "444444444444", name: "111111111111", parentId: "r-1" },
  ],
  policies: [],
  attachments: [],
  attachmentOrder: "known",
  unread: [],
};
const names = new NodeNames(snapshot);
const ids = (...words: readonly string[]): readonly string[] => names.accountsOf(words).map(({ id }) => id);

describe("accounts", () => {
  test.each([
    ["by id", ["222222222222"], ["222222222222"]],
    ["by an id that is a name too", ["111111111111"], ["111111111111"]],
    ["by path", ["Root/Test/Checkout"], ["222222222222"]],
    ["by an OU's path, all below it", ["Root/Live"], ["111111111111"]],
    ["by an OU's id", ["ou-test"], ["222222222222", "333333333333"]],
    ["by an OU's name", ["Test"], ["222222222222", "333333333333"]],
    ["by the root, all", ["Root"], ["111111111111", "222222222222", "333333333333", "444444444444"]],
    ["each once", ["Test", "333333333333", "ou-test"], ["222222222222", "333333333333"]],
  ])("%s", (_, words, expected) => {
    expect(ids(...words)).toEqual(expected);
  });

  test.each([
    [
      "Checkout",
      "`Checkout` is ambiguous; say which by its id or path:\n  111111111111  Root/Live/Payments/Checkout\n  222222222222  Root/Test/Checkout",
    ],
    [
      "Payments",
      "`Payments` is ambiguous; say which by its id or path:\n  ou-pay  Root/Live/Payments\n  333333333333  Root/Test/Payments",
    ],
    [
      "check",
      "no account or OU `check`; did you mean\n  111111111111  Root/Live/Payments/Checkout\n  222222222222  Root/Test/Checkout",
    ],
    ["nothing", "no account or OU `nothing`; there are\n  r-1  Root\n"],
    ["Nobody", "there is no account below `Nobody`"],
  ])("%s is refused", (word, message) => {
    expect(() => ids(word)).toThrow(message);
  });
});

test("a long list of candidates is cut", () => {
  const accounts = Array.from({ length: 30 }, (_, index) => ({
    id: `${index}`.padStart(12, "0"),
    name: "Same",
    parentId: "r-1",
  }));
  expect(() => new NodeNames({ ...snapshot, accounts }).one("Same", ["account"])).toThrow(
    /\n {2}and 20 more$/,
  );
});
