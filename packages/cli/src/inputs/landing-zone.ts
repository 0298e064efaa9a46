// Reads a configuration of the Landing Zone Accelerator on AWS: `organization-config.yaml` and what lies beside it.
// Source: the configuration types in its repository (awslabs/landing-zone-accelerator-on-aws).

import type { OrganizationSnapshot } from "@withhold/policy";
import { addTemplate, isTemplate } from "./cloudformation/read-template.js";
import { itemsOf, memberOf, problemAt, textOf } from "./input-node.js";
import type { InputDocument, InputNode } from "./input-node.js";
import { parseDocument } from "./parse-document.js";
import { resolved, unresolved } from "./resolution.js";
import type { Resolution } from "./resolution.js";
import { SnapshotDraft, rootPlaceholder } from "./snapshot-draft.js";

/** The text of a file of the configuration, by its path from there; `undefined` where there is none. */
export interface ConfigurationFiles {
  /** How a message names the file. */
  name(path: string): string;
  text(path: string): Promise<string | undefined>;
}

interface Reading {
  readonly draft: SnapshotDraft;
  readonly files: ConfigurationFiles;
  /** Ids of OUs by their path, where the configuration has them. */
  readonly unitIds: ReadonlyMap<string, string>;
  /** Ids of accounts by their name. */
  readonly accountIds: ReadonlyMap<string, string>;
}

/** The lists of `organization-config.yaml` and the policy type of each. None is for AI services opt-out policies. */
const policyLists: readonly (readonly [string, string])[] = [
  ["serviceControlPolicies", "SERVICE_CONTROL_POLICY"],
  ["resourceControlPolicies", "RESOURCE_CONTROL_POLICY"],
  ["taggingPolicies", "TAG_POLICY"],
  ["backupPolicies", "BACKUP_POLICY"],
  ["chatbotPolicies", "CHATBOT_POLICY"],
  ["declarativePolicies", "DECLARATIVE_POLICY_EC2"],
];

export const organizationConfig = "organization-config.yaml";
const accountsConfig = "accounts-config.yaml";
const customizationsConfig = "customizations-config.yaml";
const rootName = "Root";

export function isLandingZone(root: InputNode): boolean {
  return itemsOf(memberOf(root, "organizationalUnits")).length > 0 && memberOf(root, "enable") !== undefined;
}

/** `document` is `organization-config.yaml`; `source` what the user named. Throws `InputProblem`. */
export async function readLandingZone(
  source: string,
  document: InputDocument,
  files: ConfigurationFiles,
  readAt: string,
): Promise<OrganizationSnapshot> {
  const { root } = document;
  if (!isLandingZone(root))
    throw problemAt(document, root, "expected `enable` and `organizationalUnits` here");
  const draft = new SnapshotDraft(source);
  const unitIds = new Map<string, string>();
  for (const unit of itemsOf(memberOf(root, "organizationalUnitIds"))) {
    const [name, id] = [textOf(memberOf(unit, "name")), textOf(memberOf(unit, "id"))];
    if (name !== undefined && id !== undefined) unitIds.set(name, id);
  }
  const accounts = await optionalDocument(files, accountsConfig);
  const reading = { draft, files, unitIds, accountIds: accountIdsOf(accounts?.root) };
  readUnits(root, reading);
  if (accounts === undefined)
    draft.unread({
      what: "the accounts",
      why: `there is no \`${accountsConfig}\` beside \`${organizationConfig}\``,
    });
  else readAccounts(accounts.root, reading);
  for (const [list, type] of policyLists)
    for (const policy of itemsOf(memberOf(root, list))) await readPolicy(policy, type, reading);
  await readCustomizations(reading);
  return draft.finish(readAt, "unknown");
}

async function optionalDocument(files: ConfigurationFiles, path: string): Promise<InputDocument | undefined> {
  const text = await files.text(path);
  return text === undefined ? undefined : parseDocument(files.name(path), text);
}

/** The name is the path: `Sandbox/Pipeline` stands below `Sandbox`. */
function readUnits(root: InputNode, { draft, unitIds }: Reading): void {
  for (const unit of itemsOf(memberOf(root, "organizationalUnits"))) {
    const path = textOf(memberOf(unit, "name"));
    if (path === undefined || path === rootName) continue;
    const slash = path.lastIndexOf("/");
    const parent = slash < 0 ? rootPlaceholder : path.slice(0, slash);
    draft.unit(unitIds.get(path) ?? path, path.slice(slash + 1), resolved(unitIds.get(parent) ?? parent));
  }
}

function accountsOf(root: InputNode | undefined): readonly InputNode[] {
  return ["mandatoryAccounts", "workloadAccounts"].flatMap((list) => itemsOf(memberOf(root, list)));
}

