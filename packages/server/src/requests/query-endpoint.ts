// IAM and STS: the Query protocol, from a signed request to an encoded answer.

import { IdentityFault, faultStatuses } from "@withhold/identity";
import {
  encodeQueryResponse,
  identityOperations,
  isIdentityOperation,
  parseQueryParameters,
  queryContentType,
  readAction,
  signatureError,
  validateQueryInput,
} from "@withhold/wire";
import type { Action, IdentityService, QueryResponse } from "@withhold/wire";
import type { Logger } from "pino";
import { NotRecorded, WriterBusy } from "../cell/write-refusals.js";
import { throttledMessage } from "../rate-limits/throttle.js";
import type { Throttle } from "../rate-limits/throttle.js";
import { PasswordsBusy } from "../sign-in/passwords.js";
import type { Authenticate } from "./authenticate.js";
import type { Answer } from "./exchange.js";
import type { Endpoint } from "./organizations-endpoint.js";
import { CallDenied, CallerGone, logDenial } from "./permission.js";
import { queryFailure } from "./query-failure.js";
import type { IdentityRunner } from "./run-identity-operation.js";

/** By which rate limits, metrics and the log call an operation: IAM shares names with Organizations. */
export function queryOperationName(service: IdentityService, action: string): string {
  return service === "iam" ? `iam:${action}` : action;
}

/** What is wrong, before an answer is made of it. */
interface Problem {
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly type?: "Receiver";
}

/** `POST /` with a form body, or `GET /?…`, presigned or not. What was signed for one service gets that one alone. */
export function queryEndpoint(
  authenticate: Authenticate,
  runner: Pick<IdentityRunner, "run">,
  log: Logger,
  throttle: Throttle = () => true,
): Endpoint {
  return async (request, requestId) => {
    const authenticated = await authenticate(request, ["sts", "iam"], requestId);
    if (!authenticated.ok) {
      return queryFailure({ type: "Sender", ...signatureError(authenticated.fault, "query"), requestId });
    }
    const { caller, service } = authenticated;
    const failure = (problem: Problem, operation?: string): Answer => ({
      ...queryFailure({ service, type: "Sender", ...problem, requestId }),
      ...(operation === undefined ? {} : { operation }),
    });
    const parsed = parseQueryParameters(request.method === "GET" ? request.query : request.body);
    if (!parsed.ok) return failure({ ...parsed.fault, status: 400 });
    const action = readAction(parsed.parameters);
    if (!action.ok) return failure({ ...action.fault, status: 400 });
    const unknown = unknownOperation(service, action);
    if (unknown !== undefined) return failure(unknown);
    const operation = queryOperationName(service, action.action);
    if (!throttle(caller.accountId, operation)) {
      return failure({ code: "Throttling", status: 400, message: throttledMessage }, operation);
    }
    const validated = validateQueryInput(service, action.action, parsed.parameters);
    if (!validated.ok) {
      return failure({ code: "ValidationError", status: 400, message: validated.message }, operation);
    }
    try {
      const output = await runner.run(service, action.action, validated.input, caller);
      const body = encodeQueryResponse({
        operation: action.action,
        namespace: identityOperations[service].namespace,
        result: Object.keys(output).length === 0 ? undefined : (output as QueryResponse["result"]),
        requestId,
      });
      return { status: 200, contentType: queryContentType, body, operation };
    } catch (error) {
      if (error instanceof CallDenied) logDenial(log, error, operation, requestId);
      return failure(problemOf(error, operation, log, requestId), operation);
    }
  };
}

function unknownOperation(
  service: IdentityService,
  { action, version }: Extract<Action, { readonly ok: true }>,
): Problem | undefined {
  const { version: ours } = identityOperations[service];
  if (version === ours && isIdentityOperation(service, action)) return undefined;
  const what = `\`${action.slice(0, 128)}\` of version \`${version.slice(0, 32)}\``;
  const message = `no operation ${what} in ${service.toUpperCase()} here; docs/iam.md lists those of version ${ours}; sign for the service that has it`;
  return { code: "InvalidAction", status: 400, message };
}

/** What the caller is told. What it could not have caused is logged with its cause and answered without it. */
function problemOf(error: unknown, operation: string, log: Logger, requestId: string): Problem {
  if (error instanceof IdentityFault) {
    const { code, message } = error;
    return { code, status: faultStatuses[code], message };
  }
  if (error instanceof CallDenied) return { code: "AccessDenied", status: 403, message: error.message };
  if (error instanceof CallerGone) {
    const message = "The security token included in the request is invalid";
    return { code: "InvalidClientTokenId", status: 403, message };
  }
  if (error instanceof WriterBusy || error instanceof PasswordsBusy) {
    const what = error instanceof WriterBusy ? "changes" : "passwords";
    return {
      code: "Throttling",
      status: 400,
      message: `too many ${what} wait already; try again in a moment`,
    };
  }
  log.error({ err: error, operation, requestId }, "the operation failed");
  const message =
    error instanceof NotRecorded
      ? "the change could not be stored and did not happen; try again"
      : `something went wrong here; the server's log says what, under request id ${requestId}`;
  return { code: "ServiceFailure", status: 500, message, type: "Receiver" };
}
