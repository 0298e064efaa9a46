// Choosing the root, OUs or accounts: a tree in a table, with a search over names, ids and paths.

import { useCollection } from "@cloudscape-design/collection-hooks";
import Box from "@cloudscape-design/components/box";
import Icon from "@cloudscape-design/components/icon";
import Pagination from "@cloudscape-design/components/pagination";
import Table from "@cloudscape-design/components/table";
import type { TableProps } from "@cloudscape-design/components/table";
import TextFilter from "@cloudscape-design/components/text-filter";
import type { ReactElement } from "react";
import { apiError } from "../api/api-error.js";
import { counted } from "../organization/impact.js";
import { kindWords } from "../organization/tree-nodes.js";
import type { TreeNode } from "../organization/tree-nodes.js";
import { useTreeNodes } from "../organization/use-tree-nodes.js";
import { LoadingScreen } from "../shell/loading-screen.js";
import { ErrorAlert } from "./error-alert.js";

interface NodePickerProps {
  readonly selected: readonly Pick<TreeNode, "id">[];
  readonly onChange: (nodes: readonly TreeNode[]) => void;
  /** For those who do not see it: `Targets`. */
  readonly label: string;
  /** Why a node cannot be chosen: `attached already`. Undefined where it can. */
  readonly whyNot?: (node: TreeNode) => string | undefined;
  readonly kinds?: readonly TreeNode["kind"][];
  readonly selectionType?: "single" | "multi";
}

const pageSize = 10;

export function NodePicker(props: NodePickerProps): ReactElement {
  const { nodes, error } = useTreeNodes();
  if (nodes !== undefined) return <Picker {...props} nodes={nodes} />;
  if (error !== undefined)
    return <ErrorAlert error={apiError(error)} header="The tree of the organization could not be read" />;
  return <LoadingScreen what="Reading the organization" />;
}

function Picker(props: NodePickerProps & { readonly nodes: readonly TreeNode[] }): ReactElement {
  const { nodes, selected, onChange, label, whyNot, kinds, selectionType = "multi" } = props;
  const { items, collectionProps, filterProps, filteredItemsCount, paginationProps } = useCollection(
    kinds === undefined ? nodes : nodes.filter(({ kind }) => kinds.includes(kind)),
    {
      filtering: {
        fields: ["name", "id", "path"],
        empty: "There is nothing to choose.",
        noMatch: "Nothing matches the search.",
      },
      pagination: { pageSize },
    },
  );
  const chosen = new Set(selected.map(({ id }) => id));
  const isTree = kinds === undefined && filterProps.filteringText === "";
  return (
    <Table<TreeNode>
      {...collectionProps}
      items={items}
      variant="embedded"
      trackBy="id"
      selectionType={selectionType}
      selectedItems={nodes.filter(({ id }) => chosen.has(id))}
      onSelectionChange={({ detail }) => onChange(detail.selectedItems)}
      isItemDisabled={(node) => whyNot?.(node) !== undefined}
      ariaLabels={{
        tableLabel: label,
        selectionGroupLabel: `Select ${label.toLowerCase()}`,
        allItemsSelectionLabel: () => `Select all ${label.toLowerCase()} of this page`,
        itemSelectionLabel: (_, { name }) => `Select ${name}`,
      }}
      filter={
        <TextFilter
          {...filterProps}
          filteringPlaceholder="Find by name, id or path"
          filteringAriaLabel={`Find ${label.toLowerCase()}`}
          countText={counted(filteredItemsCount ?? 0, ["match", "matches"])}
        />
      }
      pagination={nodes.length > pageSize ? <Pagination {...paginationProps} /> : undefined}
      columnDefinitions={columnsOf(isTree, whyNot)}
    />
  );
}

/** Where not all nodes are shown, the path takes the place of the indentation. */
function columnsOf(
  isTree: boolean,
  whyNot: NodePickerProps["whyNot"],
): readonly TableProps.ColumnDefinition<TreeNode>[] {
  return [
    {
      id: "name",
      header: "Name",
      isRowHeader: true,
      cell: (node) => <NodeName node={node} isIndented={isTree} because={whyNot?.(node)} />,
    },
    { id: "id", header: "ID", cell: ({ id }) => id },
    ...(isTree ? [] : [{ id: "path", header: "Under", cell: ({ path }: TreeNode) => path }]),
  ];
}

const icons = { root: "folder-open", unit: "folder", account: "user-profile" } as const;

interface NodeNameProps {
  readonly node: TreeNode;
  readonly isIndented: boolean;
  readonly because: string | undefined;
}

function NodeName({ node, isIndented, because }: NodeNameProps): ReactElement {
  const { kind, name, depth } = node;
  return (
    <span style={isIndented ? { paddingInlineStart: `${depth * 1.25}rem` } : {}}>
      <Icon name={icons[kind]} ariaLabel={kindWords[kind]} /> {name}
      {because !== undefined && (
        <Box variant="small" color="text-body-secondary" display="inline">
          {" "}
          ({because})
        </Box>
      )}
    </span>
  );
}