function accountIdsOf(root: InputNode | undefined): ReadonlyMap<string, string> {
  const byEmail = new Map(
    itemsOf(memberOf(root, "accountIds")).map((entry) => [
      textOf(memberOf(entry, "email"))?.toLowerCase(),
      textOf(memberOf(entry, "accountId")),
    ]),
  );
  const ids = new Map<string, string>();
  for (const account of accountsOf(root)) {
    const name = textOf(memberOf(account, "name"));
    const id = byEmail.get(textOf(memberOf(account, "email"))?.toLowerCase());
    if (name !== undefined && id !== undefined) ids.set(name, id);
  }
  return ids;
}

function readAccounts(root: InputNode, reading: Reading): void {
  const { draft } = reading;
  for (const account of accountsOf(root)) {
    const name = textOf(memberOf(account, "name"));
    if (name === undefined) continue;
    const unit = textOf(memberOf(account, "organizationalUnit"));
    const parent =
      unit === undefined ? unresolved("its entry has no `organizationalUnit`") : unitNamed(unit, reading);
    const id = accountId(name, reading);
    draft.account(id, name, parent);
    if (name === "Management") draft.organization({ managementAccountId: id });
  }
}

/** Not the name alone: an OU may have the same. */
function accountId(name: string, { accountIds }: Reading): string {
  return accountIds.get(name) ?? `account/${name}`;
}

function unitNamed(name: string, { unitIds }: Reading): Resolution {
  if (isTemplated(name)) return unresolved(`\`${name}\` is filled in at deployment`);
  return resolved(name === rootName ? rootPlaceholder : (unitIds.get(name) ?? name));
}

async function readPolicy(node: InputNode, type: string, reading: Reading): Promise<void> {
  const { draft, files } = reading;
  const name = textOf(memberOf(node, "name"));
  if (name === undefined) return;
  const path = textOf(memberOf(node, "policy"));
  const text = path === undefined || isTemplated(path) ? undefined : await files.text(path);
  const content = contentOf(text, path);
  const origin =
    path === undefined || text === undefined ? undefined : { file: files.name(path), line: 1, column: 1 };
  const id = `${type}/${name}`;
  draft.policy({ id, name, type: resolved(type), content, origin });
  const targets = memberOf(node, "deploymentTargets");
  for (const unit of itemsOf(memberOf(targets, "organizationalUnits")))
    draft.attach(resolved(id), unitNamed(textOf(unit) ?? "", reading));
  for (const account of itemsOf(memberOf(targets, "accounts"))) {
    const name = textOf(account) ?? "";
    const target = accountId(name, reading);
    draft.account(target, name, unresolved(`\`${accountsConfig}\` does not list it`));
    draft.attach(resolved(id), resolved(target));
  }
}

function contentOf(text: string | undefined, path: string | undefined): Resolution {
  if (text === undefined) return unresolved(`there is no file \`${path ?? ""}\` in the configuration`);
  return isTemplated(text)
    ? unresolved("it holds placeholders that are filled in at deployment")
    : resolved(text);
}

/** `{{ Name }}` of `replacements-config.yaml`, `${ACCELERATOR_PREFIX}` and its kind. */
function isTemplated(text: string): boolean {
  return /\{\{[^{}]*\}\}|\$\{/.test(text);
}

/** The accelerator has no list for AI services opt-out policies; what deploys them is a stack of one's own. */
async function readCustomizations({ draft, files }: Reading): Promise<void> {
  const customizations = await optionalDocument(files, customizationsConfig);
  const stacks = itemsOf(memberOf(customizations?.root, "customizations", "cloudFormationStacks"));
  for (const stack of stacks) {
    const name = textOf(memberOf(stack, "name")) ?? "";
    const path = textOf(memberOf(stack, "template")) ?? "";
    const template = isTemplated(path) ? undefined : await optionalDocument(files, path);
    if (template === undefined) {
      draft.unread({
        what: `what stack \`${name}\` deploys`,
        why: `there is no file \`${path}\` in the configuration`,
      });
    } else if (isTemplate(template.root)) {
      addTemplate(template, parametersOf(stack), draft, `${name}/`);
    }
  }
  if (draft.mayHold("AISERVICES_OPT_OUT_POLICY")) return;
  draft.unread({
    what: "AI services opt-out policies",
    why: "the accelerator has no list for them, and no stack of `customizations-config.yaml` deploys any",
  });
}

function parametersOf(stack: InputNode): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const parameter of itemsOf(memberOf(stack, "parameters"))) {
    const [name, value] = [textOf(memberOf(parameter, "name")), textOf(memberOf(parameter, "value"))];
    if (name !== undefined && value !== undefined && !isTemplated(value)) parameters.set(name, value);
  }
  return parameters;
}
