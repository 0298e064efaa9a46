// An error as IAM and STS spell it.

import { encodeQueryError, identityOperations, queryContentType } from "@withhold/wire";
import type { IdentityService, QueryError } from "@withhold/wire";
import type { Answer } from "./exchange.js";

/** `Receiver`: the fault is ours. `service`: STS where it is not known. */
export function queryFailure({
  service = "sts",
  ...error
}: {
  readonly service?: IdentityService | undefined;
  readonly type: QueryError["type"];
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly requestId: string;
}): Answer {
  const { namespace } = identityOperations[service];
  const body = encodeQueryError({ ...error, namespace });
  return { status: error.status, contentType: queryContentType, body, errorCode: error.code };
}
