// The columns of the list of accounts: what holds for each, and the way to its effective policy.

import type { Choice, ServiceRow } from "@withhold/policy";
import { CopiedText } from "../elements/copied-text.js";
import type { ResourceColumn } from "../elements/resource-table.js";
import { ScreenLink } from "../elements/screen-link.js";
import { paths } from "../paths.js";
import { stateWords } from "../organization/account-states.js";
import type { AccountState, OverviewAccount } from "../organization/account-states.js";
import { serviceLabel } from "./service-label.js";
import { StatusLine } from "./status-line.js";
import type { Status } from "./status-line.js";

export const stateStatus: Readonly<Record<AccountState, Status>> = {
  "opted-out": "success",
  "opted-in": "error",
  undecided: "warning",
  undetermined: "unknown",
};

const namesMax = 4;

/** `services` in the order of the accounts' choices. */
export function accountColumns(services: readonly ServiceRow[]): readonly ResourceColumn<OverviewAccount>[] {
  const withChoice = (choice: Choice) => {
    // Accounts that came to the same share their choices.
    const known = new WeakMap<readonly Choice[], string>();
    const value = (account: OverviewAccount): string => {
      let names = known.get(account.choices);
      if (names === undefined) {
        names = servicesOf(account, services, choice).join(" ");
        known.set(account.choices, names);
      }
      return names;
    };
    return {
      value,
      cell: (account: OverviewAccount) => named(servicesOf(account, services, choice), services.length),
    };
  };
  return [
    {
      id: "name",
      header: "Account",
      value: ({ name }) => name,
      cell: ({ id, name }) => <ScreenLink to={paths.entity(id, "effective")}>{name}</ScreenLink>,
      isRowHeader: true,
      minWidth: 180,
    },
    {
      id: "id",
      header: "Account id",
      value: ({ id }) => id,
      minWidth: 190,
      cell: ({ id }) => <CopiedText text={id} what="Account id" />,
    },
    { id: "ou", header: "OU", value: ({ path }) => path, minWidth: 160 },
    {
      id: "state",
      header: "State",
      value: ({ state }) => stateWords[state],
      minWidth: 180,
      cell: ({ state }) => <StatusLine status={stateStatus[state]}>{stateWords[state]}</StatusLine>,
    },
    { id: "opted-in", header: "Opted in", ...withChoice("optIn"), minWidth: 160 },
    { id: "undecided", header: "No choice made", ...withChoice("undecided"), minWidth: 160 },
    { id: "undetermined", header: "Unknown", ...withChoice("undetermined"), minWidth: 160 },
    { id: "status", header: "Account status", value: ({ status }) => status.toLowerCase() },
  ];
}

function servicesOf(
  { choices }: OverviewAccount,
  services: readonly ServiceRow[],
  choice: Choice,
): readonly string[] {
  return services.filter((_, index) => choices[index] === choice).map(serviceLabel);
}

function named(names: readonly string[], all: number): string {
  if (names.length === 0) return "–";
  if (names.length === all) return `all ${all}`;
  const more = names.length - namesMax;
  return more > 0 ? `${names.slice(0, namesMax).join(", ")} and ${more} more` : names.join(", ");
}
