// The golden responses of the operations on invalid effective policies.

import type { ExampleCell } from "../example-cell.fixture.js";
import type { OperationName } from "../operation-types.js";
import type { Golden } from "./golden.fixture.js";

/** Attaches a backup plan `daily` with so many rules, named with this letter; returns the policy. */
export function attachRules(cell: ExampleCell, target: string, letter: string, count: number): string {
  const vault = { target_backup_vault_name: { "@@assign": "vault" } };
  const rules = Array.from({ length: count }, (_, index) => [`${letter}${index + 1}`, vault] as const);
  const content = JSON.stringify({ plans: { daily: { rules: Object.fromEntries(rules) } } });
  const policy = cell.policy(`rules ${letter}`, content, "BACKUP_POLICY");
  cell.attach(policy, target);
  return policy;
}

const type = "BACKUP_POLICY";

/** Ten rules for all, and an eleventh for the account `app`. */
function tooManyRules(cell: ExampleCell): void {
  cell.enable(type);
  attachRules(cell, cell.root, "a", 10);
  attachRules(cell, cell.app, "b", 1);
}

export const validationGoldens = {
  ListAccountsWithInvalidEffectivePolicy: {
    before: tooManyRules,
    input: { PolicyType: type },
    output: {
      Accounts: [
        {
          Id: "713612281018",
          Arn: "arn:aws:organizations::111111111111:account/o-g8y70oei0p/713612281018",
          Email: "app@acme.example",
          Name: "app",
          Status: "ACTIVE",
          State: "ACTIVE",
          Paths: ["o-g8y70oei0p/r-xwbl/ou-xwbl-xk72nh3a/ou-xwbl-fibi4ioz/713612281018/"],
          JoinedMethod: "CREATED",
          JoinedTimestamp: new Date("2026-01-01T00:06:00.000Z"),
        },
      ],
      PolicyType: type,
    },
  },
  ListEffectivePolicyValidationErrors: {
    before: tooManyRules,
    input: { AccountId: "713612281018", PolicyType: type },
    output: {
      AccountId: "713612281018",
      PolicyType: type,
      Path: "o-g8y70oei0p/r-xwbl/ou-xwbl-xk72nh3a/ou-xwbl-fibi4ioz/713612281018/",
      EvaluationTimestamp: new Date("2026-01-01T00:16:00.000Z"),
      EffectivePolicyValidationErrors: [
        {
          ErrorCode: "ELEMENTS_TOO_MANY",
          ErrorMessage: "'b1' exceeds the allowed maximum limit 10",
          PathToError: "plans/daily/rules/b1",
          ContributingPolicies: ["p-a6jccsy05o"],
        },
      ],
    },
  },
} satisfies { readonly [Name in OperationName]?: Golden<Name> };
