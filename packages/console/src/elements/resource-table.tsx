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
import { Children, Fragment, isValidElement, useMemo } from "react";
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
  /** In pixels. */
  readonly width?: number;
  readonly minWidth?: number;
  readonly isRowHeader?: boolean;
  /** Buttons: neither filtered, nor sorted, nor in the CSV. */
  readonly isControl?: boolean;
  /** No column of its own, because another one's cells show it; filtered, and in the CSV. */
  readonly isHidden?: boolean;
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
  /** One button, or several in a fragment. */
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
  const { noun, title, items, columns: allColumns, idOf, selection, name = "" } = props;
  const columns = useMemo(() => allColumns.filter(({ isControl }) => isControl !== true), [allColumns]);
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
    sorting: {
      defaultState: { ...address.sorting, sortingColumn: inNaturalOrder(address.sorting.sortingColumn) },
    },
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
      columnDefinitions={allColumns
        .filter(({ isHidden }) => isHidden !== true)
        .map((column) => definitionOf(column))}
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
              <CsvButton noun={noun[1]} columns={columns} items={allPageItems.map(({ item }) => item)} />
              {eachOf(props.actions)}
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
          filteringAriaLabel={`Find ${noun[1]}`}
          countText={matchesText(filteredItemsCount)}
        />
      }
      pagination={total > pageSize ? <Pagination {...paginationProps} /> : undefined}
    />
  );
}

/** A fragment's children one by one: space is put between children, not between what they hold. */
function eachOf(actions: ReactNode): ReactNode {
  return isValidElement<{ readonly children?: ReactNode }>(actions) && actions.type === Fragment
    ? Children.toArray(actions.props.children)
    : actions;
}

interface CsvButtonProps<Item> {
  readonly noun: string;
  readonly columns: readonly ResourceColumn<Item>[];
  readonly items: readonly Item[];
}

function CsvButton<Item>({ noun, columns, items }: CsvButtonProps<Item>): ReactElement {
  return (
    <Button
      iconName="download"
      ariaLabel={`Download ${noun} as CSV`}
      onClick={() => downloadCsv(`${noun.replaceAll(" ", "-")}.csv`, csvText(columns, items))}
    >
      CSV
    </Button>
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
  minWidth,
  isRowHeader,
  isControl,
}: ResourceColumn<Item>): TableProps.ColumnDefinition<Row<Item>> {
  return {
    id,
    header,
    cell: ({ item }) => (cell === undefined ? value(item) : cell(item)),
    ...(isControl === true ? {} : inNaturalOrder({ sortingField: id })),
    ...(width === undefined ? {} : { width }),
    ...(minWidth === undefined ? {} : { minWidth }),
    ...(isRowHeader === undefined ? {} : { isRowHeader }),
  };
}

const collator = new Intl.Collator("en", { numeric: true });
type Compare = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>) => number;
/** One for each column id: Cloudscape asks whether it is the same function. */
const comparisons = new Map<string, Compare>();

/** `9` before `10`, whatever stands around them. */
function inNaturalOrder<Column extends { readonly sortingField?: string }>(
  column: Column,
): Column & { readonly sortingComparator?: Compare } {
  const { sortingField: field } = column;
  if (field === undefined) return column;
  let sortingComparator = comparisons.get(field);
  if (sortingComparator === undefined) {
    sortingComparator = (a, b) => collator.compare(String(a[field]), String(b[field]));
    comparisons.set(field, sortingComparator);
  }
  return { ...column, sortingComparator };
}

function Empty({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Box textAlign="center" color="inherit" padding={{ vertical: "s" }}>
      {children}
    </Box>
  );
}
