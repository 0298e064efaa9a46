// The tree or the list, what can be done with what is selected there, and the panel about it.

import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo, useState } from "react";
import type { ReactElement } from "react";
import { useAddressWord } from "../elements/address-state.js";
import type { EvaluatedOrganization } from "../organization/use-organization.js";
import { ReadNote } from "../organization/read-note.js";
import { useSplitPanel } from "../shell/split-panel.js";
import { AccountActions } from "./account-actions.js";
import type { DialogName } from "./account-actions.js";
import { AccountDialog } from "./account-dialog.js";
import { AccountsList } from "./accounts-list.js";
import { AccountsTree } from "./accounts-tree.js";
import { SelectNode } from "./node-name.js";
import { nodeRows } from "./node-rows.js";
import type { NodeRow } from "./node-rows.js";
import { changedSelection, selectedIds } from "./selection.js";
import { NodePanel } from "./panel/node-panel.js";
import { UnreadAlert } from "./unread-alert.js";

export function AccountsView({
  organization,
}: {
  readonly organization: EvaluatedOrganization;
}): ReactElement {
  const rows = useMemo(() => nodeRows(organization), [organization]);
  const [selectedWord, setSelectedWord] = useAddressWord("selected");
  const [view, setView] = useAddressWord("view");
  const [dialog, setDialog] = useState<DialogName>();
  const selected = useMemo(
    () => selectedIds(selectedWord).flatMap((id) => rows.byId.get(id) ?? []),
    [selectedWord, rows],
  );
  const select = (after: readonly NodeRow[]): void =>
    setSelectedWord((now) => changedSelection(selected, after, now));
  const panel = useMemo(
    () =>
      selected.length === 0
        ? undefined
        : {
            content: <NodePanel organization={organization} rows={rows} selected={selected} />,
            onClose: () => setSelectedWord(undefined),
          },
    [organization, rows, selected, setSelectedWord],
  );
  useSplitPanel(panel);
  const isList = view === "list";
  const shown = {
    rows,
    selected,
    onSelect: select,
    actions: (
      <AccountActions rows={rows} selected={selected} organization={organization} onOpen={setDialog} />
    ),
  };
  return (
    <SpaceBetween size="m">
      <UnreadAlert unread={organization.snapshot.unread} />
      <SpaceBetween direction="horizontal" size="m" alignItems="center">
        <SegmentedControl
          label="How accounts are shown"
          selectedId={isList ? "list" : "tree"}
          options={[
            { id: "tree", text: "Hierarchy", iconName: "view-vertical" },
            { id: "list", text: "List", iconName: "view-full" },
          ]}
          onChange={({ detail }) => setView(detail.selectedId === "list" ? "list" : undefined)}
        />
        <ReadNote at={organization.tree.readAt} />
      </SpaceBetween>
      <SelectNode value={setSelectedWord}>
        {isList ? <AccountsList {...shown} /> : <AccountsTree {...shown} />}
      </SelectNode>
      {dialog !== undefined && (
        <AccountDialog name={dialog} rows={rows} selected={selected} onClose={() => setDialog(undefined)} />
      )}
    </SpaceBetween>
  );
}
