// Moving accounts to another OU: what would flip, then each account's turn, one after the other.

import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo, useState } from "react";
import type { ReactElement } from "react";
import { ChangeDialog } from "../../elements/change-dialog.js";
import { counted } from "../../organization/impact.js";
import { ImpactPreview } from "../../organization/impact-preview.js";
import { useImpact } from "../../organization/use-impact.js";
import { moveChanges } from "../move-changes.js";
import { moveAccounts, moveInput } from "../move-accounts.js";
import type { MoveProgress } from "../move-accounts.js";
import { ParentField } from "../parent-field.js";
import type { NodeRow, NodeRows } from "../node-rows.js";
import { useTreeChange } from "../use-tree-change.js";
import { MoveProgressList } from "./move-progress-list.js";

interface MoveAccountsDialogProps {
  readonly rows: NodeRows;
  readonly accounts: readonly NodeRow[];
  readonly onClose: () => void;
}

/** Commands that "Show CLI" lists one by one. */
const cliMax = 50;

export function MoveAccountsDialog(props: MoveAccountsDialogProps): ReactElement {
  const { rows, onClose } = props;
  // As they were when the dialog opened: what has moved stays in the list of progress.
  const [accounts] = useState(props.accounts);
  const [parentId, setParentId] = useState<string>();
  const [progress, setProgress] = useState<MoveProgress>(new Map());
  const waiting = accounts.filter(
    ({ id, parentId: before }) => progress.get(id)?.state !== "moved" && before !== parentId,
  );
  const changes = useMemo(
    () => (parentId === undefined ? [] : moveChanges(whereTheyAre(rows, accounts), parentId)),
    [rows, accounts, parentId],
  );
  const impact = useImpact(changes);
  const move = useTreeChange({
    call: async (api, asked: { readonly accounts: readonly NodeRow[]; readonly parentId: string }, show) =>
      moveAccounts(api, asked, {
        show,
        onProgress: (id, movement) => setProgress((before) => new Map(before).set(id, movement)),
      }),
    done: (moved, asked) =>
      `${counted(moved, ["account", "accounts"])} moved to ${rows.byId.get(asked.parentId)?.name ?? asked.parentId}`,
  });
  const first = accounts[0];
  return (
    <ChangeDialog
      header={
        accounts.length === 1 ? `Move account ${first?.name ?? ""}` : `Move ${accounts.length} accounts`
      }
      action={
        progress.size === 0 || waiting.length === accounts.length
          ? "Move"
          : `Move the other ${waiting.length}`
      }
      onSubmit={async () => (parentId === undefined ? undefined : move.make({ accounts: waiting, parentId }))}
      onClose={onClose}
      isMaking={move.isMaking}
      error={move.error}
      size="large"
      cli={
        parentId === undefined
          ? []
          : waiting.slice(0, cliMax).map((account) => ({
              operation: "MoveAccount",
              input: moveInput(account, parentId),
            }))
      }
      because={becauseOf(parentId, waiting.length)}
    >
      <SpaceBetween size="m">
        <ParentField label="Move to" rows={rows} parentId={parentId} onChange={setParentId} />
        {parentId !== undefined && progress.size === 0 && (
          <SpaceBetween size="xs">
            <Box variant="h4" tagOverride="h3">
              What would change
            </Box>
            <ImpactPreview {...impact} />
          </SpaceBetween>
        )}
        {progress.size > 0 && <MoveProgressList accounts={accounts} progress={progress} />}
      </SpaceBetween>
    </ChangeDialog>
  );
}

function becauseOf(parentId: string | undefined, waiting: number): string | undefined {
  if (parentId === undefined) return "Choose where to move to first";
  return waiting === 0 ? "Everything that is selected is there already" : undefined;
}

/** By now: some may have moved. */
function whereTheyAre(rows: NodeRows, accounts: readonly NodeRow[]): readonly NodeRow[] {
  return accounts.flatMap(({ id }) => rows.byId.get(id) ?? []);
}
