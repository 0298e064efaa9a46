// A row of the heat map: an OU with its counts, or an account with a cell for each service.

import type { ServiceRow } from "@withhold/policy";
import { memo } from "react";
import type { ReactElement } from "react";
import { accountStates, stateWords } from "../account-states.js";
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

/** The id of a cell, for `aria-activedescendant`. */
export function heatMapCellId(row: number, column: number): string {
  return `heat-${row}-${column}`;
}

/** Scrolling moves rows in and out; those that stay are not made anew. */
export const HeatMapRowView = memo(function HeatMapRowView(props: HeatMapRowViewProps): ReactElement {
  const { row, index, top, services, activeColumn, hrefOf } = props;
  const place = { transform: `translateY(${top}px)` };
  const header = {
    id: heatMapCellId(index, -1),
    className: "heat-map-name",
    scope: "row" as const,
    "data-row": index,
    "data-column": -1,
    "data-active": activeColumn === -1 ? true : undefined,
    "aria-colindex": 1,
  };
  if (row.kind === "unit") {
    return (
      <tr className="heat-map-row heat-map-unit" aria-rowindex={index + 2} style={place}>
        <th {...header}>
          <span title={row.path}>{row.path}</span>
        </th>
        <td
          id={heatMapCellId(index, 0)}
          className="heat-map-summary"
          colSpan={services.length}
          aria-colindex={2}
          data-active={activeColumn !== undefined && activeColumn >= 0 ? true : undefined}
        >
          {summary(row)}
        </td>
      </tr>
    );
  }
  const { account } = row;
  return (
    <tr className="heat-map-row" aria-rowindex={index + 2} style={place}>
      <th {...header}>
        <a href={hrefOf(account.id)} tabIndex={-1} title={`${account.name} (${account.id})`}>
          {account.name}
        </a>
      </th>
      {account.choices.map((choice, column) => {
        const service = services[column];
        const { sign, words } = choiceMarks[choice];
        return (
          <td
            key={column}
            id={heatMapCellId(index, column)}
            className={`heat-mark heat-${choice}`}
            aria-colindex={column + 2}
            aria-label={`${service === undefined ? "" : serviceLabel(service)}: ${words}`}
            data-row={index}
            data-column={column}
            data-active={activeColumn === column ? true : undefined}
          >
            {sign}
          </td>
        );
      })}
    </tr>
  );
});

function summary({ accounts, counts }: Extract<HeatMapRow, { kind: "unit" }>): string {
  const states = accountStates.filter((state) => counts[state] > 0);
  const told = states.map((state) => `${counts[state]} ${stateWords[state].toLowerCase()}`);
  return `${accounts} ${accounts === 1 ? "account" : "accounts"}: ${told.join(", ")}`;
}
