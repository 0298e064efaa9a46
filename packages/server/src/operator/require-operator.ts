// Who the operator is.

import type { State } from "../cell/state.js";
import type { Caller } from "../requests/caller.js";
import { knownCaller } from "../requests/permission.js";
import { OperatorError } from "./operator-error.js";

/** The operator is the root user of the account that the cell began with. Whoever else has a key here is a customer. */
export function requireOperator(state: State, caller: Caller): void {
  const { firstAccount } = state.cell;
  const { principal, accountId } = knownCaller(state, caller);
  const isOpen = firstAccount?.id === accountId && firstAccount.closedAt === undefined;
  if (isOpen && principal.type === "root") return;
  const message = `\`${principal.arn}\` is not the operator; sign with the root access key of the server's first account, which the \`credentials\` file of its data directory holds`;
  throw new OperatorError("not-operator", message);
}
