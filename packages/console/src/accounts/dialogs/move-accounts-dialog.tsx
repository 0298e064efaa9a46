// Moving accounts to another OU: what would flip, then each account's turn, one after the other.

import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo, useState } from "react";
import type { ReactElement } from "react";
import { ChangeDialog } from "../../elements/change-dialog.js";
import type { EvaluatedOrganization } from "../../organization/use-organization.js";
import { impactOf, moveChanges } from "../impact.js";
import { ImpactSummary } from "../impact-summary.js";
import { moveAccounts, moveInput } from "../move-accounts.js";
import type { MoveProgress } from "../move-accounts.js";
import type { NodeRow, NodeRows } from "../node-rows.js";
import { ParentPicker } from "../parent-picker.js";
import { useTreeChange } from "../use-tree-change.js";
import { MoveProgressList } from "./move-progress-list.js";

interface MoveAccountsDialogProps {
  readonly organization: EvaluatedOrganization;
  readonly rows: NodeRows;
  readonly accounts: readonly NodeRow[];
  readonly onClose: () => void;
}

/** Commands that "Show CLI" lists one by one. */
const cliMax = 50;

export function MoveAccountsDialog(props: MoveAccountsDialogProps): ReactElement {
  const { organization, rows, onClose } = props;
  // As they were when the dialog opened: what has moved stays in the list of progress.
  const [accounts] = useState(props.accounts);
  const [parentId, setParentId] = useState<string>();
  const [progress, setProgress] = useState<MoveProgress>(new Map());
  const waiting = accounts.filter(
    ({ id, parentId: before }) => progress.get(id)?.state !== "moved" && before !== parentId,
  );
  const impact = useMemo(
    () =>
      parentId === undefined
        ? undefined
        : impactOf(organization.snapshot, moveChanges(stillElsewhere(rows, accounts, parentId), parentId)),
    [organization.snapshot, rows, accounts, parentId],
  );
  const move = useTreeChange({
    call: async (api, asked: { readonly accounts: readonly NodeRow[]; readonly parentId: string }, show) =>
      moveAccounts(api, asked, {
        show,
        onProgress: (id, movement) => setProgress((before) => new Map(before).set(id, movement)),
      }),
    done: ({ moved, failed }, asked) => {
      const target = rows.byId.get(asked.parentId)?.name ?? asked.parentId;
      const text = `${moved === 1 ? "1 account" : `${moved} accounts`} moved to ${target}`;
      return failed === 0 ? text : `${text}; ${failed} could not be moved`;
    },
  });
  const submit = async (): Promise<unknown> => {
    if (parentId === undefined) return undefined;
    const result = await move.make({ accounts: waiting, parentId });
    return result?.failed === 0 ? result : undefined;
  };
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
      onSubmit={submit}
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
        <ParentPicker label="Move to" rows={rows} chosenId={parentId} onChoose={setParentId} />
        {impact !== undefined && progress.size === 0 && (
          <SpaceBetween size="xs">
            <Box variant="h4" tagOverride="h3">
              What would change
            </Box>
            <ImpactSummary impact={impact} />
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

/** Where the accounts are by now. */
function stillElsewhere(rows: NodeRows, accounts: readonly NodeRow[], parentId: string): readonly NodeRow[] {
  return accounts.flatMap(({ id }) => rows.byId.get(id) ?? []).filter((row) => row.parentId !== parentId);
}
