// Accounts × services as a picture. One tab stop; arrows move in it, Enter opens the account, and what is pointed at is told.

import { useVirtualizer } from "@tanstack/react-virtual";
import type { ServiceRow } from "@withhold/policy";
import { memo, useCallback, useMemo, useRef, useState } from "react";
import type { CSSProperties, KeyboardEvent, MouseEvent, ReactElement } from "react";
import { useNavigate } from "react-router";
import { useFollow } from "../../elements/follow.js";
import { paths } from "../../paths.js";
import type { OverviewAccount } from "../../organization/account-states.js";
import { serviceLabel, serviceTitle } from "../service-label.js";
import { heatMapColours } from "./heat-map-colours.js";
import { clampCursor, moveCursor } from "./heat-map-cursor.js";
import type { HeatMapCursor } from "./heat-map-cursor.js";
import { HeatMapRowView, activeCellId } from "./heat-map-row-view.js";
import { heatMapRows } from "./heat-map-rows.js";
import "./heat-map.css";

/** What is pointed at: an account and the column of a service. */
export interface PointedCell {
  readonly account: OverviewAccount;
  readonly column: number;
}

interface HeatMapProps {
  readonly services: readonly ServiceRow[];
  readonly accounts: readonly OverviewAccount[];
  readonly onPoint: (cell: PointedCell | undefined) => void;
}

// In pixels, as the style sheet has them.
const rowHeight = 28;
const headHeight = 176;
const overscan = 4;
/** More than are ever shown at once: as many rows are made, and filled in turn. */
const rowsShownMax = 64;

export const HeatMap = memo(function HeatMap({ services, accounts, onPoint }: HeatMapProps): ReactElement {
  const rows = useMemo(() => heatMapRows(accounts), [accounts]);
  const scroller = useRef<HTMLTableElement>(null);
  const navigate = useNavigate();
  const { hrefOf } = useFollow();
  const [moved, setMoved] = useState<HeatMapCursor>({ row: 1, column: 0 });
  const [isFocused, setIsFocused] = useState(false);
  const extent = { rows: rows.length, columns: services.length };
  const cursor = clampCursor(moved, extent);
  // oxlint-disable-next-line react/incompatible-library -- nothing that it returns is kept from one rendering to the next
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  const accountHref = useCallback((id: string) => hrefOf(paths.entity(id, "effective")), [hrefOf]);
  const point = (at: HeatMapCursor): void => {
    const row = rows[at.row];
    onPoint(
      row?.kind === "account" && at.column >= 0 ? { account: row.account, column: at.column } : undefined,
    );
  };
  const stand = (at: HeatMapCursor): void => {
    setMoved(at);
    point(at);
    virtualizer.scrollToIndex(at.row, { align: "auto" });
    showColumn(scroller.current, at.column, services.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[cursor.row];
    if (event.key === "Enter" && row?.kind === "account") {
      void navigate(paths.entity(row.account.id, "effective"));
      return;
    }
    const page = Math.max(
      1,
      Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1,
    );
    const next = moveCursor(cursor, event, { ...extent, page });
    if (next === undefined) return;
    event.preventDefault();
    stand(next);
  };
  const onClick = (event: MouseEvent): void => {
    const at = cellAt(event);
    if (at === undefined) return;
    const isLink = (event.target as Element).closest("a") !== null;
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const row = rows[at.row];
    if (isLink && isPlain && row?.kind === "account") {
      event.preventDefault();
      void navigate(paths.entity(row.account.id, "effective"));
      return;
    }
    setMoved(at);
    point(at);
  };
  return (
    <table
      ref={scroller}
      className="heat-map"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table with a cursor is a grid
      role="grid"
      aria-label="Choices by account and service"
      aria-rowcount={rows.length + 1}
      aria-colcount={services.length + 1}
      aria-activedescendant={isFocused ? activeCellId : undefined}
      tabIndex={0}
      style={{ ...heatMapColours, "--heat-columns": services.length } as CSSProperties}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onMouseOver={(event) => {
        const at = cellAt(event);
        if (at !== undefined) point(at);
      }}
      onFocus={() => {
        setIsFocused(true);
        point(cursor);
      }}
      onBlur={() => setIsFocused(false)}
      onMouseLeave={() => isFocused && point(cursor)}
    >
      <thead className="heat-map-head">
        <tr aria-rowindex={1}>
          <th className="heat-map-name" scope="col" aria-colindex={1}>
            Account
          </th>
          {services.map((service, column) => (
            <th
              key={serviceLabel(service)}
              scope="col"
              aria-colindex={column + 2}
              title={serviceTitle(service)}
              data-pointed={isFocused && column === cursor.column ? true : undefined}
            >
              <span className="heat-map-service">{serviceLabel(service)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="heat-map-body" style={{ height: rows.length * rowHeight }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <HeatMapRowView
              key={index % rowsShownMax}
              row={row}
              index={index}
              top={start - headHeight}
              services={services}
              activeColumn={isFocused && index === cursor.row ? cursor.column : undefined}
              hrefOf={accountHref}
            />
          );
        })}
      </tbody>
    </table>
  );
});

function cellAt({ target }: MouseEvent): HeatMapCursor | undefined {
  const cell = (target as Element).closest<HTMLTableCellElement>("td, th");
  const row = cell?.closest<HTMLElement>("[data-row]")?.dataset["row"];
  return cell === null || row === undefined ? undefined : { row: Number(row), column: cell.cellIndex - 1 };
}

/** Rows are scrolled to by the virtualizer; columns stand beside a header that covers part of the way. */
function showColumn(scroller: HTMLElement | null, column: number, columns: number): void {
  const name = scroller?.querySelector<HTMLElement>(".heat-map-name");
  if (scroller === null || name === null || name === undefined) return;
  const width = (scroller.scrollWidth - name.offsetWidth) / columns;
  const start = width * Math.max(column, 0);
  const seen = scroller.clientWidth - name.offsetWidth;
  if (start < scroller.scrollLeft) scroller.scrollLeft = start;
  else if (start + width > scroller.scrollLeft + seen) scroller.scrollLeft = start + width - seen;
}
