// The operator's API: JSON under `/v1`, from a request, signed or not, to an encoded answer.

import { signatureError } from "@withhold/wire";
import type { Logger } from "pino";
import { NotRecorded, WriterBusy } from "../cell/write-refusals.js";
import type { Authenticate } from "../requests/authenticate.js";
import type { Caller } from "../requests/caller.js";
import type { Answer, ExchangeRequest } from "../requests/exchange.js";
import type { Endpoint } from "../requests/organizations-endpoint.js";
import { CallerGone } from "../requests/permission.js";
import { PasswordsBusy } from "../sign-in/passwords.js";
import { OperatorError } from "./operator-error.js";

const contentType = "application/json";

/** What one route does: `who` is the caller, or for whoever need not sign how the request came. */
export interface OperatorOperation<Input, Who> {
  /** By which the record, metrics and the log call it. */
  readonly name: string;
  /** Where it answers other than 200. */
  readonly status?: number;
  /** Absent: it takes no body. Throws an `OperatorError` that names the place. */
  readonly read?: (body: Uint8Array) => Input;
  /** Rejects with an `OperatorError`, or with what the writer rejects with. */
  readonly run: (input: Input, who: Who) => Promise<object>;
}

/** Of whoever need not sign. */
export interface Stranger {
  readonly requestId: string;
  readonly sourceIp: string | undefined;
}

/** For callers who sign. Total: whatever happens, there is an answer, and what nobody foresaw is logged. */
export function operatorEndpoint<Input>(
  authenticate: Authenticate,
  operation: OperatorOperation<Input, Caller>,
  log: Logger,
): Endpoint {
  return endpoint(operation, log, async (request, requestId) => {
    // A scope of its own: what was signed for AWS's API can never be used here, nor the other way round.
    const authenticated = await authenticate(request, ["withhold"], requestId);
    if (authenticated.ok) return authenticated.caller;
    const { message } = signatureError(authenticated.fault, "json");
    throw new OperatorError("unauthenticated", `${message}; sign as \`GET /v1/openapi.json\` says`);
  });
}

/** For everybody. Total as the other. */
export function openEndpoint<Input>(operation: OperatorOperation<Input, Stranger>, log: Logger): Endpoint {
  return endpoint(operation, log, async ({ sourceIp }, requestId) => ({ requestId, sourceIp }));
}

function endpoint<Input, Who>(
  { name: operation, status = 200, read, run }: OperatorOperation<Input, Who>,
  log: Logger,
  identify: (request: ExchangeRequest, requestId: string) => Promise<Who>,
): Endpoint {
  return async (request, requestId) => {
    try {
      const who = await identify(request, requestId);
      // An operation that reads no body has no input.
      const input = read === undefined ? (undefined as Input) : read(jsonBodyOf(request));
      const output = await run(input, who);
      return { status, contentType, body: JSON.stringify(output), operation };
    } catch (error) {
      return { ...operatorRefusal(errorOf(error, operation, log, requestId), requestId), operation };
    }
  };
}

function jsonBodyOf({ contentType: given, body }: ExchangeRequest): Uint8Array {
  if (/^application\/json *(?:; *charset=utf-8 *)?$/i.test(given ?? "")) return body;
  throw new OperatorError("unsupported-media-type", "send the body as `content-type: application/json`");
}

export function operatorRefusal(
  { status, code, message, place, retryAfterSeconds }: OperatorError,
  requestId: string,
): Answer {
  const error = { code, message, ...(place === undefined ? {} : { place }) };
  const body = JSON.stringify({ error, requestId });
  return { status, contentType, body, errorCode: code, retryAfterSeconds };
}

/** What the caller is told. What it could not have caused is logged with its cause and answered without it. */
function errorOf(error: unknown, operation: string, log: Logger, requestId: string): OperatorError {
  if (error instanceof OperatorError) return error;
  if (error instanceof WriterBusy) {
    return new OperatorError("busy", "too many changes wait already; try again in a moment");
  }
  if (error instanceof PasswordsBusy) return new OperatorError("busy", error.message);
  if (error instanceof CallerGone) {
    const message = "The security token included in the request is invalid; sign in again";
    return new OperatorError("unauthenticated", message);
  }
  log.error({ err: error, operation, requestId }, "the operation failed");
  if (error instanceof NotRecorded) {
    return new OperatorError("not-stored", "the change could not be stored and did not happen; try again");
  }
  const message = `something went wrong here, and the change may have happened; the server's log says what, under request id ${requestId}`;
  return new OperatorError("failed", message);
}
