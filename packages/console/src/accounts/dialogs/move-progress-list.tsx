// How far the moving of accounts has come.

import ProgressBar from "@cloudscape-design/components/progress-bar";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { ReactElement } from "react";
import type { MoveProgress, Movement } from "../move-accounts.js";
import type { NodeRow } from "../node-rows.js";

interface MoveProgressListProps {
  readonly accounts: readonly NodeRow[];
  readonly progress: MoveProgress;
}

export function MoveProgressList({ accounts, progress }: MoveProgressListProps): ReactElement {
  const ended = accounts.filter(({ id }) => isEnded(progress.get(id)));
  return (
    <SpaceBetween size="xs">
      <ProgressBar
        label="Progress"
        value={(100 * ended.length) / accounts.length}
        additionalInfo={`${ended.length} of ${accounts.length} accounts`}
      />
      <ul className="move-progress" aria-label="Progress of each account">
        {accounts.map(({ id, name }) => (
          <li key={id}>
            <MovementStatus movement={progress.get(id)} account={`${name} (${id})`} />
          </li>
        ))}
      </ul>
    </SpaceBetween>
  );
}

function isEnded(movement: Movement | undefined): boolean {
  return movement !== undefined && movement.state !== "moving";
}

interface MovementStatusProps {
  readonly movement: Movement | undefined;
  readonly account: string;
}

function MovementStatus({ movement, account }: MovementStatusProps): ReactElement {
  switch (movement?.state) {
    case undefined:
      return <StatusIndicator type="pending">{`${account}: waits`}</StatusIndicator>;
    case "moving":
      return <StatusIndicator type="in-progress">{`${account}: moving`}</StatusIndicator>;
    case "moved":
      return <StatusIndicator>{`${account}: moved`}</StatusIndicator>;
    case "failed": {
      const { code, message } = movement.error;
      return <StatusIndicator type="error">{`${account}: ${message} (${code})`}</StatusIndicator>;
    }
  }
}
