import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawnPolicy, grammarText } from "../can-override/grammar.fixture.js";
import { accounts, drawnSnapshot, evaluated, nodes } from "../evaluation/drawn-snapshot.fixture.js";
import type { OrganizationSnapshot } from "../snapshot/organization-snapshot.js";
import { chainAccountId, snapshotOfChain } from "../snapshot/snapshot-of-chain.js";
import { applyChanges } from "./apply-change.js";
import type { Change } from "./change.js";
import { whatIfText } from "./what-if-text.js";
import { whatIf } from "./what-if.js";
import type { WhatIfReport } from "./what-if-report.js";

const type = "AISERVICES_OPT_OUT_POLICY";
const anywhere = fc.constantFrom(...nodes, ...accounts);
const anyPolicy = fc.constantFrom("p-0", "p-1", "p-2");

const drawnChange: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({ policyId: anyPolicy, content: drawnPolicy.map(grammarText) })
    .map((drawn): Change => ({ kind: "policy-updated", ...drawn })),
  fc
    .record({ policyId: anyPolicy, targetId: anywhere })
    .map((drawn): Change => ({ kind: "policy-attached", ...drawn })),
  fc
    .record({ policyId: anyPolicy, targetId: anywhere })
    .map((drawn): Change => ({ kind: "policy-detached", ...drawn })),
  fc
    .record({ accountId: fc.constantFrom(...accounts), parentId: fc.constantFrom(...nodes) })
    .map((drawn): Change => ({ kind: "account-moved", ...drawn })),
  fc
    .record({ unitId: fc.constantFrom(...nodes.slice(1)), parentId: fc.constantFrom(...nodes) })
    .map((drawn): Change => ({ kind: "unit-moved", ...drawn })),
  fc.constant<Change>({ kind: "type-disabled", policyType: type }),
);

function reported(snapshot: OrganizationSnapshot, ...changes: readonly Change[]): WhatIfReport {
  const result = whatIf(snapshot, changes);
  if (!result.ok) throw new Error(result.message);
  return result.report;
}

const keyOf = (service: { kind: string; key?: string }): string => service.key ?? service.kind;

/** `account service before after` of every flip. */
function flipsOf({ groups }: WhatIfReport): ReadonlySet<string> {
  return new Set(
    groups.flatMap(({ flips, accounts }) =>
      accounts.flatMap(({ id }) =>
        flips.map(({ service, before, after }) => `${id} ${keyOf(service)} ${before} ${after}`),
      ),
    ),
  );
}

