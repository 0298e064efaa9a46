// Reads the organization of an org-formation file (`organization.yml`). Source: its documentation of organization
// resources, and its parser (org-formation/org-formation-cli).

import type { OrganizationSnapshot } from "@withhold/policy";
import { memberOf, membersOf, problemAt, textOf, valueOf } from "./input-node.js";
import type { InputDocument, InputNode } from "./input-node.js";
import { resolved, unresolved } from "./resolution.js";
import type { Resolution } from "./resolution.js";
import { SnapshotDraft, rootPlaceholder } from "./snapshot-draft.js";

interface OrgResource {
  readonly id: string;
  readonly type: string;
  readonly properties: InputNode | undefined;
}

/** The file has service control policies and no other type. Throws `InputProblem`. */
export function readOrgFormation(document: InputDocument, readAt: string): OrganizationSnapshot {
  const resources = orgResources(document.root);
  if (resources.length === 0)
    throw problemAt(document, document.root, "this file has no section `Organization` with resources in it");
  const draft = new SnapshotDraft(document.file);
  const parents = parentsOf(resources);
  const ids = new Map(resources.map((resource) => [resource.id, idOf(resource)]));
  for (const resource of resources) addResource(resource, { draft, parents, ids });
  draft.unread({
    what: "AI services opt-out policies",
    why: "org-formation has no resource for them, so this file cannot tell which are attached",
  });
  return draft.finish(readAt, "known");
}

export function isOrgFormation(root: InputNode): boolean {
  return orgResources(root).length > 0;
}

function orgResources(root: InputNode): readonly OrgResource[] {
  return Array.from(membersOf(memberOf(root, "Organization"))).flatMap(([id, node]) => {
    const type = textOf(memberOf(node, "Type")) ?? "";
    return type.startsWith("OC::ORG::") ? [{ id, type, properties: memberOf(node, "Properties") }] : [];
  });
}

/** Accounts are known by their number where the file has it. */
function idOf({ id, type, properties }: OrgResource): string {
  const isAccount = type === "OC::ORG::Account" || type === "OC::ORG::MasterAccount";
  const number = isAccount ? textOf(memberOf(properties, "AccountId")) : undefined;
  return number === undefined || number === "" ? id : number;
}

interface Adding {
  readonly draft: SnapshotDraft;
  readonly parents: ReadonlyMap<string, string>;
  readonly ids: ReadonlyMap<string, string>;
}

function addResource(resource: OrgResource, { draft, parents, ids }: Adding): void {
  const { id, type, properties } = resource;
  const own = ids.get(id) ?? id;
  // What is in no OU stands below the root.
  const parent = resolved(parents.get(id) ?? rootPlaceholder);
  const name = (key: string): string => textOf(memberOf(properties, key)) ?? id;
  switch (type) {
    case "OC::ORG::MasterAccount":
      draft.organization({ managementAccountId: own });
      draft.account(own, name("AccountName"), parent);
      break;
    case "OC::ORG::Account":
      draft.account(own, name("AccountName"), parent);
      break;
    case "OC::ORG::OrganizationalUnit":
      draft.unit(own, name("OrganizationalUnitName"), parent);
      break;
    case "OC::ORG::ServiceControlPolicy": {
      const document = memberOf(properties, "PolicyDocument");
      const content =
        document === undefined
          ? unresolved("the file leaves it out")
          : resolved(textOf(document) ?? JSON.stringify(valueOf(document)));
      const policyType = resolved("SERVICE_CONTROL_POLICY");
      draft.policy({ id, name: name("PolicyName"), type: policyType, content, origin: undefined });
      break;
    }
  }
  const target = type === "OC::ORG::OrganizationRoot" ? rootPlaceholder : own;
  for (const policy of references(memberOf(properties, "ServiceControlPolicies")))
    draft.attach(policy, resolved(target));
}

function parentsOf(resources: readonly OrgResource[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  for (const { id, type, properties } of resources) {
    if (type !== "OC::ORG::OrganizationalUnit") continue;
    for (const key of ["Accounts", "OrganizationalUnits"])
      for (const child of references(memberOf(properties, key)))
        if (child.known) parents.set(child.value, id);
  }
  return parents;
}

/** A reference, or a list of them: `!Ref X`, or `X` alone. */
function references(node: InputNode | undefined): readonly Resolution[] {
  if (node === undefined) return [];
  return (node.kind === "list" ? node.items : [node]).map((item) => {
    const name = textOf(memberOf(item, "Ref")) ?? textOf(item);
    return name === undefined ? unresolved("a reference that only org-formation can follow") : resolved(name);
  });
}
