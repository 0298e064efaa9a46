// The API on `/`, the one path that is hot, answered ahead of the framework, which costs a quarter of the CPU of a request.

import type { IncomingMessage } from "node:http";
import { whenThere } from "./eventual.js";
import type { Eventual } from "./eventual.js";
import type { Load } from "./load.js";
import { readBody } from "./read-body.js";
import type { Answer } from "./requests/exchange.js";
import { overloaded } from "./requests/refusal.js";
import type { Refusal } from "./requests/refusal.js";
import { respond } from "./respond.js";
import type { Exchange } from "./respond.js";

export interface DirectEndpoint {
  readonly answer: (request: IncomingMessage, body: Uint8Array, requestId: string) => Eventual<Answer>;
  /** Without ending the connection, where it can go on. */
  readonly refuse: (exchange: Exchange, refusal: Refusal) => void;
  /** And ends the connection. */
  readonly refuseLast: (exchange: Exchange, refusal: Refusal) => void;
  readonly load: Load;
  /** Whether clients are told to send nothing more on this connection, as while closing. */
  readonly isLast: (exchange: Exchange) => boolean;
}

/** Whether a request is for the API that AWS clients call. */
export function isForDirectEndpoint(request: IncomingMessage): boolean {
  const { method, url = "" } = request;
  if (method !== "POST" && method !== "GET") return false;
  return url === "/" ? !isPersonLooking(request) : url.startsWith("/?");
}

/** Somebody who typed the address into a browser. Calls by GET have a query. */
function isPersonLooking({ method, headers }: Pick<IncomingMessage, "method" | "headers">): boolean {
  return method === "GET" && headers.accept?.includes("text/html") === true;
}

/** Takes the whole body, asks, answers. A body that never ends is cut off by the server's `requestTimeout`. */
export function directEndpoint(endpoint: DirectEndpoint): (exchange: Exchange) => void {
  return (exchange) => {
    const share = endpoint.load.enter();
    if (share === undefined) return endpoint.refuse(exchange, overloaded);
    const { request, requestId } = exchange;
    const respondWith = (answer: Answer): void => {
      share.giveBack();
      respond(exchange, answer, endpoint.isLast(exchange));
    };
    return readBody(request, share, {
      // INVARIANT: `answer` is total, so there is always something to respond.
      done: (body) => void whenThere(endpoint.answer(request, body, requestId), respondWith),
      refused: (refusal) => {
        share.giveBack();
        endpoint.refuseLast(exchange, refusal);
      },
      gone: share.giveBack,
    });
  };
}
