import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawnSnapshot } from "../evaluation/drawn-snapshot.fixture.js";
import { evaluateSnapshot } from "../evaluation/evaluate-snapshot.js";
import type { OrganizationSnapshot } from "./organization-snapshot.js";
import { describeSnapshotProblem, parseSnapshot } from "./parse-snapshot.js";
import { serializeSnapshot } from "./serialize-snapshot.js";
import { unitDepthMax } from "./snapshot-index.js";

const whole: OrganizationSnapshot = {
  version: 1,
  provenance: { source: "http://127.0.0.1:8765", readAt: "2026-01-31T12:00:00Z" },
  organizationId: "o-1",
  managementAccountId: "1",
  enabledTypes: ["AISERVICES_OPT_OUT_POLICY"],
  root: { id: "r-1" },
  units: [{ id: "ou-1", name: "One", parentId: "r-1" }],
  accounts: [{ id: "1", name: "", parentId: "ou-1" }],
  policies: [
    {
      id: "p-1",
      name: "P",
      type: "AISERVICES_OPT_OUT_POLICY",
      content: "{}",
      origin: { file: "a.json", line: 1, column: 2 },
    },
    { id: "p-2", name: "Q", type: "AISERVICES_OPT_OUT_POLICY", content: null, origin: { file: "b.json" } },
  ],
  attachments: [{ policyId: "p-1", targetId: "r-1" }],
  attachmentOrder: "unknown",
  unread: [{ what: "the content of Q", why: "access denied", about: "p-2" }],
};

test("a snapshot is read back as it was written", () => {
  expect(parseSnapshot(serializeSnapshot(whole))).toEqual({ ok: true, snapshot: whole });
  fc.assert(
    fc.property(drawnSnapshot, (snapshot) => {
      const text = serializeSnapshot(snapshot);
      const parsed = parseSnapshot(text);
      expect(parsed).toEqual({ ok: true, snapshot });
      expect(parsed.ok && serializeSnapshot(parsed.snapshot)).toBe(text);
    }),
    { numRuns: 20 },
  );
});

/** The snapshot with something else in it. */
const but = (change: object): string => serializeSnapshot({ ...whole, ...change });

describe("refuses, and says where", () => {
  const unit = (id: string, parentId: string): object => ({ id, name: id, parentId });
  const deep = Array.from({ length: unitDepthMax + 1 }, (_, index) =>
    unit(`u${index}`, index === 0 ? "r-1" : `u${index - 1}`),
  );
  test.each([
    ["no JSON", "{", "$ (line 1, column 2): found the end of the text"],
    ["no object", "[]", "$ (line 1, column 1): found an empty array; an object belongs here"],
    [
      "another version",
      '{"version":2,"shape":[]}',
      "$.version (line 1, column 12): found version `2`; this release reads version `1`",
    ],
    ["no version", "{}", "$ (line 1, column 1): key `version` is missing"],
    [
      "an unknown key",
      but({ acounts: 1 }).replace('"accounts"', '"acounts"'),
      "unknown key `acounts`; did you mean `accounts`?",
    ],
    [
      "a strange key",
      but({ root: { id: "r-1", color: 1 } }),
      "$.root.color (line 9, column 23): unknown key `color`; leave it out",
    ],
    ["a key twice", '{"version":1,"version":1}', "$.version (line 1, column 14): key `version` stands twice"],
    [
      "a time in another form",
      but({ provenance: { source: "x", readAt: "yesterday" } }),
      "$.provenance.readAt",
    ],
    ["an empty id", but({ root: { id: "" } }), "$.root.id (line 9, column 17): this string is empty"],
    ["an id of another kind", but({ root: { id: 1 } }), "found `1`; a string belongs here"],
    [
      "a long id",
      but({ root: { id: "x".repeat(257) } }),
      "this string has 257 characters, and 256 are allowed",
    ],
    [
      "no list",
      but({ units: {} }),
      "$.units (line 10, column 12): found an empty object; an array belongs here",
    ],
    [
      "a line that is none",
      but({ policies: [{ ...whole.policies[0], origin: { file: "x", line: 0 } }] }),
      "found `0`; a whole number from 1",
    ],
    [
      "another order",
      but({ attachmentOrder: "both" }),
      '$.attachmentOrder (line 23, column 22): found `"both"`; write `"known"` or `"unknown"`',
    ],
    [
      "a missing parent",
      but({ units: [unit("ou-1", "ou-2")] }),
      "$.units[0].parentId (line 11, column 43): parent `ou-2` of `ou-1` is neither the root nor an OU",
    ],
    [
      "an account as a parent",
      but({ accounts: [unit("1", "ou-1"), unit("2", "1")] }),
      "$.accounts[1].parentId",
    ],
    [
      "a cycle",
      but({ units: [unit("ou-1", "ou-2"), unit("ou-2", "ou-1")] }),
      "OU `ou-1` stands under itself",
    ],
    ["an OU under itself", but({ units: [unit("ou-1", "ou-1")] }), "OU `ou-1` stands under itself"],
    ["a tree that is too deep", but({ units: deep, accounts: [] }), `more than ${unitDepthMax} levels deep`],
    [
      "one too deep, deepest first",
      but({ units: deep.toReversed(), accounts: [] }),
      `more than ${unitDepthMax} levels deep`,
    ],
    [
      "an id twice",
      but({ accounts: [unit("ou-1", "r-1")] }),
      "$.accounts[0].id (line 14, column 11): id `ou-1` stands twice",
    ],
    ["the root again", but({ units: [unit("r-1", "r-1")] }), "id `r-1` stands twice"],
    ["a policy twice", but({ policies: [whole.policies[0], whole.policies[0]] }), "$.policies[1].id"],
    [
      "no such policy",
      but({ attachments: [{ policyId: "p-9", targetId: "r-1" }] }),
      "no policy `p-9` in `policies`; list it",
    ],
    [
      "no such target",
      but({ attachments: [{ policyId: "p-1", targetId: "r-9" }] }),
      "`r-9` is neither the root nor an OU or account",
    ],
    [
      "an attachment twice",
      but({ attachments: [whole.attachments[0], whole.attachments[0]] }),
      "policy `p-1` is attached to `r-1` twice",
    ],
    ["nesting without end", "[".repeat(100_000), "nested deeper than"],
  ])("%s", (_, text, message) => {
    const result = parseSnapshot(text);
    expect(result.ok ? "read" : describeSnapshotProblem(result)).toContain(message);
  });

  test("what a program made that does not hold together", () => {
    const result = evaluateSnapshot({ ...whole, units: [{ id: "ou-1", name: "", parentId: "ou-1" }] });
    expect(result).toMatchObject({ ok: false, problem: { keys: ["units", 0, "parentId"] } });
  });
});

test("the deepest tree that is allowed is read, in whatever order its OUs stand", () => {
  const units = Array.from({ length: unitDepthMax }, (_, index) => ({
    id: `u${index}`,
    name: "",
    parentId: index === 0 ? "r-1" : `u${index - 1}`,
  }));
  const accounts = [{ id: "1", name: "", parentId: `u${unitDepthMax - 1}` }];
  for (const order of [units, units.toReversed()]) {
    expect(parseSnapshot(but({ units: order, accounts }))).toMatchObject({ ok: true });
  }
});

test("no text makes it throw", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.json().map((json) => but({ units: JSON.parse(json) as unknown })),
      ),
      (text) => {
        expect(typeof parseSnapshot(text).ok).toBe("boolean");
      },
    ),
  );
});
