// The tree: root, OUs and accounts, opened and filtered as the address says.

import Button from "@cloudscape-design/components/button";
import Table from "@cloudscape-design/components/table";
import { useMemo, useState } from "react";
import type { ReactElement, ReactNode } from "react";
import { treeColumns } from "./node-columns.js";
import type { NodeRow, NodeRows } from "./node-rows.js";
import { NothingMatches, TreeFilter } from "./tree-filter.js";
import { TreeHeader } from "./tree-header.js";
import { childrenPage } from "./tree-view.js";
import { useOpened } from "./use-opened.js";
import { useTreeView } from "./use-tree-view.js";

interface AccountsTreeProps {
  readonly rows: NodeRows;
  readonly selected: readonly NodeRow[];
  readonly onSelect: (nodes: readonly NodeRow[]) => void;
  readonly actions: ReactNode;
}

export function AccountsTree({ rows, selected, onSelect, actions }: AccountsTreeProps): ReactElement {
  const { address, view, matches, openedByFilter } = useTreeView(rows);
  const { opened, toggle } = useOpened(rows, selected, openedByFilter, JSON.stringify(address.query));
  const [shownChildren, setShownChildren] = useState<ReadonlyMap<string, number>>(new Map());
  const columns = useMemo(() => treeColumns(view.matchesBelow), [view]);
  const shownOf = (id: string): number => shownChildren.get(id) ?? childrenPage;
  const hiddenOf = (id: string): number => view.childrenOf(id).length - shownOf(id);
  const showMore = (id: string): void =>
    setShownChildren((before) => new Map(before).set(id, shownOf(id) + childrenPage));
  const clearFilter = (): void => address.setQuery({ tokens: [], operation: "and" });
  return (
    <Table<NodeRow>
      variant="container"
      trackBy="id"
      stickyHeader
      wrapLines
      items={matches?.length === 0 ? [] : [rows.root]}
      columnDefinitions={columns}
      expandableRows={{
        getItemChildren: ({ id }) => view.childrenOf(id).slice(0, shownOf(id)),
        isItemExpandable: ({ id }) => view.childrenOf(id).length > 0,
        expandedItems: [...opened].flatMap((id) => rows.byId.get(id) ?? []),
        onExpandableItemToggle: ({ detail }) => toggle(detail.item.id, detail.expanded),
      }}
      getLoadingStatus={(item) => (item !== null && hiddenOf(item.id) > 0 ? "pending" : "finished")}
      renderLoaderPending={({ item }) =>
        item !== null && (
          <Button variant="inline-link" iconName="add-plus" onClick={() => showMore(item.id)}>
            {`Show ${Math.min(childrenPage, hiddenOf(item.id))} more of ${hiddenOf(item.id)} in ${item.name}`}
          </Button>
        )
      }
      selectionType="multi"
      selectedItems={selected}
      onSelectionChange={({ detail }) => onSelect(detail.selectedItems)}
      sortingColumn={address.sorting.sortingColumn}
      sortingDescending={address.sorting.isDescending === true}
      onSortingChange={({ detail }) => address.setSorting(detail)}
      ariaLabels={{
        tableLabel: "Accounts of the organization",
        selectionGroupLabel: "Select accounts and OUs",
        allItemsSelectionLabel: () => "Select all that is shown",
        itemSelectionLabel: (_, row) => `Select ${row.name}`,
        expandButtonLabel: (row) => `Open ${row.name}`,
        collapseButtonLabel: (row) => `Close ${row.name}`,
      }}
      header={<TreeHeader rows={rows} matches={matches} actions={actions} />}
      filter={<TreeFilter rows={rows} query={address.query} matches={matches} onChange={address.setQuery} />}
      empty={<NothingMatches onClear={clearFilter} />}
    />
  );
}
