// Whether the caller would be permitted calls, by the code of the calls themselves, without making them.

import { IdentityFault } from "@withhold/identity";
import { Fault } from "@withhold/organization";
import type { State } from "../cell/state.js";
import type { Writer } from "../cell/writer.js";
import type { OperatorOperation } from "../operator/operator-endpoint.js";
import type { Caller } from "../requests/caller.js";
import { CallDenied } from "../requests/permission.js";
import type { IdentityRunner } from "../requests/run-identity-operation.js";
import type { OperationRunner } from "../requests/run-operation.js";
import { readPermissionsRequest } from "./permissions-request.js";
import type { AskedCall } from "./permissions-request.js";

export interface PermissionsOptions {
  readonly writer: Writer;
  readonly runner: Pick<OperationRunner, "permit">;
  readonly identityRunner: Pick<IdentityRunner, "permit">;
}

/** `POST /v1/permissions`. Nothing is recorded, and nothing but permission is asked: not whether the call would succeed. */
export function askPermissions(options: PermissionsOptions): OperatorOperation<readonly AskedCall[], Caller> {
  return {
    name: "AskPermissions",
    read: readPermissionsRequest,
    run: async (asked, caller) =>
      options.writer.read((state, now) => {
        const calls = asked.map((call) => {
          const reason = reasonAgainst(options, state, call, caller, now);
          const { operation } = call;
          return reason === undefined ? { operation, allowed: true } : { operation, allowed: false, reason };
        });
        return { version: 1, calls };
      }),
  };
}

/** What the caller would be told. Undefined: it may. */
function reasonAgainst(
  { runner, identityRunner }: PermissionsOptions,
  state: State,
  call: AskedCall,
  caller: Caller,
  now: number,
): string | undefined {
  try {
    if (call.service === "iam") identityRunner.permit(state, "iam", call.name, caller, now);
    else runner.permit(state, call.name, call.input, caller, now);
    return undefined;
  } catch (error) {
    if (error instanceof Fault || error instanceof IdentityFault || error instanceof CallDenied)
      return error.message;
    throw error;
  }
}
