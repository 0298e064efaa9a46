// What holds for each account over all services: opted out of everything, opted in somewhere, no choice made, unknown.

import type { Choice, Evaluation, ServiceRow } from "@withhold/policy";
import type { Tree } from "./tree.js";

/**
 * `opted-out`: of every service, those to come included. Of several that hold, the first in `accountStates` is the
 * account's: what is known to be used comes before what is not known.
 */
export type AccountState = "opted-in" | "undecided" | "undetermined" | "opted-out";

export const accountStates: readonly AccountState[] = ["opted-in", "undecided", "undetermined", "opted-out"];

/** As counts and filters name it. */
export const stateWords: Readonly<Record<AccountState, string>> = {
  "opted-out": "Fully opted out",
  "opted-in": "Opted in somewhere",
  undecided: "No choice made",
  undetermined: "Unknown",
};

/** The choices of an account in the order of the services; accounts that came to the same share one. */
interface ServiceChoices {
  readonly choices: readonly Choice[];
  readonly state: AccountState;
  /** Services by choice, for columns of tables. */
  readonly counts: Readonly<Record<Choice, number>>;
}

export interface OverviewAccount extends ServiceChoices {
  readonly id: string;
  readonly name: string;
  readonly parentId: string;
  /** `Root/Workloads/Production`. */
  readonly path: string;
  /** As the API tells it: `ACTIVE`, `SUSPENDED`. */
  readonly status: string;
  readonly isManagement: boolean;
}

export interface AccountStates {
  readonly services: readonly ServiceRow[];
  /** In the order of the tree: an OU's own accounts by name, then the OUs below it. */
  readonly accounts: readonly OverviewAccount[];
  readonly counts: Readonly<Record<AccountState, number>>;
}

/** Services that no policy names hold what those to come hold, so that one row stands for both. */
export function overviewServices(evaluation: Evaluation): readonly ServiceRow[] {
  return evaluation.rows.filter(({ kind }) => kind !== "unnamed");
}

export function accountStatesOf(tree: Tree, evaluation: Evaluation): AccountStates {
  const services = overviewServices(evaluation);
  const known = new Map<object, ServiceChoices>();
  const choicesOf = (accountId: string): ServiceChoices => {
    const lanes = evaluation.serviceLanes(accountId);
    let choices = known.get(lanes);
    if (choices === undefined) {
      choices = serviceChoices(services.map((service) => evaluation.choice(accountId, service)));
      known.set(lanes, choices);
    }
    return choices;
  };
  const counts = { "opted-in": 0, undecided: 0, undetermined: 0, "opted-out": 0 };
  const accounts = inTreeOrder(tree).map((account): OverviewAccount => {
    const told = choicesOf(account.id);
    counts[told.state] += 1;
    return { ...account, ...told };
  });
  return { services, accounts, counts };
}

function serviceChoices(choices: readonly Choice[]): ServiceChoices {
  const counts = { optOut: 0, optIn: 0, undecided: 0, undetermined: 0 };
  for (const choice of choices) counts[choice] += 1;
  return { choices, counts, state: stateOf(counts) };
}

function stateOf(counts: Readonly<Record<Choice, number>>): AccountState {
  if (counts.optIn > 0) return "opted-in";
  if (counts.undecided > 0) return "undecided";
  return counts.undetermined > 0 ? "undetermined" : "opted-out";
}

type PlacedAccount = Omit<OverviewAccount, keyof ServiceChoices>;

const { compare } = new Intl.Collator("en", { numeric: true });

function inTreeOrder({ organization, root, units, accounts }: Tree): readonly PlacedAccount[] {
  const unitsUnder = byParent(units);
  const accountsUnder = byParent(accounts);
  const placed: PlacedAccount[] = [];
  const place = (parentId: string, path: string): void => {
    const here = (accountsUnder.get(parentId) ?? []).map(
      ({ Id: id = "", Name: name = "", Status: status = "" }) => {
        const isManagement = id === organization.MasterAccountId;
        return { id, name, parentId, path, status, isManagement };
      },
    );
    placed.push(...here.toSorted((a, b) => compare(a.name, b.name)));
    const below = unitsUnder.get(parentId) ?? [];
    for (const { Id: id = "", Name: name = "" } of below.toSorted((a, b) =>
      compare(a.Name ?? "", b.Name ?? ""),
    )) {
      place(id, `${path}/${name}`);
    }
  };
  place(root.Id ?? "", "Root");
  return placed;
}

function byParent<Item extends { readonly parentId: string }>(
  items: readonly Item[],
): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.parentId);
    if (group === undefined) groups.set(item.parentId, [item]);
    else group.push(item);
  }
  return groups;
}
