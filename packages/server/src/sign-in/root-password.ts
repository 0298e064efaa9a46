// The password of a root user, which it sets and removes itself.

import { rootPasswordSecretName } from "@withhold/identity";
import type { State } from "../cell/state.js";
import type { Writer } from "../cell/writer.js";
import type { OperatorOperation } from "../operator/operator-endpoint.js";
import { OperatorError } from "../operator/operator-error.js";
import { readBodyMembers } from "../operator/read-members.js";
import type { Caller } from "../requests/caller.js";
import { knownCaller } from "../requests/permission.js";
import { newPasswordSchema } from "./password-schema.js";
import type { Passwords } from "./passwords.js";

export interface RootPasswordOptions {
  readonly writer: Writer;
  readonly passwords: Passwords;
}

export const rootPasswordSchema = {
  type: "object",
  required: ["password"],
  additionalProperties: false,
  properties: { password: newPasswordSchema },
} as const;

/** `PUT /v1/root-password`. */
export function putRootPassword(
  options: RootPasswordOptions,
): OperatorOperation<{ readonly password: string }, Caller> {
  const { writer, passwords } = options;
  const name = "PutRootPassword";
  return {
    name,
    read: (body) => readBodyMembers(body, rootPasswordSchema),
    async run({ password }, caller) {
      // Hashing is made to cost, so it is done for nobody who may not ask for it.
      await writer.read((state) => requireRoot(state, caller));
      return record(writer, name, caller, await passwords.hash(password));
    },
  };
}

/** `DELETE /v1/root-password`. Where there is none, nothing changes. */
export function deleteRootPassword({
  writer,
}: Pick<RootPasswordOptions, "writer">): OperatorOperation<undefined, Caller> {
  const name = "DeleteRootPassword";
  return { name, run: async (_, caller) => record(writer, name, caller, undefined) };
}

async function record(
  writer: Writer,
  operation: string,
  caller: Caller,
  hash: string | undefined,
): Promise<object> {
  const { accountId, actor, requestId } = caller;
  const secret = rootPasswordSecretName(accountId);
  return writer.write({
    operation,
    actor,
    requestId,
    decide(state) {
      requireRoot(state, caller);
      const isSet = hash !== undefined;
      const type = isSet ? "root-password.put" : "root-password.deleted";
      const changes = isSet || state.secret(secret) !== undefined;
      return {
        events: changes ? [{ type, accountId }] : [],
        secrets: new Map([[secret, hash]]),
        output: () => ({ version: 1, accountId, rootPassword: isSet ? "set" : "none" }),
      };
    },
  });
}

function requireRoot(state: State, caller: Caller): void {
  const { principal, accountId } = knownCaller(state, caller);
  if (principal.type !== "root") {
    const message = `\`${principal.arn}\` is no root user; a root password is set and removed by the root user of the account alone`;
    throw new OperatorError("not-root", message);
  }
  if (state.cell.accounts.get(accountId)?.closedAt === undefined) return;
  throw new OperatorError("account-closed", `account ${accountId} is closed and may do nothing`);
}
