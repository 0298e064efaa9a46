// The rows of the tree and of the list: every root, OU and account with what tables show of it.

import type { Account, OrganizationalUnit } from "@aws-sdk/client-organizations";
import { utcText } from "../elements/instant.js";
import type { Unread } from "@withhold/policy";
import type { EvaluatedOrganization } from "../organization/use-organization.js";
import { accountStates, stateWords } from "../organization/account-states.js";
import type { AccountState } from "../organization/account-states.js";
import { optOutStates } from "./opt-out-state.js";

type NodeKind = "Root" | "OU" | "Account";

/** What filters search is text, under the id of its column. */
export interface NodeRow {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly arn: string;
  readonly parentId: string | undefined;
  /** The names from the root to the parent: `Root / Production`. Empty for the root. */
  readonly path: string;
  readonly email: string;
  /** Of an account: `ACTIVE`, `CLOSED`. */
  readonly state: string;
  readonly joinedMethod: string;
  readonly joinedAt: Date | undefined;
  readonly joined: string;
  /** Of a root or OU the first in `accountStates` of the accounts below; without accounts, what one would get there. */
  readonly optOutState: AccountState;
  readonly optOut: string;
  readonly isManagement: boolean;
  /** At every depth below. */
  readonly accountsBelow: number;
  readonly accountsOptedOut: number;
  /** False where OUs or accounts below could not be read: there may be more than are counted. */
  readonly isWhole: boolean;
}

export interface NodeRows {
  readonly root: NodeRow;
  readonly byId: ReadonlyMap<string, NodeRow>;
  readonly accounts: readonly NodeRow[];
  /** OUs, then accounts, each as the API listed them. */
  readonly childrenOf: (id: string) => readonly NodeRow[];
}

type Parented<Node> = Node & { readonly parentId: string };
type Counts = { below: number; optedOut: number; state: AccountState };
type Inner = typeof noAccount & Pick<NodeRow, "accountsBelow" | "accountsOptedOut" | "isWhole">;

export function nodeRows({ tree, evaluation }: EvaluatedOrganization): NodeRows {
  const stateAt = optOutStates(evaluation);
  const parents = new Map(tree.units.map(({ Id: id = "", parentId }) => [id, parentId]));
  const names = new Map(tree.units.map(({ Id: id = "", Name: name = "" }) => [id, name]));
  const rootId = tree.root.Id ?? "";
  const counts = countAccounts(tree.accounts, parents, stateAt);
  const partial = withUnreadBelow(tree.unread, parents);
  const pathTo = pathsTo(rootId, parents, names);

  const shared = (id: string): Pick<NodeRow, "id" | "optOutState" | "optOut"> => {
    const known = counts.get(id)?.state ?? stateAt(id);
    const optOutState = partial.has(id) ? firstOf(known, "undetermined") : known;
    return { id, optOutState, optOut: stateWords[optOutState] };
  };
  const inner = (id: string): Inner => {
    const { below, optedOut } = counts.get(id) ?? { below: 0, optedOut: 0 };
    return { ...noAccount, accountsBelow: below, accountsOptedOut: optedOut, isWhole: !partial.has(id) };
  };
  const root: NodeRow = {
    ...shared(rootId),
    ...inner(rootId),
    kind: "Root",
    name: tree.root.Name ?? "Root",
    arn: tree.root.Arn ?? "",
    parentId: undefined,
    path: "",
  };
  const unitRow = ({
    Id: id = "",
    Name: name = "",
    Arn: arn = "",
    parentId,
  }: Parented<OrganizationalUnit>): NodeRow => ({
    ...shared(id),
    ...inner(id),
    kind: "OU",
    name,
    arn,
    parentId,
    path: pathTo(parentId),
  });
  const accountRow = (account: Parented<Account>): NodeRow => {
    const { Id: id = "", Name: name = "", Arn: arn = "", Email: email = "", parentId } = account;
    return {
      ...shared(id),
      kind: "Account",
      name,
      arn,
      parentId,
      path: pathTo(parentId),
      email,
      state: account.State ?? account.Status ?? "",
      joinedMethod: account.JoinedMethod ?? "",
      joinedAt: account.JoinedTimestamp,
      joined: account.JoinedTimestamp === undefined ? "" : utcText(account.JoinedTimestamp),
      isManagement: id === tree.organization.MasterAccountId,
      accountsBelow: 0,
      accountsOptedOut: 0,
      isWhole: true,
    };
  };
  const accounts = tree.accounts.map(accountRow);
  return { root, accounts, ...linked([root, ...tree.units.map(unitRow), ...accounts]) };
}

const noAccount = {
  email: "",
  state: "",
  joinedMethod: "",
  joinedAt: undefined,
  joined: "",
  isManagement: false,
} as const;

function linked(rows: readonly NodeRow[]): Pick<NodeRows, "byId" | "childrenOf"> {
  const children = new Map<string, NodeRow[]>();
  for (const row of rows) {
    if (row.parentId === undefined) continue;
    const beside = children.get(row.parentId);
    if (beside === undefined) children.set(row.parentId, [row]);
    else beside.push(row);
  }
  return { byId: new Map(rows.map((row) => [row.id, row])), childrenOf: (id) => children.get(id) ?? [] };
}

/** The nodes below which something could not be read. */
function withUnreadBelow(
  unread: readonly Unread[],
  parents: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const partial = new Set<string>();
  for (const { about } of unread) {
    for (let id = about; id !== undefined && !partial.has(id); id = parents.get(id)) partial.add(id);
  }
  return partial;
}

function countAccounts(
  accounts: readonly Parented<Account>[],
  parents: ReadonlyMap<string, string>,
  stateAt: (id: string) => AccountState,
): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { Id: id = "", parentId } of accounts) {
    const state = stateAt(id);
    for (let above: string | undefined = parentId; above !== undefined; above = parents.get(above)) {
      const count = counts.get(above) ?? { below: 0, optedOut: 0, state };
      count.below += 1;
      if (state === "opted-out") count.optedOut += 1;
      count.state = firstOf(count.state, state);
      counts.set(above, count);
    }
  }
  return counts;
}

/** Of two states the one that an organization has to hear of first. */
function firstOf(one: AccountState, other: AccountState): AccountState {
  return accountStates.indexOf(one) < accountStates.indexOf(other) ? one : other;
}

function pathsTo(
  rootId: string,
  parents: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): (id: string) => string {
  const known = new Map([[rootId, "Root"]]);
  const pathTo = (id: string): string => {
    let path = known.get(id);
    if (path === undefined) {
      const parentId = parents.get(id);
      const name = names.get(id) ?? id;
      path = parentId === undefined ? name : `${pathTo(parentId)} / ${name}`;
      known.set(id, path);
    }
    return path;
  };
  return pathTo;
}
