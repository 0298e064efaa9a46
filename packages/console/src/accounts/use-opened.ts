// Which nodes of the tree are open: by hand as the address holds it, or by the filter.

import { useMemo, useState } from "react";
import { useAddressWord } from "../elements/address-state.js";
import type { NodeRow, NodeRows } from "./node-rows.js";
import { ancestorsOf } from "./tree-view.js";

interface Opened {
  readonly opened: ReadonlySet<string>;
  readonly toggle: (id: string, isOpen: boolean) => void;
}

/** A filter opens what leads to its matches; what somebody opens or closes then lasts as long as that filter. */
export function useOpened(
  rows: NodeRows,
  selected: readonly NodeRow[],
  byFilter: ReadonlySet<string> | undefined,
  filterText: string,
): Opened {
  const [word, setWord] = useAddressWord("open");
  const [byHand, setByHand] = useState<{ readonly filter: string; readonly ids: ReadonlySet<string> }>();
  // What a link chose is seen when the page opens; after that, people open and close.
  const [atStart] = useState(() => selected.flatMap(({ id }) => ancestorsOf(rows, id)));
  const byAddress = useMemo(
    () => new Set(word === undefined ? [rows.root.id, ...atStart] : word.split(",")),
    [word, rows.root.id, atStart],
  );
  const filtered = byHand?.filter === filterText ? byHand.ids : byFilter;
  const opened = byFilter === undefined ? byAddress : (filtered ?? byFilter);
  return {
    opened,
    toggle(id, isOpen) {
      const ids = new Set(opened);
      if (isOpen) ids.add(id);
      else ids.delete(id);
      if (byFilter === undefined) setWord([...ids].join(","));
      else setByHand({ filter: filterText, ids });
    },
  };
}
