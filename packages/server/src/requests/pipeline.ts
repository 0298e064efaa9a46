// The way of a request: which protocol it speaks, then that protocol's endpoint; written once for every carrier.

import { jsonContentType, encodeJsonError } from "@withhold/wire";
import type { Logger } from "pino";
import type { Answer, ExchangeRequest } from "./exchange.js";
import type { Endpoint } from "./organizations-endpoint.js";
import { stsFailure } from "./sts-endpoint.js";

export interface Endpoints {
  readonly organizations: Endpoint;
  readonly sts: Endpoint;
}

export type Pipeline = (request: ExchangeRequest, requestId: string) => Promise<Answer>;

/** Total: whatever happens, there is an answer, and what nobody foresaw is logged. */
export function pipeline(endpoints: Endpoints, log: Logger): Pipeline {
  return async (request, requestId) => {
    const protocol = protocolOf(request);
    try {
      const answer = await endpoints[protocol](request, requestId);
      log.debug(
        { requestId, operation: answer.operation, status: answer.status, errorCode: answer.errorCode },
        "answered",
      );
      return answer;
    } catch (error) {
      log.error({ err: error, requestId }, "the request failed");
      const message = `something went wrong here; the server's log says what, under request id ${requestId}`;
      const code = "InternalFailure";
      if (protocol === "sts") return stsFailure({ type: "Receiver", code, status: 500, message, requestId });
      const body = encodeJsonError({ kind: "common", code, message });
      return { status: 500, contentType: jsonContentType, body, errorCode: code };
    }
  };
}

/** Organizations speaks JSON and names its operation in a header; STS speaks Query, in a form or in the URL. */
function protocolOf({ method, target, contentType }: ExchangeRequest): keyof Endpoints {
  if (method === "GET") return "sts";
  if (target !== undefined) return "organizations";
  if (contentType?.startsWith("application/x-www-form-urlencoded") === true) return "sts";
  return "organizations";
}
