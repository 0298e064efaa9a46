import { describe, expect, test } from "vitest";
import { snapshotOfChain } from "../snapshot/snapshot-of-chain.js";
import { applyChanges } from "./apply-change.js";
import type { Change } from "./change.js";

const type = "AISERVICES_OPT_OUT_POLICY";
const out = '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}';
const origin = { file: "out.json", line: 1, column: 1 };
const snapshot = snapshotOfChain([[{ name: "out", content: out, origin }], [], [], []], {
  source: "files",
  readAt: "2026-01-01T00:00:00Z",
});
const policy = { id: "new", name: "new", type, content: out };

describe("what is wrong with a change is said", () => {
  test.each<[string, readonly Change[], string]>([
    [
      "an id that is taken",
      [{ kind: "policy-created", policy: { ...policy, id: "policy-1" } }],
      "policy id `policy-1` is taken",
    ],
    ["no content", [{ kind: "policy-created", policy: { ...policy, content: null } }], "has no content"],
    [
      "an invalid policy",
      [{ kind: "policy-created", policy: { ...policy, content: '{"services":{"Lex":{}}}' } }],
      "would be refused: $.services.Lex (line 1, column 14): unknown service `Lex`; did you mean `lex`?",
    ],
    [
      "a policy that is too long",
      [{ kind: "policy-updated", policyId: "policy-1", content: out + " ".repeat(2500) }],
      "2,500 are allowed",
    ],
    [
      "an unknown policy",
      [{ kind: "policy-updated", policyId: "p", content: out }],
      "no policy `p` in the snapshot",
    ],
    [
      "one attached",
      [{ kind: "policy-attached", policyId: "p", targetId: "root" }],
      "no policy `p` in the snapshot",
    ],
    [
      "an unknown target",
      [{ kind: "policy-attached", policyId: "policy-1", targetId: "x" }],
      "no root, OU or account `x`",
    ],
    [
      "a second attachment",
      [{ kind: "policy-attached", policyId: "policy-1", targetId: "root" }],
      "attached to `root` already",
    ],
    [
      "nothing to detach",
      [{ kind: "policy-detached", policyId: "policy-1", targetId: "ou-1" }],
      "`policy-1` is not attached to `ou-1`",
    ],
    ["an unknown account", [{ kind: "account-moved", accountId: "x", parentId: "root" }], "no account `x`"],
    [
      "a parent that is none",
      [{ kind: "account-moved", accountId: "account", parentId: "account" }],
      "no root or OU `account`",
    ],
    ["an unknown OU", [{ kind: "unit-moved", unitId: "root", parentId: "ou-1" }], "no OU `root`"],
    ["an unknown new parent", [{ kind: "unit-moved", unitId: "ou-1", parentId: "x" }], "no root or OU `x`"],
    [
      "an OU under itself",
      [{ kind: "unit-moved", unitId: "ou-1", parentId: "ou-2" }],
      "`ou-1` cannot move to `ou-2`, which stands under it",
    ],
    [
      "an OU into itself",
      [{ kind: "unit-moved", unitId: "ou-1", parentId: "ou-1" }],
      "`ou-1` cannot move to `ou-1`",
    ],
    [
      "a type that is not enabled",
      [{ kind: "type-disabled", policyType: "TAG_POLICY" }],
      "`TAG_POLICY` is not enabled",
    ],
    [
      "a type disabled before",
      [
        { kind: "type-disabled", policyType: type },
        { kind: "policy-attached", policyId: "policy-1", targetId: "root" },
      ],
      `policy type \`${type}\` is not enabled`,
    ],
  ])("%s", (_, changes, message) => {
    expect(applyChanges(snapshot, changes)).toEqual({
      ok: false,
      index: changes.length - 1,
      message: expect.stringContaining(message),
    });
  });
});

describe("a change", () => {
  const before = structuredClone(snapshot);
  const after = (...changes: readonly Change[]): typeof snapshot => {
    const result = applyChanges(snapshot, changes);
    if (!result.ok) throw new Error(result.message);
    expect(snapshot).toEqual(before);
    return result.snapshot;
  };

  test("attaches last", () => {
    const { attachments } = after(
      { kind: "policy-created", policy },
      { kind: "policy-attached", policyId: "new", targetId: "root" },
    );
    expect(attachments.map(({ policyId }) => policyId)).toEqual(["policy-1", "new"]);
  });

  test("gives a policy a new text, which stands in no file", () => {
    const content = out.replace("optOut", "optIn");
    expect(after({ kind: "policy-updated", policyId: "policy-1", content }).policies).toEqual([
      { id: "policy-1", name: "out", type, content },
    ]);
  });

  test("moves accounts and OUs", () => {
    expect(
      after({ kind: "account-moved", accountId: "account", parentId: "root" }).accounts[0]?.parentId,
    ).toBe("root");
    expect(after({ kind: "unit-moved", unitId: "ou-2", parentId: "root" }).units[1]?.parentId).toBe("root");
  });

  test("that disables a type detaches its policies and keeps them", () => {
    const { attachments, policies, enabledTypes } = after({ kind: "type-disabled", policyType: type });
    expect({ attachments, policies: policies.length, enabledTypes }).toEqual({
      attachments: [],
      policies: 1,
      enabledTypes: [],
    });
  });

  test("to a policy of another type is checked by the syntax of that type alone", () => {
    const tags = { id: "tags", name: "tags", type: "TAG_POLICY", content: '{"tags":{"a":{"@@assign":"b"}}}' };
    expect(after({ kind: "policy-created", policy: tags }).policies).toHaveLength(2);
    const control = { id: "scp", name: "scp", type: "SERVICE_CONTROL_POLICY", content: '{"Statement":[]}' };
    expect(after({ kind: "policy-created", policy: control }).policies).toHaveLength(2);
  });
});
