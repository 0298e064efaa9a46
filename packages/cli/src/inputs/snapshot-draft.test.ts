// What a draft makes of things that were added in any order, and of those that do not fit together.

import { expect, test } from "vitest";
import { resolved, unresolved } from "./resolution.js";
import { SnapshotDraft, rootPlaceholder } from "./snapshot-draft.js";

const readAt = "2026-01-01T00:00:00Z";
const optOut = {
  id: "p-1",
  name: "OptOut",
  type: resolved("AISERVICES_OPT_OUT_POLICY"),
  content: resolved("{}"),
  origin: undefined,
};

test("the root has many names, and what is attached to it by two of them is attached once", () => {
  const draft = new SnapshotDraft("test");
  draft.attach(resolved("p-1"), resolved(rootPlaceholder));
  draft.attach(resolved("p-1"), resolved("r-abcd"));
  draft.policy(optOut);
  const { root, attachments, unread } = draft.finish(readAt, "known");
  expect([root, attachments, unread]).toEqual([
    { id: "r-abcd" },
    [{ policyId: "p-1", targetId: "r-abcd" }],
    [],
  ]);
});

test("two roots make everything doubtful", () => {
  const draft = new SnapshotDraft("test");
  draft.unit("ou-1", "One", resolved("r-aaaa"));
  draft.unit("ou-2", "Two", resolved("r-bbbb"));
  expect(draft.finish(readAt, "known").unread).toEqual([
    { what: "which root this is about", why: "the input names `r-aaaa`, `r-bbbb`; an organization has one" },
  ]);
});

test("the policies that AWS attaches everywhere are left out; others that nobody described are not", () => {
  const draft = new SnapshotDraft("test");
  draft.root("r-abcd");
  draft.attach(resolved("p-FullAWSAccess"), resolved("r-abcd"));
  draft.attach(resolved("p-RCPFullAWSAccess"), resolved("r-abcd"));
  draft.attach(resolved("p-other000"), resolved("r-abcd"));
  const { attachments, unread } = draft.finish(readAt, "known");
  expect(attachments).toEqual([]);
  expect(unread).toEqual([
    {
      what: "whether policy `p-other000` is attached to `r-abcd`",
      why: "the input names it and does not describe it",
      about: "r-abcd",
    },
  ]);
});

test("who knows the place of an account is believed, whoever comes first", () => {
  const draft = new SnapshotDraft("test");
  draft.account("111111111111", "A", unresolved("not said"));
  draft.account("111111111111", "A", resolved("ou-1"));
  draft.account("111111111111", "A", resolved("ou-2"));
  draft.unit("ou-1", "One", resolved(rootPlaceholder));
  const { accounts, unread } = draft.finish(readAt, "known");
  expect([accounts, unread]).toEqual([[{ id: "111111111111", name: "A", parentId: "ou-1" }], []]);
});

test("OUs in a circle stand below the root, doubtfully, and the tree is one", () => {
  const draft = new SnapshotDraft("test");
  draft.unit("a", "A", resolved("b"));
  draft.unit("b", "B", resolved("a"));
  const { units, unread } = draft.finish(readAt, "known");
  expect(units).toEqual([
    { id: "a", name: "A", parentId: "root" },
    { id: "b", name: "B", parentId: "a" },
  ]);
  expect(unread.map(({ about }) => about)).toEqual(["a"]);
});

test("a parent that nobody described stands somewhere", () => {
  const draft = new SnapshotDraft("test");
  draft.account("111111111111", "A", resolved("ou-abcd-12345678"));
  const { units, unread } = draft.finish(readAt, "known");
  expect(units).toEqual([{ id: "ou-abcd-12345678", name: "ou-abcd-12345678", parentId: "root" }]);
  expect(unread.map(({ about }) => about)).toEqual(["ou-abcd-12345678"]);
});

test("no two nodes have one id, and nothing stands below an account", () => {
  const draft = new SnapshotDraft("test");
  draft.account("a", "A", resolved(rootPlaceholder));
  draft.unit("a", "A", resolved(rootPlaceholder));
  draft.unit("b", "B", resolved("a"));
  const { units, accounts, unread } = draft.finish(readAt, "known");
  expect(accounts).toEqual([{ id: "a", name: "A", parentId: "root" }]);
  expect(units).toEqual([{ id: "b", name: "B", parentId: "root" }]);
  expect(unread).toEqual([
    { what: "which of two things `a` is", why: "the input has two of that id" },
    { what: "where OU `B` stands", why: "`a`, above it, is an account", about: "b" },
  ]);
});
