// The Organizations API: AWS JSON 1.1, from a signed request to an encoded answer.

import { Fault } from "@withhold/organization";
import type { OperationName } from "@withhold/organization";
import {
  declaredErrors,
  decodeJsonBody,
  encodeJsonError,
  encodeJsonOutput,
  jsonContentType,
  readTarget,
  signatureError,
  validateInput,
} from "@withhold/wire";
import type { JsonError } from "@withhold/wire";
import type { Logger } from "pino";
import { NotRecorded, WriterBusy } from "../cell/write-refusals.js";
import { throttledMessage } from "../rate-limits/throttle.js";
import type { Throttle } from "../rate-limits/throttle.js";
import { eventually, whenThere } from "../eventual.js";
import type { Eventual } from "../eventual.js";
import type { Authenticate, Authenticated } from "./authenticate.js";
import type { Answer, ExchangeRequest } from "./exchange.js";
import { CallDenied, CallerGone, logDenial } from "./permission.js";
import type { OperationRunner } from "./run-operation.js";

export type Endpoint = (request: ExchangeRequest, requestId: string) => Eventual<Answer>;

const services = ["organizations"] as const;

export function organizationsEndpoint(
  authenticate: Authenticate,
  runner: Pick<OperationRunner, "run">,
  log: Logger,
  throttle: Throttle = () => true,
): Endpoint {
  const answerTo = (
    request: ExchangeRequest,
    authenticated: Authenticated,
    requestId: string,
  ): Eventual<Answer> => {
    if (!authenticated.ok) {
      const { code, status, message } = signatureError(authenticated.fault, "json");
      return failure({ kind: "common", code, message }, status);
    }
    const target = readTarget(request.target);
    if (!target.ok) return failure(target.fault);
    const name = target.operation;
    if (!throttle(authenticated.caller.accountId, name)) {
      return failure(tooManyRequests("RATE_LIMIT", throttledMessage), 400, name);
    }
    const body = decodeJsonBody(request.body);
    if (!body.ok) return failure(body.fault, 400, name);
    const validated = validateInput(name, body.value);
    if (!validated.ok) return failure(validated.fault, 400, name);
    return eventually(
      // The constraint table has made the input what the SDK's type says.
      () => runner.run(name, validated.input, authenticated.caller),
      (output) => success(output, name),
      (error) => {
        const { known, status } = errorOf(error, name, log, requestId);
        return failure(known, status, name);
      },
    );
  };
  return (request, requestId) =>
    whenThere(authenticate(request, services, requestId), (authenticated) =>
      answerTo(request, authenticated, requestId),
    );
}

/** Every operation declares it, and AWS clients try again. AWS lists no values of `Type`; these are ours. */
function tooManyRequests(type: "RATE_LIMIT" | "OVERLOAD", message: string): JsonError {
  return { kind: "modelled", code: "TooManyRequestsException", type, message };
}

/** What the caller is told. What it could not have caused is logged with its cause and answered without it. */
function errorOf(
  error: unknown,
  name: OperationName,
  log: Logger,
  requestId: string,
): { readonly known: JsonError; readonly status: number } {
  if (error instanceof Fault && declaredErrors(name).some((declared) => declared === error.code)) {
    const { code, message, reason } = error;
    if (code === "AccessDeniedException") log.info({ requestId, operation: name, denied: message }, "denied");
    return {
      known: { kind: "modelled", code, message, reason },
      status: code === "ServiceException" ? 500 : 400,
    };
  }
  if (error instanceof CallDenied) {
    logDenial(log, error, name, requestId);
    return { known: { kind: "common", code: "AccessDeniedException", message: error.message }, status: 400 };
  }
  if (error instanceof CallerGone) {
    const message = "The security token included in the request is invalid";
    return { known: { kind: "common", code: "UnrecognizedClientException", message }, status: 400 };
  }
  if (error instanceof WriterBusy) {
    const message = "too many changes wait already; try again in a moment";
    return { known: tooManyRequests("OVERLOAD", message), status: 400 };
  }
  log.error({ err: error, operation: name, requestId }, "the operation failed");
  const message =
    error instanceof NotRecorded
      ? "the change could not be stored and did not happen; try again"
      : `something went wrong here; the server's log says what, under request id ${requestId}`;
  return { known: { kind: "modelled", code: "ServiceException", message }, status: 500 };
}

function success(output: object, operation: string): Answer {
  return { status: 200, contentType: jsonContentType, body: encodeJsonOutput(output), operation };
}

function failure(error: JsonError, status = 400, operation?: string): Answer {
  return {
    status,
    contentType: jsonContentType,
    body: encodeJsonError(error),
    errorCode: error.code,
    ...(operation === undefined ? {} : { operation }),
  };
}
