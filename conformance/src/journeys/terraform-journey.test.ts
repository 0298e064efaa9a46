// The journey by Terraform: an organization applied, imported, changed and destroyed. Skipped, plainly, where absent.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findTerraform } from "../clients/find-terraform.js";
import { SdkClient } from "../clients/sdk-client.js";
import { take } from "../clients/take.js";
import { Terraform } from "../clients/terraform.js";
import type { TerraformResource } from "../clients/terraform.js";
import { startCell } from "../running-cell.js";
import type { RunningCell } from "../running-cell.js";
import { effective } from "./documents.js";
import { journeyBy, leavesCalls } from "./journey-by.js";
import { Scene } from "./scene.js";

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const stack = folder("../../terraform");
const policies = folder("../../../examples/policies");

const found = findTerraform();
const missing = "missing" in found ? found.missing : undefined;
const by = { journey: "stack", client: "terraform", missing } as const;

const later = "-var=later=true";
const everyone = ["Archive", "Management", "Payments 0", "Payments 1", "Speech Lab"];

journeyBy(by, () => {
  let cell: RunningCell;
  let terraform: Terraform;
  /** The server's own truth, by another client. */
  let scene: Scene;
  /** What the state holds after the first apply: reading it takes seconds. */
  let managed: readonly TerraformResource[] = [];
  beforeAll(async () => {
    if ("missing" in found) return;
    cell = await startCell();
    const variables = { endpoint: cell.server.url, policies };
    const { credentialsFile } = cell;
    terraform = new Terraform({ mirror: found.mirror, stack, credentialsFile, variables });
    const client = new SdkClient({ endpoint: cell.server.url, key: cell.key });
    scene = new Scene(client, client);
  });
  afterAll(async () => {
    terraform.close();
    await cell.stop();
  });

  const idOf = (address: string): string => scene.id(`aws_organizations_${address}`);

  test("the stack is applied as it stands", async () => {
    await terraform.init();
    expect(await terraform.apply()).toBe("25 added, 0 changed, 0 destroyed");
    managed = (await terraform.resources()).filter(({ mode }) => mode === "managed");
    for (const { address, values } of managed) scene.keep(address, values.id);
  });

  test("and a plan finds nothing to change", async () => {
    expect(await terraform.plan()).toBe("");
  });

  test("its data sources see the organization whole", async () => {
    expect(await terraform.output("seen")).toEqual({
      caller_account: cell.accountId,
      caller_arn: `arn:aws:iam::${cell.accountId}:root`,
      management: cell.accountId,
      accounts: everyone,
      policy_types: ["AISERVICES_OPT_OUT_POLICY", "SERVICE_CONTROL_POLICY", "TAG_POLICY"],
      research: idOf("organizational_unit.research"),
      top_units: ["Production", "Research"],
      in_production: ["Payments 0", "Payments 1"],
      accounts_below: everyone,
      units_below: ["Production", "Research", "Speech", "Studio"],
      opt_out_policies: 2,
      content: readFileSync(join(policies, "opt-out-by-default.json"), "utf8"),
      on_root: [idOf("policy.opt_out")],
      research_tags: { owner: "Zoë", stage: "test" },
      services: ["access-analyzer.amazonaws.com", "config.amazonaws.com"],
      administrators: ["Payments 0", "Speech Lab"],
      of_one: ["Payments 0"],
      lab_administers: ["config.amazonaws.com"],
      delegation_tags: { owner: "Zoë" },
    });
  });

  test("what holds for an account is what its chain comes to", async () => {
    const shared = effective({ default: "optOut", transcribe: "optIn" });
    expect(await scene.effectiveOf(idOf("account.lab"))).toEqual(shared);
    expect(await scene.effectiveOf(idOf("account.payments[0]"))).toEqual(effective({ default: "optOut" }));
  });

  test("every resource is imported into an empty state, and nothing is to change", async () => {
    expect(new Set(managed.map(({ type }) => type.replace("aws_organizations_", "")))).toEqual(
      new Set([
        "account",
        "delegated_administrator",
        "organization",
        "organizational_unit",
        "policy",
        "policy_attachment",
        "resource_policy",
      ]),
    );
    terraform.forget();
    const blocks = managed.map(
      ({ address, values: { id } }) => `import {\n  to = ${address}\n  id = ${JSON.stringify(id)}\n}\n`,
    );
    terraform.write("imports.tf", blocks.join("\n"));
    expect(await terraform.apply()).toBe("25 imported, 0 added, 0 changed, 0 destroyed");
    terraform.write("imports.tf", "");
    expect(await terraform.plan()).toBe("");
  });

  test("a change touches no more than what is to change", async () => {
    expect(await terraform.apply(later)).toBe("2 added, 6 changed, 4 destroyed");
    expect(await terraform.plan(later)).toBe("");
    expect(await terraform.output("seen")).toMatchObject({
      accounts: everyone,
      policy_types: ["AISERVICES_OPT_OUT_POLICY", "BACKUP_POLICY", "SERVICE_CONTROL_POLICY"],
      top_units: ["Production", "Research and Teaching"],
      in_production: ["Payments 0", "Payments 1", "Speech Lab"],
      content: readFileSync(join(policies, "opt-out-of-everything.json"), "utf8"),
      research_tags: { "cost:center": "12 / ü", stage: "live" },
      services: ["config.amazonaws.com", "guardduty.amazonaws.com"],
      administrators: ["Payments 1", "Speech Lab"],
      of_one: ["Payments 1"],
      lab_administers: ["config.amazonaws.com"],
      delegation_tags: { reviewed: "yes" },
    });
    const lab = idOf("account.lab");
    expect(await scene.effectiveOf(lab)).toEqual(effective({ default: "optOut" }));
    const { Tags } = await scene.does("ListTagsForResource", { ResourceId: lab });
    expect(Tags).toEqual([{ Key: "team", Value: "voice" }]);
  });

  test("destroyed, it leaves the accounts in no organization", async () => {
    await terraform.destroy(later);
    expect(await terraform.resources()).toEqual([]);
    await scene.isRefused("DescribeOrganization", {}, { error: "AWSOrganizationsNotInUseException" });
    expect(take(await scene.client.identity()).Account).toBe(cell.accountId);
    expect(Array.from(cell.server.cell.accounts.values(), ({ name }) => name).toSorted()).toEqual(everyone);
    expect(cell.server.cell.organizations.size).toBe(0);
  });

  leavesCalls(by, () => cell);
});
