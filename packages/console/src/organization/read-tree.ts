// Reading the tree: one list of OUs and one of accounts for each parent, several parents at once.

import {
  DescribeOrganizationCommand,
  ListAccountsForParentCommand,
  ListOrganizationalUnitsForParentCommand,
  ListRootsCommand,
} from "@aws-sdk/client-organizations";
import type { Account, OrganizationalUnit } from "@aws-sdk/client-organizations";
import type { Unread } from "@withhold/policy";
import type { Api } from "../api/api.js";
import { apiError, isAccessDenied } from "../api/api-error.js";
import { allPages } from "../api/pages.js";
import { inParallel } from "./in-parallel.js";
import type { Tree } from "./tree.js";

/** How far a long reading has come. */
export interface Progress {
  readonly accounts: number;
  readonly units: number;
}

/** Throws where not even the organization or its root can be read; what else is refused is `unread`. */
export async function readTree(api: Api, onProgress: (progress: Progress) => void): Promise<Tree> {
  const readAt = new Date();
  const [{ Organization: organization }, { Roots: roots }] = await Promise.all([
    api.organizations((client) => client.send(new DescribeOrganizationCommand({}))),
    api.organizations((client) => client.send(new ListRootsCommand({}))),
  ]);
  const [root] = roots ?? [];
  if (organization === undefined || root?.Id === undefined) throw new Error("the organization has no root");
  const units: (OrganizationalUnit & { readonly parentId: string })[] = [];
  const accounts: (Account & { readonly parentId: string })[] = [];
  const unread: Unread[] = [];
  const readParent = async (parentId: string, more: (id: string) => void): Promise<void> => {
    const [below, here] = await Promise.all([
      orUnread(unread, `the OUs below ${parentId}`, parentId, unitsOf(api, parentId)),
      orUnread(unread, `the accounts below ${parentId}`, parentId, accountsOf(api, parentId)),
    ]);
    for (const unit of below) units.push({ ...unit, parentId });
    for (const account of here) accounts.push({ ...account, parentId });
    onProgress({ accounts: accounts.length, units: units.length });
    for (const { Id: id } of below) if (id !== undefined) more(id);
  };
  await inParallel([root.Id], readParent);
  return { organization, root, units, accounts, unread, readAt };
}

/** An empty list, and a note of why, where the caller may not read it. */
async function orUnread<Item>(
  unread: Unread[],
  what: string,
  about: string,
  reading: Promise<readonly Item[]>,
): Promise<readonly Item[]> {
  try {
    return await reading;
  } catch (error) {
    if (!isAccessDenied(apiError(error))) throw error;
    unread.push({ what, why: apiError(error).message, about });
    return [];
  }
}

async function unitsOf(api: Api, ParentId: string): Promise<readonly OrganizationalUnit[]> {
  return allPages(
    async (page) =>
      api.organizations((client) =>
        client.send(new ListOrganizationalUnitsForParentCommand({ ParentId, MaxResults: 20, ...page })),
      ),
    ({ OrganizationalUnits: units }) => units,
  );
}

async function accountsOf(api: Api, ParentId: string): Promise<readonly Account[]> {
  return allPages(
    async (page) =>
      api.organizations((client) =>
        client.send(new ListAccountsForParentCommand({ ParentId, MaxResults: 20, ...page })),
      ),
    ({ Accounts: accounts }) => accounts,
  );
}
