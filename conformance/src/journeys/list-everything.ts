// Act six of accounts that join and leave: every list that clients have a paginator for, in small pages by one and whole by another.

import { expect, vi } from "vitest";
import type { Input, ListName } from "../clients/client.js";
import { take } from "../clients/take.js";
import type { Act } from "./run-journey.js";
import type { Scene } from "./scene.js";

interface Listing {
  readonly input?: Input;
  /** Items at the least. */
  readonly fewest: number;
  /** None for the two of which there is never more than one page. */
  readonly pageSize?: number;
  /** The management account where left out. */
  readonly by?: string;
}

const listings = (of: (name: string) => string): Readonly<Record<ListName, Listing>> => ({
  ListAWSServiceAccessForOrganization: { fewest: 5, pageSize: 2 },
  ListAccounts: { fewest: 12, pageSize: 5 },
  ListAccountsForParent: { input: { ParentId: of("root") }, fewest: 12, pageSize: 5 },
  ListAccountsWithInvalidEffectivePolicy: {
    input: { PolicyType: "BACKUP_POLICY" },
    fewest: 12,
    pageSize: 5,
  },
  ListChildren: {
    input: { ParentId: of("root"), ChildType: "ORGANIZATIONAL_UNIT" },
    fewest: 9,
    pageSize: 4,
  },
  ListCreateAccountStatus: { fewest: 10, pageSize: 4 },
  ListDelegatedAdministrators: { fewest: 6, pageSize: 4 },
  ListDelegatedServicesForAccount: { input: { AccountId: of("Own") }, fewest: 5, pageSize: 2 },
  ListEffectivePolicyValidationErrors: {
    input: { AccountId: of("Own"), PolicyType: "BACKUP_POLICY" },
    fewest: 10,
    pageSize: 4,
  },
  ListHandshakesForAccount: { fewest: 6, pageSize: 4, by: "Cy" },
  ListHandshakesForOrganization: { fewest: 9, pageSize: 4 },
  ListOrganizationalUnitsForParent: { input: { ParentId: of("root") }, fewest: 9, pageSize: 4 },
  ListParents: { input: { ChildId: of("Own") }, fewest: 1 },
  ListPolicies: { input: { Filter: "AISERVICES_OPT_OUT_POLICY" }, fewest: 6, pageSize: 4 },
  ListPoliciesForTarget: {
    input: { TargetId: of("root"), Filter: "AISERVICES_OPT_OUT_POLICY" },
    fewest: 5,
    pageSize: 2,
  },
  ListRoots: { fewest: 1 },
  // The operation takes no size; its pages are of fifty.
  ListTagsForResource: { input: { ResourceId: of("root") }, fewest: 60 },
  ListTargetsForPolicy: { input: { PolicyId: "p-FullAWSAccess" }, fewest: 20, pageSize: 7 },
});

const inOnePage: ReadonlySet<ListName> = new Set(["ListParents", "ListRoots"]);

/** The one list of an output, without times, which clients show each in their own way. */
function itemsOf(output: object): readonly object[] {
  const lists = Object.values(output).filter((member) => Array.isArray(member)) as (readonly object[])[];
  return (lists[0] ?? []).map((item) =>
    Object.fromEntries(Object.entries(item).filter(([member]) => !/Timestamp$|Date/.test(member))),
  );
}

async function listsWhole(scene: Scene, name: ListName, calls: () => number): Promise<void> {
  const { input = {}, fewest, by, ...paging } = listings((id) => scene.id(id))[name];
  const { client, crew } = by === undefined ? scene : scene.as(by);
  const before = calls();
  const found = itemsOf(take<object>(await client.list(name, input, paging)));
  // An answer may be read before the server has noted that it left.
  if (!inOnePage.has(name)) await vi.waitFor(() => expect(calls() - before).toBeGreaterThan(1));
  expect(found).toEqual(itemsOf(take<object>(await crew.list(name, input, {}))));
  expect(found.length).toBeGreaterThanOrEqual(fewest);
}

export const everyList = Object.keys(listings(String)) as readonly ListName[];

/** `calls` says how often the client under test has called an operation. */
export function listInPages(names: readonly ListName[], calls: (operation: ListName) => number): Act {
  return {
    title: "lists in pages",
    anyOrder: true,
    steps: names.map((name) => ({
      name,
      run: async (scene) => listsWhole(scene, name, () => calls(name)),
    })),
  };
}
