// A row of the heat map: an OU with its counts, or an account with a cell for each service.

import type { Choice, ServiceRow } from "@withhold/policy";
import { memo } from "react";
import type { ReactElement } from "react";
import { accountStates, stateWords } from "../../organization/account-states.js";
import { serviceLabel } from "../service-label.js";
import { choiceMarks } from "./choice-mark.js";
import type { HeatMapRow } from "./heat-map-rows.js";

interface HeatMapRowViewProps {
  readonly row: HeatMapRow;
  readonly index: number;
  /** Pixels from the top of the body. */
  readonly top: number;
  readonly services: readonly ServiceRow[];
  /** The column at which the keyboard stands, if it stands in this row; -1 is the row's header. */
  readonly activeColumn: number | undefined;
  readonly hrefOf: (accountId: string) => string;
}

/** Of the one cell at which the keyboard stands, for `aria-activedescendant`. */
export const activeCellId = "heat-active";

const active = { id: activeCellId, "data-active": true };

/** Scrolling fills rows that are there already with what comes into view: see the keys in `heat-map.tsx`. */
export const HeatMapRowView = memo(function HeatMapRowView(props: HeatMapRowViewProps): ReactElement {
  const { row, index, top, services, activeColumn, hrefOf } = props;
  const place = {
    "data-row": index,
    "aria-rowindex": index + 2,
    style: { transform: `translateY(${top}px)` },
  };
  const header = { scope: "row", className: "heat-map-name", ...(activeColumn === -1 ? active : {}) };
  if (row.kind === "unit") {
    return (
      <tr className="heat-map-row heat-map-unit" {...place}>
        <th {...header}>
          <span title={row.path}>{row.path}</span>
        </th>
        <td
          className="heat-map-summary"
          colSpan={services.length}
          {...(activeColumn !== undefined && activeColumn >= 0 ? active : {})}
        >
          {summary(row)}
        </td>
      </tr>
    );
  }
  const { id, name, choices } = row.account;
  return (
    <tr className="heat-map-row" {...place}>
      <th {...header}>
        <a href={hrefOf(id)} tabIndex={-1} title={`${name} (${id})`}>
          {name}
        </a>
      </th>
      <HeatMapCells choices={choices} services={services} activeColumn={activeColumn} />
    </tr>
  );
});

interface HeatMapCellsProps {
  readonly choices: readonly Choice[];
  readonly services: readonly ServiceRow[];
  readonly activeColumn: number | undefined;
}

/** Accounts that came to the same share their choices, so that most rows keep their cells when they are filled anew. */
const HeatMapCells = memo(function HeatMapCells(props: HeatMapCellsProps): readonly ReactElement[] {
  const { choices, services, activeColumn } = props;
  return choices.map((choice, column) => {
    const service = services[column];
    const { sign, words } = choiceMarks[choice];
    return (
      <td
        key={column}
        className={`heat-mark heat-${choice}`}
        aria-label={`${service === undefined ? "" : serviceLabel(service)}: ${words}`}
        {...(activeColumn === column ? active : {})}
      >
        {sign}
      </td>
    );
  });
});

function summary({ accounts, counts }: Extract<HeatMapRow, { kind: "unit" }>): string {
  const states = accountStates.filter((state) => counts[state] > 0);
  const told = states.map((state) => `${counts[state]} ${stateWords[state].toLowerCase()}`);
  return `${accounts} ${accounts === 1 ? "account" : "accounts"}: ${told.join(", ")}`;
}
