// The name of a node in a table: what it is, and the way to its panel.

import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Icon from "@cloudscape-design/components/icon";
import Link from "@cloudscape-design/components/link";
import { createContext, memo, use } from "react";
import type { ReactElement } from "react";
import { useFollow } from "../elements/follow.js";
import { paths } from "../paths.js";
import type { NodeRow } from "./node-rows.js";

/** How a name that is followed selects its node. It must not change: every row would be drawn anew. */
export const SelectNode = createContext<(id: string) => void>(() => undefined);

interface NodeNameProps {
  readonly row: NodeRow;
  /** With a filter, of what stands below. */
  readonly matches?: number;
}

/** Drawn once: a table draws all its rows whenever one is selected. */
export const NodeName = memo(function NodeName({ row, matches = 0 }: NodeNameProps): ReactElement {
  const { hrefOf } = useFollow();
  const select = use(SelectNode);
  return (
    <span>
      <Icon name={row.kind === "Account" ? "user-profile" : "folder"} ariaLabel={row.kind} />{" "}
      <Link
        href={hrefOf(paths.entity(row.id))}
        onFollow={(event) => {
          event.preventDefault();
          select(row.id);
        }}
      >
        {row.name}
      </Link>
      {row.isManagement && (
        <>
          {" "}
          <Badge>Management account</Badge>
        </>
      )}
      {matches > 0 && (
        <Box variant="small" color="text-body-secondary" display="inline">
          {matches === 1 ? " 1 match below" : ` ${matches} matches below`}
        </Box>
      )}
    </span>
  );
});
