// Configurations of the Landing Zone Accelerator, as folders.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { OrganizationSnapshot } from "@withhold/policy";
import { temporaryDirectory } from "../temporary-directory.fixture.js";
import { readOrganization } from "./read-organization.js";

const organization = `
enable: true
organizationalUnits:
  - name: Security
  - name: Workloads
  - name: Workloads/Live
organizationalUnitIds:
  - { name: Workloads/Live, id: ou-abcd-11112222, arn: x }
serviceControlPolicies: []
taggingPolicies:
  - name: Tags
    description: x
    policy: tagging-policies/tags.json
    deploymentTargets: { organizationalUnits: [Root, Workloads/Live], accounts: [Payments] }
backupPolicies:
  - name: Backups
    description: x
    policy: backups.json
    deploymentTargets: { organizationalUnits: [Security] }
`;
const accounts = `
mandatoryAccounts:
  - { name: Management, email: m@example.com, organizationalUnit: Root }
workloadAccounts:
  - { name: Payments, email: p@example.com, organizationalUnit: Workloads/Live }
  - { name: Nowhere, email: n@example.com }
accountIds:
  - { email: P@example.com, accountId: 012345678901 }
`;
const customizations = `
customizations:
  cloudFormationStacks:
    - name: OptOut
      template: templates/opt-out.yaml
      parameters: [{ name: Live, value: ou-abcd-11112222 }]
`;
const template = `
Parameters: { Live: { Type: String } }
Resources:
  Policy:
    Type: AWS::Organizations::Policy
    Properties:
      Name: OptOut
      Type: AISERVICES_OPT_OUT_POLICY
      TargetIds: [!Ref Live]
      Content: { services: { default: { opt_out_policy: { "@@assign": optOut } } } }
`;
const whole = {
  "organization-config.yaml": organization,
  "accounts-config.yaml": accounts,
  "tagging-policies/tags.json": '{"tags":{}}',
  "backups.json": '{"plans": "{{ Placeholder }}"}',
  "customizations-config.yaml": customizations,
  "templates/opt-out.yaml": template,
};

async function read(files: Record<string, string>): Promise<OrganizationSnapshot> {
  const folder = temporaryDirectory();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const standardInput = (async function* () {})();
  const readAt = "2026-01-01T00:00:00Z";
  return readOrganization({ file: folder, format: undefined, parameters: new Map(), standardInput, readAt });
}

describe("a whole configuration", () => {
  test("gives the tree, with ids where it has them", async () => {
    const { units, accounts, managementAccountId } = await read(whole);
    expect(units).toEqual([
      { id: "Security", name: "Security", parentId: "root" },
      { id: "Workloads", name: "Workloads", parentId: "root" },
      { id: "ou-abcd-11112222", name: "Live", parentId: "Workloads" },
    ]);
    expect(accounts).toEqual([
      { id: "account/Management", name: "Management", parentId: "root" },
      { id: "012345678901", name: "Payments", parentId: "ou-abcd-11112222" },
      { id: "account/Nowhere", name: "Nowhere", parentId: "root" },
    ]);
    expect(managementAccountId).toBe("account/Management");
  });

  test("gives policies of its lists by their files, and opt-outs by its stacks with their parameters", async () => {
    const { policies, attachments, unread } = await read(whole);
    expect(policies.map(({ id, type, content }) => [id, type, content])).toEqual([
      ["TAG_POLICY/Tags", "TAG_POLICY", '{"tags":{}}'],
      ["BACKUP_POLICY/Backups", "BACKUP_POLICY", null],
      [
        "OptOut/Policy",
        "AISERVICES_OPT_OUT_POLICY",
        '{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}',
      ],
    ]);
    expect(policies[0]?.origin?.file).toMatch(/tagging-policies.tags\.json$/);
    expect(attachments.map(({ policyId, targetId }) => `${policyId} ${targetId}`)).toEqual([
      "TAG_POLICY/Tags root",
      "TAG_POLICY/Tags ou-abcd-11112222",
      "TAG_POLICY/Tags 012345678901",
      "BACKUP_POLICY/Backups Security",
      "OptOut/Policy ou-abcd-11112222",
    ]);
    expect(unread.map(({ what, why, about }) => [what, why, about])).toEqual([
      ["where account `Nowhere` stands", "its entry has no `organizationalUnit`", "account/Nowhere"],
      [
        "the content of policy `Backups`",
        "it holds placeholders that are filled in at deployment",
        "BACKUP_POLICY/Backups",
      ],
    ]);
  });
});

describe("what is missing is unread", () => {
  test.each<readonly [string, Record<string, string>, string]>([
    [
      "a stack that deploys opt-outs",
      { "customizations-config.yaml": "customizations: {}" },
      "AI services opt-out policies",
    ],
    [
      "the template of a stack",
      { "customizations-config.yaml": customizations.replace("opt-out.yaml", "gone.yaml") },
      "what stack `OptOut` deploys",
    ],
    [
      "a template outside the folder",
      {
        "customizations-config.yaml": customizations.replace("templates/opt-out.yaml", "../../etc/hostname"),
      },
      "what stack `OptOut` deploys",
    ],
    [
      "the policy of a list",
      { "organization-config.yaml": organization.replace("tagging-policies/tags.json", "gone.json") },
      "the content of policy `Tags`",
    ],
  ])("%s", async (_, changed, what) => {
    const { unread } = await read({ ...whole, ...changed });
    expect(unread.map((entry) => entry.what)).toContain(what);
  });

  test("the accounts, without their file", async () => {
    const { "accounts-config.yaml": _, ...rest } = whole;
    const { unread, accounts } = await read(rest);
    expect(unread.map((entry) => entry.what)).toContain("the accounts");
    expect(accounts.map(({ id }) => id)).toEqual(["account/Payments"]);
  });
});
