// The table of every list: property filter, sorting and page held in the address, CSV, empty states.

import { useCollection } from "@cloudscape-design/collection-hooks";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import PropertyFilter from "@cloudscape-design/components/property-filter";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import type { TableProps } from "@cloudscape-design/components/table";
import { useMemo } from "react";
import type { ReactElement, ReactNode } from "react";
import { csvText, downloadCsv } from "./csv.js";
import { useAddressState } from "./address-state.js";
import { filteringOptions, matchesText } from "./filtering-options.js";

export interface ResourceColumn<Item> {
  readonly id: string;
  readonly header: string;
  /** What filters, sorting and CSV see. */
  readonly value: (item: Item) => string;
  /** What the cell shows; the value when absent. */
  readonly cell?: (item: Item) => ReactNode;
  readonly width?: number;
  readonly isRowHeader?: boolean;
}

interface ResourceTableProps<Item> {
  /** Singular and plural: `["policy", "policies"]`. */
  readonly noun: readonly [string, string];
  readonly title: string;
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly columns: readonly ResourceColumn<Item>[];
  readonly isLoading?: boolean;
  /** What to do where there is nothing: text and the button that makes the first. */
  readonly empty: ReactNode;
  readonly actions?: ReactNode;
  readonly description?: ReactNode;
  /** Where several tables share a page: the prefix of this one's words in the address. */
  readonly name?: string;
  readonly selection?: {
    readonly kind: "single" | "multi";
    readonly ids: readonly string[];
    readonly onChange: (items: readonly Item[]) => void;
  };
  readonly variant?: TableProps.Variant;
}

const pageSize = 50;

const operators = [":", "!:", "=", "!=", "^"] as const;

export function ResourceTable<Item>(props: ResourceTableProps<Item>): ReactElement {
  const { noun, title, items, columns, idOf, selection, name = "" } = props;
  const address = useAddressState(name, columns);
  const rows = useMemo(() => items.map((item) => rowOf(item, idOf(item), columns)), [items, idOf, columns]);
  const options = useMemo(() => filteringOptions(rows, columns), [rows, columns]);
  const {
    items: shown,
    allPageItems,
    filteredItemsCount,
    collectionProps,
    propertyFilterProps,
    paginationProps,
    actions,
  } = useCollection(rows, {
    propertyFiltering: {
      filteringProperties: columns.map(({ id, header }) => ({
        key: id,
        operators,
        propertyLabel: header,
        groupValuesLabel: `${header} values`,
      })),
      filteringOptions: options,
      defaultQuery: address.query,
      empty: <Empty>{props.empty}</Empty>,
      noMatch: (
        <Empty>
          <SpaceBetween size="xs">
            <span>No {noun[1]} match the filter.</span>
            <Button onClick={() => changeQuery({ tokens: [], operation: "and" })}>Clear filter</Button>
          </SpaceBetween>
        </Empty>
      ),
    },
    sorting: { defaultState: address.sorting },
    pagination: { pageSize },
  });
  function changeQuery(query: typeof address.query): void {
    actions.setPropertyFiltering(query);
    address.setQuery(query);
  }
  const chosen = new Set(selection?.ids);
  const total = items.length;
  return (
    <Table<Row<Item>>
      {...collectionProps}
      variant={props.variant ?? "container"}
      items={shown}
      trackBy="id"
      loading={props.isLoading === true}
      loadingText={`Loading ${noun[1]}`}
      wrapLines
      stickyHeader
      onSortingChange={(event) => {
        collectionProps.onSortingChange?.(event);
        address.setSorting(event.detail);
      }}
      columnDefinitions={columns.map((column) => definitionOf(column))}
      {...(selection === undefined
        ? {}
        : {
            selectionType: selection.kind,
            selectedItems: rows.filter(({ id }) => chosen.has(id)),
            onSelectionChange: ({ detail }) =>
              selection.onChange(detail.selectedItems.map(({ item }) => item)),
            ariaLabels: {
              selectionGroupLabel: `Select ${noun[1]}`,
              allItemsSelectionLabel: () => `Select all ${noun[1]}`,
              itemSelectionLabel: (_, row) => `Select ${row.label}`,
            },
            onRowClick: ({ detail }) => {
              if (selection.kind === "single") selection.onChange([detail.item.item]);
            },
          })}
      header={
        <Header
          counter={
            filteredItemsCount === undefined || filteredItemsCount === total
              ? `(${total})`
              : `(${filteredItemsCount}/${total})`
          }
          description={props.description}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                iconName="download"
                ariaLabel={`Download ${noun[1]} as CSV`}
                onClick={() =>
                  downloadCsv(
                    `${noun[1].replaceAll(" ", "-")}.csv`,
                    csvText(
                      columns,
                      allPageItems.map(({ item }) => item),
                    ),
                  )
                }
              >
                CSV
              </Button>
              {props.actions}
            </SpaceBetween>
          }
        >
          {title}
        </Header>
      }
      filter={
        <PropertyFilter
          {...propertyFilterProps}
          onChange={({ detail }) => changeQuery(detail)}
          filteringPlaceholder={`Find ${noun[1]}`}
          countText={matchesText(filteredItemsCount)}
        />
      }
      pagination={total > pageSize ? <Pagination {...paginationProps} /> : undefined}
    />
  );
}

/** Filters and sorting see plain values; cells see the item. */
type Row<Item> = { readonly id: string; readonly label: string; readonly item: Item } & Readonly<
  Record<string, unknown>
>;

function rowOf<Item>(item: Item, id: string, columns: readonly ResourceColumn<Item>[]): Row<Item> {
  const values = Object.fromEntries(columns.map((column) => [column.id, column.value(item)]));
  const named = columns.find(({ isRowHeader }) => isRowHeader === true) ?? columns[0];
  return { ...values, id, label: named?.value(item) ?? id, item };
}

function definitionOf<Item>({
  id,
  header,
  value,
  cell,
  width,
  isRowHeader,
}: ResourceColumn<Item>): TableProps.ColumnDefinition<Row<Item>> {
  return {
    id,
    header,
    cell: ({ item }) => (cell === undefined ? value(item) : cell(item)),
    sortingField: id,
    ...(width === undefined ? {} : { width }),
    ...(isRowHeader === undefined ? {} : { isRowHeader }),
  };
}

function Empty({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Box textAlign="center" color="inherit" padding={{ vertical: "s" }}>
      {children}
    </Box>
  );
}
