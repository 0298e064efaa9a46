// Whether a request has a form that this server understands, before anybody reads its body.

import type { IncomingMessage } from "node:http";
import { requestBodyBytesMax, requestHeadersMax } from "../limits.js";
import { bodyTooLarge, headTooLarge, unreadable } from "./refusal.js";
import type { Refusal } from "./refusal.js";

const badForm = (message: string): Refusal => ({ ...unreadable, message });

const checks: readonly ((request: IncomingMessage) => Refusal | undefined)[] = [
  ({ httpVersion }) =>
    httpVersion === "1.1" || httpVersion === "1.0" ? undefined : badForm("send HTTP/1.1"),
  ({ rawHeaders }) =>
    rawHeaders.length <= requestHeadersMax * 2
      ? undefined
      : { ...headTooLarge, message: `send at most ${requestHeadersMax} headers` },
  ({ headers, httpVersion }) =>
    headers.host === undefined && httpVersion === "1.1" ? badForm("send the header `host`") : undefined,
  // A URL in the request line would name a second host, which no signature covers.
  ({ url = "" }) =>
    url.startsWith("/") || url === "*"
      ? undefined
      : badForm("the request line names a whole URL, send its path alone; this server is no proxy"),
  // Of several codings Node undoes the last alone.
  ({ headers }) =>
    (headers["transfer-encoding"] ?? "chunked").toLowerCase() === "chunked"
      ? undefined
      : badForm(
          "send the body with `content-length`, or with `transfer-encoding: chunked` and no other coding",
        ),
  ({ headers }) =>
    (headers["content-encoding"] ?? "identity").toLowerCase() === "identity"
      ? undefined
      : badForm("the header `content-encoding` names a coding, send the body as it is"),
  ({ headers }) => (Number(headers["content-length"] ?? 0) > requestBodyBytesMax ? bodyTooLarge : undefined),
];

/** The first reason to refuse. */
export function checkForm(request: IncomingMessage): Refusal | undefined {
  for (const check of checks) {
    const refusal = check(request);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
