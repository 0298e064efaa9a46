// The way of a request: which protocol it speaks, then that protocol's endpoint; written once for every carrier.

import type { Logger } from "pino";
import { eventually } from "../eventual.js";
import type { Eventual } from "../eventual.js";
import { protocolOf } from "./exchange.js";
import type { Answer, ExchangeRequest, Protocol } from "./exchange.js";
import type { Endpoint } from "./organizations-endpoint.js";
import { internalFailure, refusalAnswer } from "./refusal.js";

export type Endpoints = Readonly<Record<Protocol, Endpoint>>;

export type Pipeline = (request: ExchangeRequest, requestId: string) => Eventual<Answer>;

/** Total: whatever happens, there is an answer, and what nobody foresaw is logged. */
export function pipeline(endpoints: Endpoints, log: Logger): Pipeline {
  return (request, requestId) => {
    const protocol = protocolOf(request);
    return eventually(
      () => endpoints[protocol](request, requestId),
      (answer) => {
        const { operation, status, errorCode } = answer;
        log.debug({ requestId, operation, status, errorCode }, "answered");
        return answer;
      },
      (error) => {
        log.error({ err: error, requestId }, "the request failed");
        return refusalAnswer(internalFailure(requestId), protocol, requestId);
      },
    );
  };
}
