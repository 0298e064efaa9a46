// The way of a request: which protocol it speaks, then that protocol's endpoint; written once for every carrier.

import type { Logger } from "pino";
import { protocolOf } from "./exchange.js";
import type { Answer, ExchangeRequest, Protocol } from "./exchange.js";
import type { Endpoint } from "./organizations-endpoint.js";
import { internalFailure, refusalAnswer } from "./refusal.js";

export type Endpoints = Readonly<Record<Protocol, Endpoint>>;

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
      return refusalAnswer(internalFailure(requestId), protocol, requestId);
    }
  };
}
