// The rules that several tree operations share.

import { fault } from "./fault.js";
import type { Organization } from "./state/organization.js";
import type { OrganizationalUnit, Parent, Root } from "./state/tree-node.js";

export function findRoot(organization: Organization, id: string): Root {
  if (id === organization.root.id) return organization.root;
  return fault("RootNotFoundException", `no root \`${id}\` in this organization; ListRoots names it`);
}

/** The root or an OU, under which OUs and accounts stand. */
export function findParent(organization: Organization, id: string): Parent {
  return (
    organization.parent(id) ??
    fault("ParentNotFoundException", `no root or OU \`${id}\` in this organization`)
  );
}

export function findUnit(organization: Organization, id: string): OrganizationalUnit {
  return (
    organization.units.get(id) ??
    fault("OrganizationalUnitNotFoundException", `no OU \`${id}\` in this organization`)
  );
}

/** Names are unique among the OUs of one parent. */
export function requireFreeUnitName(parent: Parent, name: string): void {
  const unit = parent.unitNamed(name);
  if (unit !== undefined) {
    fault(
      "DuplicateOrganizationalUnitException",
      `\`${unit.id}\` under the same parent already has the name \`${name}\``,
    );
  }
}
