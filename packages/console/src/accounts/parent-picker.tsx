// Choosing the root or an OU from the tree.

import FormField from "@cloudscape-design/components/form-field";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Table from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import { useMemo, useState } from "react";
import type { ReactElement } from "react";
import { nodeFilter } from "./node-filter.js";
import { nodeOrder } from "./node-properties.js";
import type { NodeRow, NodeRows } from "./node-rows.js";
import { ancestorsOf, openedByFilter, treeView } from "./tree-view.js";

interface ParentPickerProps {
  readonly label: string;
  readonly rows: NodeRows;
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
}

export function ParentPicker({ label, rows, chosenId, onChoose }: ParentPickerProps): ReactElement {
  const [text, setText] = useState("");
  const [openedByHand, setOpenedByHand] = useState<ReadonlySet<string>>(
    () => new Set([rows.root.id, ...(chosenId === undefined ? [] : ancestorsOf(rows, chosenId))]),
  );
  const { view, matches } = useMemo(() => {
    const matches = parentsMatching(rows, text);
    return { matches, view: treeView(rows, matches, nodeOrder("name", false)) };
  }, [rows, text]);
  const opened = text === "" ? openedByHand : openedByFilter(rows.root, view);
  const chosen = chosenId === undefined ? undefined : rows.byId.get(chosenId);
  return (
    <FormField label={label} stretch description={chosen === undefined ? undefined : fullPath(chosen)}>
      <SpaceBetween size="xs">
        <TextFilter
          filteringText={text}
          onChange={({ detail }) => setText(detail.filteringText)}
          filteringPlaceholder="Find OUs"
          filteringAriaLabel="Find OUs"
          countText={text === "" ? "" : `${matches.length} ${matches.length === 1 ? "match" : "matches"}`}
        />
        <div className="parent-picker">
          <Table<NodeRow>
            variant="embedded"
            contentDensity="compact"
            trackBy="id"
            items={matches.length === 0 ? [] : [rows.root]}
            empty="No OU matches"
            selectionType="single"
            selectedItems={chosen === undefined ? [] : [chosen]}
            onSelectionChange={({ detail }) => {
              const [first] = detail.selectedItems;
              if (first !== undefined) onChoose(first.id);
            }}
            onRowClick={({ detail }) => onChoose(detail.item.id)}
            columnDefinitions={[
              { id: "name", header: "Name", cell: ({ name }) => name, isRowHeader: true },
              { id: "accounts", header: "Accounts", cell: ({ accountsBelow }) => accountsBelow },
            ]}
            expandableRows={{
              getItemChildren: ({ id }) => view.childrenOf(id),
              isItemExpandable: ({ id }) => view.childrenOf(id).length > 0,
              expandedItems: [...opened].flatMap((id) => rows.byId.get(id) ?? []),
              onExpandableItemToggle: ({ detail: { item, expanded } }) => {
                const after = new Set(opened);
                if (expanded) after.add(item.id);
                else after.delete(item.id);
                setOpenedByHand(after);
              },
            }}
            ariaLabels={{
              tableLabel: label,
              selectionGroupLabel: label,
              itemSelectionLabel: (_, row) => `Choose ${row.name}`,
              expandButtonLabel: (row) => `Open ${row.name}`,
              collapseButtonLabel: (row) => `Close ${row.name}`,
            }}
          />
        </div>
      </SpaceBetween>
    </FormField>
  );
}

function fullPath({ path, name }: NodeRow): string {
  return path === "" ? name : `${path} / ${name}`;
}

/** Accounts hold nothing. */
function parentsMatching(rows: NodeRows, text: string): readonly NodeRow[] {
  const isParent = { propertyKey: "kind", operator: "!=", value: "Account" };
  const tokens = text === "" ? [isParent] : [isParent, { operator: ":", value: text }];
  return nodeFilter(rows, { tokens, operation: "and" }) ?? [];
}
