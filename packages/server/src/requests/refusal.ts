// What is said of a request that becomes no operation, in the form that its client reads.

import { encodeJsonError, jsonContentType } from "@withhold/wire";
import { requestBodyBytesMax, requestHeadBytesMax } from "../limits.js";
import type { Answer, Protocol } from "./exchange.js";
import { queryFailure } from "./query-failure.js";

export interface Refusal {
  readonly status: number;
  /** One of those that AWS lists as common to all of its services. */
  readonly code: string;
  readonly message: string;
}

/** AWS clients try again on 503. */
export const overloaded: Refusal = {
  status: 503,
  code: "ServiceUnavailable",
  message: "the server has as much to do as it can hold; try again in a moment",
};

export const bodyTooLarge: Refusal = {
  status: 413,
  code: "RequestEntityTooLargeException",
  message: `the body is larger than ${requestBodyBytesMax} bytes; no operation takes as much`,
};

export const headTooLarge: Refusal = {
  status: 431,
  code: "RequestEntityTooLargeException",
  message: `the request line and its headers are larger than ${requestHeadBytesMax} bytes; send fewer or shorter headers`,
};

/** AWS clients try again on this code. Nothing was done: the request never came whole. */
export const tooSlow: Refusal = {
  status: 408,
  code: "RequestTimeoutException",
  message: "the whole request did not come in time; send it again",
};

export const unreadable: Refusal = {
  status: 400,
  code: "MalformedHttpRequestException",
  message: "what was sent is no HTTP/1.1 request; check its request line, its headers and its length",
};

export function nothingAt(method: string, url: string): Refusal {
  const message = `nothing at \`${method} ${url.slice(0, 128)}\`; AWS clients call \`POST /\``;
  return { status: 404, code: "UnknownOperationException", message };
}

export function internalFailure(requestId: string): Refusal {
  const message = `something went wrong here; the server's log says what, under request id ${requestId}`;
  return { status: 500, code: "InternalFailure", message };
}

export function refusalAnswer(
  { status, code, message }: Refusal,
  protocol: Protocol,
  requestId: string,
): Answer {
  if (protocol === "query") {
    const type = status === 500 || status === 503 ? "Receiver" : "Sender";
    return queryFailure({ type, code, status, message, requestId });
  }
  const body = encodeJsonError({ kind: "common", code, message });
  return { status, contentType: jsonContentType, body, errorCode: code };
}
