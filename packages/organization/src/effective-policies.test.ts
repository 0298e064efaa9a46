import { effectiveDocument, effectivePolicy, readValidPolicy } from "@withhold/policy";
import type { Level } from "@withhold/policy";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chainOf, effectiveSince, effectiveText } from "./effective-policies.js";
import { EffectiveTexts } from "./effective-texts.js";
import { ExampleCell, aiType, choice, drawn } from "./example-cell.fixture.js";
import { busyCell, perform, randomCalls } from "./random-calls.fixture.js";

/** An account's chain as a client would put it together from answers alone. */
function chainByAnswers(cell: ExampleCell, account: string, type: typeof aiType | "TAG_POLICY"): Level[] {
  const { Accounts } = cell.act("ListAccounts", {}, { page: { count: 1000 } });
  const path = Accounts?.find(({ Id }) => Id === account)?.Paths?.[0] ?? "";
  const [, ...nodes] = path.split("/").filter((id) => id !== "");
  return nodes.map((id) => {
    const { Policies } = cell.act("ListPoliciesForTarget", { TargetId: id, Filter: type });
    const policies = (Policies ?? []).map(({ Id: policy }) => {
      const { Policy } = cell.act("DescribePolicy", { PolicyId: drawn(policy) });
      return { id: drawn(policy), document: readValidPolicy(Policy?.Content ?? "") };
    });
    return { id, policies };
  });
}

