// The columns of the table of a policy's targets, and the rows that they show.

import type { PolicyTargetSummary } from "@aws-sdk/client-organizations";
import { CopiedText } from "../elements/copied-text.js";
import type { ResourceColumn } from "../elements/resource-table.js";
import { ScreenLink } from "../elements/screen-link.js";
import { kindOfTarget, kindWords } from "../organization/tree-nodes.js";
import type { NodeKind, TreeNode } from "../organization/tree-nodes.js";
import { paths } from "../paths.js";

export interface TargetRow {
  readonly id: string;
  readonly kind: NodeKind;
  readonly name: string;
  /** Undefined where the tree is not known. */
  readonly path: string | undefined;
}

export function targetRow(
  { TargetId: id = "", Name: name = id, Type: type }: PolicyTargetSummary,
  nodes: ReadonlyMap<string, TreeNode>,
): TargetRow {
  return { id, kind: kindOfTarget(type), name, path: nodes.get(id)?.path };
}

export function idOfTargetRow({ id }: TargetRow): string {
  return id;
}

export const targetsColumns: readonly ResourceColumn<TargetRow>[] = [
  {
    id: "name",
    header: "Name",
    isRowHeader: true,
    value: ({ name }) => name,
    cell: ({ id, name }) => <ScreenLink to={paths.entity(id)}>{name}</ScreenLink>,
  },
  { id: "kind", header: "Kind", value: ({ kind }) => kindWords[kind] },
  {
    id: "path",
    header: "Under",
    value: ({ path }) => path ?? "unknown",
    cell: ({ path, kind }) => (kind === "root" ? "–" : (path ?? "unknown")),
  },
  {
    id: "id",
    header: "ID",
    minWidth: 200,
    value: ({ id }) => id,
    cell: ({ id }) => <CopiedText text={id} what="ID" />,
  },
];
