// The operator's API: JSON under `/v1`, from a signed request to an encoded answer.

import { signatureError } from "@withhold/wire";
import type { Logger } from "pino";
import { NotRecorded, WriterBusy } from "../cell/write-refusals.js";
import type { Writer } from "../cell/writer.js";
import type { Authenticate } from "../requests/authenticate.js";
import type { Answer } from "../requests/exchange.js";
import type { Endpoint } from "../requests/organizations-endpoint.js";
import { createStandaloneAccount, createStandaloneAccountName } from "./create-standalone-account.js";
import { readNewAccountRequest } from "./new-account-request.js";
import { OperatorError } from "./operator-error.js";

const contentType = "application/json";

/** `POST /v1/accounts`. Total: whatever happens, there is an answer, and what nobody foresaw is logged. */
export function operatorEndpoint(authenticate: Authenticate, writer: Writer, log: Logger): Endpoint {
  return async (request, requestId) => {
    const operation = createStandaloneAccountName;
    try {
      // A scope of its own: what was signed for AWS's API can never be used here, nor the other way round.
      const authenticated = await authenticate(request, ["withhold"], requestId);
      if (!authenticated.ok) {
        const { message } = signatureError(authenticated.fault, "json");
        throw new OperatorError("unauthenticated", `${message}; sign as \`GET /v1/openapi.json\` says`);
      }
      if (!/^application\/json *(?:; *charset=utf-8 *)?$/i.test(request.contentType ?? "")) {
        throw new OperatorError(
          "unsupported-media-type",
          "send the body as `content-type: application/json`",
        );
      }
      const wanted = readNewAccountRequest(request.body);
      const created = await createStandaloneAccount(writer, wanted, authenticated.caller);
      return { status: 201, contentType, body: JSON.stringify(created), operation };
    } catch (error) {
      return { ...operatorRefusal(errorOf(error, log, requestId), requestId), operation };
    }
  };
}

export function operatorRefusal({ status, code, message, place }: OperatorError, requestId: string): Answer {
  const error = { code, message, ...(place === undefined ? {} : { place }) };
  return { status, contentType, body: JSON.stringify({ error, requestId }), errorCode: code };
}

/** What the caller is told. What it could not have caused is logged with its cause and answered without it. */
function errorOf(error: unknown, log: Logger, requestId: string): OperatorError {
  if (error instanceof OperatorError) return error;
  if (error instanceof WriterBusy) {
    return new OperatorError("busy", "too many changes wait already; try again in a moment");
  }
  log.error({ err: error, operation: createStandaloneAccountName, requestId }, "the operation failed");
  if (error instanceof NotRecorded) {
    return new OperatorError("not-stored", "the account could not be stored and does not exist; try again");
  }
  const message = `something went wrong here, and the account may exist; the server's log says what, under request id ${requestId}`;
  return new OperatorError("failed", message);
}