describe("a report", () => {
  test("is the difference of two evaluations, and warns of every account and service that becomes opted out", () => {
    let flips = 0;
    fc.assert(
      fc.property(drawnSnapshot, drawnChange, (snapshot, change) => {
        const applied = applyChanges(snapshot, [change]);
        const result = whatIf(snapshot, [change]);
        expect(result.ok).toBe(applied.ok);
        if (!applied.ok || !result.ok) return;
        const before = evaluated(snapshot);
        const after = evaluated(applied.snapshot);
        const expected = new Set<string>();
        const deleted = new Set<string>();
        for (const account of accounts) {
          for (const row of before.rows) {
            const [from, to] = [before.choice(account, row), after.choice(account, row)];
            if (from === to) continue;
            expected.add(`${account} ${keyOf(row)} ${from} ${to}`);
            if (to === "optOut") deleted.add(`${account} ${keyOf(row)}`);
          }
        }
        flips += expected.size;
        expect(flipsOf(result.report)).toEqual(expected);
        const warned = result.report.deletions.flatMap(({ certainty, services, accounts }) => {
          expect(certainty).toBe("yes");
          return accounts.flatMap(({ id }) => services.map((service) => `${id} ${keyOf(service)}`));
        });
        expect(new Set(warned)).toEqual(deleted);
        expect(result.report.accountsAffected).toBe(
          new Set([...expected].map((flip) => flip.split(" ")[0])).size,
        );
      }),
      { numRuns: 200 },
    );
    expect(flips).toBeGreaterThan(1000);
  });

  test("of a change and its undoing is empty", () => {
    fc.assert(
      fc.property(
        drawnSnapshot,
        fc.constantFrom(...accounts),
        fc.constantFrom(...nodes),
        (snapshot, accountId, parentId) => {
          const home = snapshot.accounts.find(({ id }) => id === accountId)?.parentId ?? "";
          const there: Change = { kind: "account-moved", accountId, parentId };
          expect(reported(snapshot, there, { ...there, parentId: home }).groups).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });
});

const out = '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}';
const lexIn = '{"services":{"lex":{"opt_out_policy":{"@@assign":"optIn"}}}}';
const provenance = { source: "files", readAt: "2026-01-01T00:00:00Z" };
const named = (content: string): { name: string; content: string } => ({
  name: content.slice(13, 20),
  content,
});

describe("deletion", () => {
  const chain = snapshotOfChain([[named(out)], [named(lexIn)]], provenance);
  const detach: Change = { kind: "policy-detached", policyId: "policy-2", targetId: chainAccountId };

  test("is certain where an exception ends", () => {
    expect(reported(chain, detach)).toMatchObject({
      accountsAffected: 1,
      groups: [{ flips: [{ service: { key: "lex" }, before: "optIn", after: "optOut", deletes: "yes" }] }],
      deletions: [{ certainty: "yes", services: [{ key: "lex" }], accounts: [{ id: chainAccountId }] }],
    });
    expect(whatIfText(reported(chain, detach))).toMatchInlineSnapshot(`
      "Warning: content that these services have kept is deleted for good: lex; for account.
      Something flips for 1 of 1 account.
      For account:
        opted in becomes opted out: lex
      "
    `);
  });

  test("is possible where something could not be read", () => {
    const unread = { what: "what is attached to the root", why: "access denied", about: "root" };
    const { deletions } = reported({ ...chain, unread: [unread] }, detach);
    expect(deletions).toMatchObject([{ certainty: "possibly", services: [{ key: "lex" }] }]);
  });

  test("does not come of no choice, nor of an opt-in", () => {
    const disabled = reported(chain, { kind: "type-disabled", policyType: type });
    expect(disabled.accountsAffected).toBe(1);
    expect(disabled.deletions).toEqual([]);
    expect(
      reported(chain, { kind: "policy-updated", policyId: "policy-1", content: lexIn }).deletions,
    ).toEqual([]);
  });
});

test("what nobody knows before and after may flip, if other policies lead there now", () => {
  const chain = snapshotOfChain([[named(out)], [], []], provenance);
  const unread = { what: "what is attached to OU ou-1", why: "access denied", about: "ou-1" };
  const unknown: OrganizationSnapshot = { ...chain, unread: [unread] };
  const attach: Change = { kind: "policy-attached", policyId: "policy-1", targetId: chainAccountId };
  expect(reported(unknown, attach).groups[0]?.flips[0]).toMatchObject({
    before: "undetermined",
    after: "undetermined",
  });
  const detach: Change = { kind: "policy-detached", policyId: "policy-1", targetId: chainAccountId };
  expect(reported(unknown, attach, detach).groups).toEqual([]);
  expect(whatIfText(reported(unknown, attach))).toContain("undetermined before and after, and it may flip");
});

test("many accounts are counted where a list would be too long", () => {
  const {
    accounts: [first],
  } = snapshotOfChain([[named(out)], []], provenance);
  const base = snapshotOfChain([[named(out)], []], provenance);
  const many = Array.from({ length: 5 }, (_, index) => ({
    ...first,
    id: `1${index}`,
    name: `n${index}`,
    parentId: "root",
  }));
  const report = reported({ ...base, accounts: many }, { kind: "type-disabled", policyType: type });
  expect(whatIfText(report, { accountsMax: 2 })).toContain("10 (n0), 11 (n1) and 3 more");
  expect(whatIfText(report)).toContain("14 (n4)");
  expect(whatIfText(reported(base))).toBe("Nothing flips for any of 1 account.\n");
});
