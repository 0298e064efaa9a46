// Reads the organization that a Terraform plan would leave, or that a state records.

import type { OrganizationSnapshot } from "@withhold/policy";
import { InputProblem } from "../input-problem.js";
import { listValue, recordValue, textValue } from "../json-value.js";
import type { RecordValue } from "../json-value.js";
import { resolved, unresolved } from "../resolution.js";
import type { Resolution } from "../resolution.js";
import { SnapshotDraft, rootPlaceholder } from "../snapshot-draft.js";
import { terraformInstances } from "./terraform-instances.js";
import type { TerraformInstance } from "./terraform-instances.js";
import { TerraformReferences, instanceId } from "./terraform-references.js";

interface Reading {
  readonly draft: SnapshotDraft;
  readonly references: TerraformReferences;
}

type Reader = (instance: TerraformInstance, reading: Reading) => void;

/** In this order, since the first to place an account is believed: its own resource knows best. */
const readers: readonly (readonly [string, Reader])[] = [
  ["aws_organizations_account", readAccount],
  ["aws_organizations_organizational_unit", readUnit],
  ["aws_organizations_policy", readPolicy],
  ["aws_organizations_policy_attachment", readAttachment],
  ["data.aws_organizations_organizational_unit", readUnit],
  ["data.aws_organizations_organizational_units", readChildUnits],
  ["data.aws_organizations_organizational_unit_child_accounts", readChildAccounts],
  ["data.aws_organizations_policy", readPolicy],
  ["data.aws_organizations_policies_for_target", readPoliciesForTarget],
  ["aws_organizations_organization", readOrganization],
  ["data.aws_organizations_organization", readOrganization],
];

/** `document` is what `terraform show -json` prints. Throws `InputProblem`. */
export function readTerraform(file: string, document: RecordValue, readAt: string): OrganizationSnapshot {
  const all = terraformInstances(document);
  const draft = new SnapshotDraft(file);
  const reading = { draft, references: new TerraformReferences(all, document) };
  const kinds = new Set(all.map(kindOf));
  if (!readers.some(([kind]) => kinds.has(kind)))
    throw new InputProblem(
      file,
      "holds no resource of AWS Organizations; is it the plan or state of the right stack?",
    );
  for (const [kind, read] of readers)
    for (const instance of all) if (kindOf(instance) === kind) read(instance, reading);
  if (document["errored"] === true || document["complete"] === false)
    draft.unread({ what: "the rest of the plan", why: "Terraform says that the plan is not complete" });
  // Terraform creates attachments side by side, and neither plan nor state tells in which order they came.
  return draft.finish(readAt, "unknown");
}

function kindOf({ type, isData }: TerraformInstance): string {
  return isData ? `data.${type}` : type;
}

function readOrganization(instance: TerraformInstance, { draft }: Reading): void {
  const { address, values } = instance;
  const rootId = textValue(recordValue(listValue(values["roots"])[0])["id"]);
  if (rootId !== undefined) draft.root(rootId);
  const organizationId = textValue(values["id"]);
  const managementAccountId = textValue(values["master_account_id"]) ?? `${address}.master_account_id`;
  const enabledTypes = enabledTypesOf(values);
  draft.organization({
    ...(organizationId === undefined ? {} : { organizationId }),
    ...(instance.isData && values["master_account_id"] === undefined ? {} : { managementAccountId }),
    ...(enabledTypes === undefined ? {} : { enabledTypes }),
  });
  for (const account of listValue(values["accounts"]).map(recordValue)) {
    const id = textValue(account["id"]);
    const why = "the organization lists it, and no resource tells which OU holds it";
    if (id !== undefined) draft.account(id, textValue(account["name"]) ?? id, unresolved(why));
  }
  // AWS puts the account that creates an organization below its root.
  if (!instance.isData && organizationId === undefined)
    draft.account(managementAccountId, "management account", resolved(rootPlaceholder));
}

/** `null` where the configuration enables none. */
function enabledTypesOf(values: RecordValue): readonly string[] | undefined {
  const types = values["enabled_policy_types"];
  if (types === undefined) return undefined;
  return listValue(types).flatMap((type) => textValue(type) ?? []);
}

function readUnit(instance: TerraformInstance, reading: Reading): void {
  const id = instanceId(instance);
  reading.draft.unit(id, nameOf(instance), parentOf(instance, reading));
  for (const account of listValue(instance.values["accounts"]).map(recordValue))
    readChildAccount(account, id, reading);
}

function readAccount(instance: TerraformInstance, reading: Reading): void {
  reading.draft.account(instanceId(instance), nameOf(instance), parentOf(instance, reading));
}

/** AWS puts new accounts below the root unless told otherwise. */
function parentOf(instance: TerraformInstance, { references }: Reading): Resolution {
  return references.attribute(instance, "parent_id") ?? resolved(rootPlaceholder);
}

function readPolicy(instance: TerraformInstance, { draft }: Reading): void {
  const of = (name: string): Resolution => {
    const value = textValue(instance.values[name]);
    return value === undefined ? afterApply(instance, name) : resolved(value);
  };
  const { isData, values } = instance;
  const id = (isData ? textValue(values["policy_id"]) : undefined) ?? instanceId(instance);
  draft.policy({ id, name: nameOf(instance), type: of("type"), content: of("content"), origin: undefined });
}

function readAttachment(instance: TerraformInstance, { draft, references }: Reading): void {
  const of = (name: string): Resolution => references.attribute(instance, name) ?? afterApply(instance, name);
  draft.attach(of("policy_id"), of("target_id"));
}

function afterApply({ address }: TerraformInstance, name: string): Resolution {
  return unresolved(`\`${name}\` of ${address} is known after apply`);
}

function readChildUnits({ values }: TerraformInstance, { draft }: Reading): void {
  const parent = textValue(values["parent_id"]);
  for (const unit of listValue(values["children"]).map(recordValue)) {
    const id = textValue(unit["id"]);
    if (id !== undefined && parent !== undefined)
      draft.unit(id, textValue(unit["name"]) ?? id, resolved(parent));
  }
}

function readChildAccounts({ values }: TerraformInstance, reading: Reading): void {
  const parent = textValue(values["parent_id"]);
  if (parent === undefined) return;
  for (const account of listValue(values["accounts"]).map(recordValue))
    readChildAccount(account, parent, reading);
}

function readChildAccount(account: RecordValue, parentId: string, { draft }: Reading): void {
  const id = textValue(account["id"]);
  if (id !== undefined) draft.account(id, textValue(account["name"]) ?? id, resolved(parentId));
}

function readPoliciesForTarget({ values }: TerraformInstance, { draft }: Reading): void {
  const target = textValue(values["target_id"]);
  if (target === undefined) return;
  for (const id of listValue(values["ids"]))
    if (typeof id === "string") draft.attach(resolved(id), resolved(target));
}

function nameOf({ address, values }: TerraformInstance): string {
  return textValue(values["name"]) ?? address;
}
