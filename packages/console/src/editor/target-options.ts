// The root, OUs and accounts as targets to choose from.

import type { Tree } from "../organization/tree.js";

export interface TargetOption {
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly tags: string[];
}

/** The root first, then OUs with their way down, then accounts. */
export function targetOptions({ root, units, accounts, organization }: Tree): TargetOption[] {
  const rootId = root.Id ?? "";
  const ways = new Map<string, string>([[rootId, ""]]);
  const unitOptions = units.map(({ Id: id = "", Name: name = "", parentId }) => {
    const above = ways.get(parentId) ?? "";
    ways.set(id, `${above}${name}/`);
    return { value: id, label: name, description: `OU ${id}`, tags: above === "" ? [] : [above] };
  });
  const accountOptions = accounts.map(({ Id: id = "", Name: name = "", parentId }) => {
    const way = ways.get(parentId) ?? "";
    const isManagement = id === organization.MasterAccountId;
    return {
      value: id,
      label: name,
      description: `Account ${id}${isManagement ? ", the management account" : ""}`,
      tags: way === "" ? [] : [way],
    };
  });
  const all = { value: rootId, label: "Root", description: `${rootId}: every account`, tags: [] };
  return [all, ...unitOptions, ...accountOptions];
}

/** "Labs (ou-…)"; the id alone where it is not known. */
export function targetName(tree: Tree | undefined, id: string): string {
  if (tree === undefined) return id;
  if (tree.root.Id === id) return `the root (${id})`;
  const found = [...tree.units, ...tree.accounts].find(({ Id }) => Id === id);
  return found?.Name === undefined ? id : `${found.Name} (${id})`;
}
