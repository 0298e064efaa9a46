// An account outside any organization, made by the operator of the server: what AWS does on its sign-up page.

import { standaloneAccount } from "../cell/standalone-account.js";
import type { RootAccessKey } from "../cell/standalone-account.js";
import type { State } from "../cell/state.js";
import type { Writer } from "../cell/writer.js";
import type { Caller } from "../requests/caller.js";
import { knownCaller } from "../requests/permission.js";
import type { NewAccountRequest } from "./new-account-request.js";
import { OperatorError } from "./operator-error.js";

/** The only time that the secret is told. */
export interface CreatedAccount {
  readonly account: { readonly id: string; readonly name: string; readonly email: string };
  readonly rootAccessKey: RootAccessKey;
}

export const createStandaloneAccountName = "CreateStandaloneAccount";

/** Rejects with an `OperatorError`, or with what the writer rejects with. */
export async function createStandaloneAccount(
  writer: Writer,
  { name, email }: NewAccountRequest,
  caller: Caller,
): Promise<CreatedAccount> {
  return writer.write({
    operation: createStandaloneAccountName,
    actor: caller.actor,
    requestId: caller.requestId,
    decide(state) {
      requireOperator(state, caller);
      if (state.cell.hasEmail(email)) {
        const message =
          "an account of this server has this e-mail address; each is for one account, choose another";
        throw new OperatorError("email-taken", message, "$.email");
      }
      const { accountId: id, rootAccessKey, events, secrets } = standaloneAccount(state, { name, email });
      return { events, secrets, output: () => ({ account: { id, name, email }, rootAccessKey }) };
    },
  });
}

/** The operator is the root user of the account that the cell began with. Whoever else has a key here is a customer. */
function requireOperator(state: State, caller: Caller): void {
  const { firstAccount } = state.cell;
  const { principal, accountId } = knownCaller(state, caller);
  const isOpen = firstAccount?.id === accountId && firstAccount.closedAt === undefined;
  if (isOpen && principal.type === "root") return;
  const message = `\`${principal.arn}\` is not the operator; sign with the root access key of the server's first account, which the \`credentials\` file of its data directory holds`;
  throw new OperatorError("not-operator", message);
}
