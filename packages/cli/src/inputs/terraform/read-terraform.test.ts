// Terraform's own JSON, as written by Terraform 1.11.4 with the AWS provider 5.100.0: what is read from it, and what is not.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { OrganizationSnapshot } from "@withhold/policy";
import { recordValue } from "../json-value.js";
import { readTerraform } from "./read-terraform.js";

const folder = new URL("../../../../../", import.meta.url);
const readAt = "2026-01-01T00:00:00Z";

function fixture(path: string): Record<string, unknown> {
  return { ...recordValue(JSON.parse(readFileSync(new URL(path, folder), "utf8"))) };
}

const read = (path: string): OrganizationSnapshot => readTerraform(path, fixture(path), readAt);

/** `Payments < Production < root`, for every unit and account. */
function places({ units, accounts }: OrganizationSnapshot): readonly string[] {
  const names = new Map(units.map(({ id, name, parentId }) => [id, { name, parentId }]));
  const up = (id: string): string => {
    const unit = names.get(id);
    return unit === undefined ? (id.startsWith("r-") ? "r" : id) : `${unit.name} < ${up(unit.parentId)}`;
  };
  return [...units, ...accounts].map(({ name, parentId }) => `${name} < ${up(parentId)}`).toSorted();
}

function attachments({ policies, attachments, units, accounts }: OrganizationSnapshot): readonly string[] {
  const name = (list: readonly { id: string; name: string }[], id: string): string =>
    list.find((one) => one.id === id)?.name ?? id.replace(/^r-.*/, "r");
  return attachments
    .map(
      ({ policyId, targetId }) => `${name(policies, policyId)} at ${name([...units, ...accounts], targetId)}`,
    )
    .toSorted();
}

describe("a plan of an organization that does not exist yet", () => {
  const snapshot = read("examples/terraform/plan.json");

  test("is read whole: ids that nobody has yet are the addresses of resources", () => {
    expect(snapshot.unread).toEqual([]);
    expect(places(snapshot)).toEqual([
      "Checkout < Payments < Production < root",
      "Payments < Production < root",
      "Production < root",
      "Research < root",
      "Speech Lab 1 < Research < root",
      "Speech Lab 2 < Research < root",
      "management account < root",
    ]);
    expect(attachments(snapshot)).toEqual(["OptOutByDefault at root", "ShareTranscribe at Research"]);
    expect(snapshot.accounts.map(({ id }) => id)).toContain("aws_organizations_account.lab[1]");
  });

  test("has the enabled types, the text of policies byte for byte, and no order of attachment", () => {
    expect(snapshot).toMatchObject({
      enabledTypes: ["AISERVICES_OPT_OUT_POLICY"],
      attachmentOrder: "unknown",
    });
    const policy = readFileSync(new URL("examples/policies/opt-out-by-default.json", folder), "utf8");
    expect(snapshot.policies.find(({ name }) => name === "OptOutByDefault")?.content).toBe(policy);
  });
});

test("what goes through a local value is unread, because plans do not show locals", () => {
  const snapshot = read("packages/cli/fixtures/terraform/local.json");
  expect(snapshot.unread.map(({ what, about }) => [what, about])).toEqual([
    ["where policy `OptOutByDefault` is attached", "module.opt_out.aws_organizations_policy.this"],
    ["where OU `Production` stands", 'aws_organizations_organizational_unit.unit["Production"]'],
    ["where OU `Research` stands", 'aws_organizations_organizational_unit.unit["Research"]'],
  ]);
  for (const { why } of snapshot.unread) expect(why).toContain("local.root");
});

describe("a state", () => {
  const snapshot = read("examples/terraform/state.json");

  test("has real ids, and the place of every account that an OU or a resource tells", () => {
    expect(snapshot.root.id).toMatch(/^r-/);
    expect(snapshot.organizationId).toMatch(/^o-/);
    expect(places(snapshot)).toEqual([
      "Checkout < Payments < Production < r",
      "Management < r",
      "Payments < Production < r",
      "Production < r",
      "Research < r",
      "Speech Lab 1 < Research < r",
      "Speech Lab 2 < Research < r",
    ]);
    expect(attachments(snapshot)).toEqual(["OptOutByDefault at r", "ShareTranscribe at Research"]);
  });

  test("does not tell where the management account stands", () => {
    expect(snapshot.unread.map(({ what, about }) => [what, about])).toEqual([
      ["where account `Management` stands", snapshot.managementAccountId],
    ]);
  });
});

describe("a plan over what exists", () => {
  const snapshot = read("packages/cli/fixtures/terraform/reading.json");
  const unread = new Map(snapshot.unread.map(({ what, why }) => [what, why]));

  test("is completed by data sources", () => {
    expect(places(snapshot)).toEqual([
      "Below Root < r",
      "Checkout < r",
      "Direct < Lab b < Research < r",
      "Either < r",
      "Lab a < Research < r",
      "Lab b < Research < r",
      "Management < r",
      "Production < r",
      "Research < r",
      "Speech Lab 1 < Research < r",
      "Speech Lab 2 < Research < r",
      "Through Local < r",
    ]);
  });

  test("is followed through outputs, variables and each.value, where only one thing can be meant", () => {
    expect(attachments(snapshot)).toEqual([
      "Computed at r",
      "Polly at Direct",
      "Polly at Lab a",
      "ShareTranscribe at Research",
    ]);
  });

  test.each([
    ["where account `Either` stands", 'it is one of aws_organizations_organizational_unit.labs["a"], '],
    ["where account `Through Local` stands", "goes through `local.lab`"],
    ["where account `Checkout` stands", "no resource tells which OU holds it"],
    ["where account `Management` stands", "no resource tells which OU holds it"],
    ["the content of policy `Computed`", "is known after apply"],
  ])("says %s is not known", (what, why) => {
    expect(unread.get(what)).toContain(why);
  });

  test("says nothing else", () => {
    expect(unread.size).toBe(5);
    expect(snapshot.policies.find(({ name }) => name === "Computed")?.content).toBeNull();
  });
});

describe("a plan that is not all of it", () => {
  test.each([{ complete: false }, { errored: true }])("%j makes everything doubtful", (flags) => {
    const document = { ...fixture("examples/terraform/plan.json"), ...flags };
    const { unread } = readTerraform("plan.json", document, readAt);
    expect(unread).toEqual([
      { what: "the rest of the plan", why: "Terraform says that the plan is not complete" },
    ]);
  });
});

test.each([
  ["an empty state", { format_version: "1.0" }],
  ["another stack", { format_version: "1.0", values: { root_module: { resources: [{ type: "aws_vpc" }] } } }],
  ["a document of odd shapes", { format_version: 1, planned_values: { root_module: [1, { resources: 3 }] } }],
])("%s is refused", (_, document) => {
  expect(() => readTerraform("x.json", document, readAt)).toThrow(
    "`x.json`: holds no resource of AWS Organizations",
  );
});
