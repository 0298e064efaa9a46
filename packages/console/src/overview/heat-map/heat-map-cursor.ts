// Where the keyboard stands in the heat map, and where a key leads.

/** `column` -1: on the row's header. */
export interface HeatMapCursor {
  readonly row: number;
  readonly column: number;
}

interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** How many rows a page has. */
  readonly page: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Undefined for a key that leads nowhere, so that it keeps its meaning for the page. */
export function moveCursor(cursor: HeatMapCursor, pressed: Key, extent: Extent): HeatMapCursor | undefined {
  const { row, column } = cursor;
  const isFar = pressed.ctrlKey || pressed.metaKey;
  const to = (toRow: number, toColumn: number): HeatMapCursor =>
    clampCursor({ row: toRow, column: toColumn }, extent);
  switch (pressed.key) {
    case "ArrowUp":
      return to(row - 1, column);
    case "ArrowDown":
      return to(row + 1, column);
    case "ArrowLeft":
      return to(row, column - 1);
    case "ArrowRight":
      return to(row, column + 1);
    case "PageUp":
      return to(row - extent.page, column);
    case "PageDown":
      return to(row + extent.page, column);
    case "Home":
      return to(isFar ? 0 : row, -1);
    case "End":
      return to(isFar ? extent.rows - 1 : row, extent.columns - 1);
    default:
      return undefined;
  }
}

/** Inside, where a filter has taken rows away. */
export function clampCursor(
  { row, column }: HeatMapCursor,
  { rows, columns }: Pick<Extent, "rows" | "columns">,
): HeatMapCursor {
  return {
    row: Math.min(Math.max(row, 0), Math.max(rows - 1, 0)),
    column: Math.min(Math.max(column, -1), columns - 1),
  };
}