describe("remembered merges", () => {
  test("are after every step what the policies on the chain come to, computed afresh", () => {
    fc.assert(
      fc.property(randomCalls, (calls) => {
        const cell = busyCell();
        const organization = cell.cell.organizations.get(cell.organization);
        if (organization === undefined) return;
        const kept = {
          [aiType]: new EffectiveTexts(organization, aiType),
          TAG_POLICY: new EffectiveTexts(organization, "TAG_POLICY"),
        };
        for (const call of calls) {
          if (perform(cell, call) !== "accepted") continue;
          if (!cell.cell.organizations.has(organization.id)) break;
          for (const type of [aiType, "TAG_POLICY"] as const) {
            const all = new Map<string, string | undefined>();
            for (const account of organization.accounts.values()) {
              const text = effectiveText(account, type);
              expect(text).toBe(effectiveDocument(effectivePolicy(chainOf(account, type))));
              expect(text).toBe(effectiveDocument(effectivePolicy(chainByAnswers(cell, account.id, type))));
              expect(kept[type].get(account.id)).toBe(text);
              all.set(account.id, text);
            }
            const walked = new Map<string, string | undefined>();
            kept[type].forEach((text, id) => walked.set(id, text));
            expect(walked).toEqual(all);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test("never change without LastUpdatedTimestamp becoming the time of the record", () => {
    fc.assert(
      fc.property(randomCalls, (calls) => {
        const cell = busyCell();
        const organization = cell.cell.organizations.get(cell.organization);
        const last = new Map<string, string | undefined>();
        const late: string[] = [];
        for (const call of calls) {
          if (perform(cell, call) !== "accepted") continue;
          for (const account of organization?.accounts.values() ?? []) {
            const text = effectiveText(account, aiType);
            const changed = text !== undefined && last.has(account.id) && last.get(account.id) !== text;
            if (changed && effectiveSince(account, aiType) !== cell.now) late.push(call.name);
            last.set(account.id, text);
          }
        }
        expect(late).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("accounts under one OU without policies of their own share one text", () => {
    const cell = new ExampleCell();
    const other = cell.account("other");
    cell.move(other, cell.root, cell.workloads);
    const organization = cell.cell.organizations.get(cell.organization);
    const texts = [cell.app, other, cell.management].map((id) => {
      const account = organization?.accounts.get(id);
      return account && effectiveText(account, aiType);
    });
    expect(texts).toEqual(Array(3).fill('{"services":{"default":{"opt_out_policy":"optOut"}}}'));
  });
});

describe("LastUpdatedTimestamp", () => {
  const later = Date.UTC(2027, 0, 1);
  const unchanged = Date.UTC(2026, 0, 1, 0, 10);
  const since = (cell: ExampleCell): number | undefined => {
    const input = { PolicyType: aiType, TargetId: cell.app } as const;
    return cell.act("DescribeEffectivePolicy", input).EffectivePolicy?.LastUpdatedTimestamp?.getTime();
  };
  const at = { now: later } as const;

  const moves: Record<string, (cell: ExampleCell) => void> = {
    "a policy of the chain gets a new content": (cell) =>
      void cell.act("UpdatePolicy", { PolicyId: cell.optOut, Content: choice("lex", "optOut") }, at),
    "a policy is attached to the account": (cell) =>
      void cell.act("AttachPolicy", { PolicyId: cell.spare, TargetId: cell.app }, at),
    "a policy is attached to an OU above": (cell) =>
      void cell.act("AttachPolicy", { PolicyId: cell.spare, TargetId: cell.workloads }, at),
    "a policy is attached to the root": (cell) =>
      void cell.act("AttachPolicy", { PolicyId: cell.spare, TargetId: cell.root }, at),
    "the account moves": (cell) => {
      const parents = { SourceParentId: cell.production, DestinationParentId: cell.workloads };
      cell.act("MoveAccount", { AccountId: cell.app, ...parents }, at);
    },
  };
  test.each(Object.entries(moves))("moves on when %s", (_, change) => {
    const cell = new ExampleCell();
    expect(since(cell)).toBe(unchanged);
    change(cell);
    expect(since(cell)).toBe(later);
  });

  test("moves on when a policy is detached from the chain", () => {
    const cell = new ExampleCell();
    cell.attach(cell.spare, cell.production);
    cell.act("DetachPolicy", { PolicyId: cell.spare, TargetId: cell.production }, at);
    expect(since(cell)).toBe(later);
  });

  test("is the time of enabling where that came last", () => {
    const cell = new ExampleCell();
    cell.disable(aiType);
    cell.act("EnablePolicyType", { RootId: cell.root, PolicyType: aiType }, at);
    // In one turn with it: a record may have the time of the last one.
    cell.act("AttachPolicy", { PolicyId: cell.optOut, TargetId: cell.root }, at);
    expect(since(cell)).toBe(later);
  });

  const stays: Record<string, (cell: ExampleCell) => void> = {
    "a policy of the chain is renamed": (cell) =>
      void cell.act("UpdatePolicy", { PolicyId: cell.optOut, Name: "New" }, at),
    "its description changes": (cell) =>
      void cell.act("UpdatePolicy", { PolicyId: cell.optOut, Description: "new" }, at),
    "a policy is attached elsewhere": (cell) =>
      void cell.act("AttachPolicy", { PolicyId: cell.spare, TargetId: cell.management }, at),
    "a policy that is attached elsewhere gets a new content": (cell) => {
      cell.attach(cell.spare, cell.management);
      cell.act("UpdatePolicy", { PolicyId: cell.spare, Content: choice("polly", "optIn") }, at);
    },
    "another type is enabled": (cell) =>
      void cell.act("EnablePolicyType", { RootId: cell.root, PolicyType: "TAG_POLICY" }, at),
    "a policy of another type is attached to the account": (cell) => {
      cell.enable("TAG_POLICY");
      const PolicyId = cell.policy("Tags", "{}", "TAG_POLICY");
      cell.act("AttachPolicy", { PolicyId, TargetId: cell.app }, at);
    },
    "another account moves": (cell) => {
      const parents = { SourceParentId: cell.root, DestinationParentId: cell.production };
      cell.act("MoveAccount", { AccountId: cell.management, ...parents }, at);
    },
    "an account is created beside it": (cell) =>
      void cell.act("CreateAccount", { AccountName: "b", Email: "b@acme.example" }, at),
    "an OU is created on the chain": (cell) =>
      void cell.act("CreateOrganizationalUnit", { ParentId: cell.production, Name: "New" }, at),
    "an operation on it is refused": (cell) =>
      void cell.refusal("AttachPolicy", { PolicyId: cell.optOut, TargetId: cell.root }, at),
  };
  test.each(Object.entries(stays))("stays when %s", (_, change) => {
    const cell = new ExampleCell();
    change(cell);
    expect(since(cell)).toBe(unchanged);
  });
});
