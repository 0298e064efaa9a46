import { describe, expect, test } from "vitest";
import { ExampleCell, aiType } from "../example-cell.fixture.js";
import { attachRules } from "./validation-goldens.fixture.js";

const PolicyType = "BACKUP_POLICY";
const invalid = (cell: ExampleCell) =>
  cell.act("ListAccountsWithInvalidEffectivePolicy", { PolicyType }).Accounts?.map(({ Id }) => Id);
const wrongAt = (cell: ExampleCell, AccountId: string) =>
  cell
    .act("ListEffectivePolicyValidationErrors", { AccountId, PolicyType })
    .EffectivePolicyValidationErrors?.map(({ PathToError }) => PathToError);

function tenRules(): ExampleCell {
  const cell = new ExampleCell();
  cell.enable(PolicyType);
  attachRules(cell, cell.root, "a", 10);
  return cell;
}

describe("an effective backup policy", () => {
  test("is wrong for the accounts below the policy that breaks the limit, and right again without it", () => {
    const cell = tenRules();
    expect([invalid(cell), wrongAt(cell, cell.app)]).toEqual([[], []]);
    const more = attachRules(cell, cell.workloads, "b", 2);
    expect(invalid(cell)).toEqual([cell.app]);
    expect(wrongAt(cell, cell.app)).toEqual(["plans/daily/rules/b1", "plans/daily/rules/b2"]);
    expect(wrongAt(cell, cell.management)).toEqual([]);
    cell.detach(more, cell.workloads);
    expect(invalid(cell)).toEqual([]);
  });

  test("follows an account that moves", () => {
    const cell = tenRules();
    attachRules(cell, cell.workloads, "b", 1);
    cell.move(cell.app, cell.production, cell.root);
    expect(invalid(cell)).toEqual([]);
  });
});

test("an opt-out policy is never wrong by merging", () => {
  const cell = new ExampleCell();
  const input = { PolicyType: aiType } as const;
  expect(cell.act("ListAccountsWithInvalidEffectivePolicy", input)).toEqual({ Accounts: [], ...input });
  const answer = cell.act("ListEffectivePolicyValidationErrors", { ...input, AccountId: cell.app });
  expect(answer.EffectivePolicyValidationErrors).toEqual([]);
});

test("an account without an effective policy has nothing to validate, though the type is enabled", () => {
  const cell = new ExampleCell();
  cell.enable(PolicyType);
  const input = { PolicyType, AccountId: cell.app } as const;
  expect(cell.refusal("ListEffectivePolicyValidationErrors", input)).toBe("EffectivePolicyNotFoundException");
  expect(cell.refusal("ListEffectivePolicyValidationErrors", { ...input, AccountId: "999999999999" })).toBe(
    "AccountNotFoundException",
  );
  expect(invalid(cell)).toEqual([]);
});
