// An account outside any organization, made by the operator of the server: what AWS does on its sign-up page.

import { standaloneAccount } from "../cell/standalone-account.js";
import type { RootAccessKey } from "../cell/standalone-account.js";
import type { Writer } from "../cell/writer.js";
import type { Caller } from "../requests/caller.js";
import { readNewAccountRequest } from "./new-account-request.js";
import type { NewAccountRequest } from "./new-account-request.js";
import type { OperatorOperation } from "./operator-endpoint.js";
import { OperatorError } from "./operator-error.js";
import { requireOperator } from "./require-operator.js";

/** The only time that the secret is told. */
interface CreatedAccount {
  readonly account: { readonly id: string; readonly name: string; readonly email: string };
  readonly rootAccessKey: RootAccessKey;
}

const name = "CreateStandaloneAccount";

/** `POST /v1/accounts`. */
export function createStandaloneAccount(writer: Writer): OperatorOperation<NewAccountRequest, Caller> {
  const run = async (wanted: NewAccountRequest, caller: Caller): Promise<CreatedAccount> =>
    writer.write({
      operation: name,
      actor: caller.actor,
      requestId: caller.requestId,
      decide(state) {
        requireOperator(state, caller);
        if (state.cell.hasEmail(wanted.email)) {
          const message =
            "an account of this server has this e-mail address; each is for one account, choose another";
          throw new OperatorError("email-taken", message, "$.email");
        }
        const { accountId: id, rootAccessKey, events, secrets } = standaloneAccount(state, wanted);
        return { events, secrets, output: () => ({ account: { id, ...wanted }, rootAccessKey }) };
      },
    });
  return { name, status: 201, read: readNewAccountRequest, run };
}
