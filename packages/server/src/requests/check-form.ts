// Whether a request has a form that this server understands, before anybody reads its body.

import type { IncomingMessage } from "node:http";
import { requestBodyBytesMax, requestHeadersMax } from "../limits.js";
import { rawHeader } from "./exchange.js";
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
  ({ rawHeaders, httpVersion }) =>
    rawHeader(rawHeaders, "host") === undefined && httpVersion === "1.1"
      ? badForm("send the header `host`")
      : undefined,
  // A URL in the request line would name a second host, which no signature covers.
  ({ url = "" }) =>
    url.startsWith("/") || url === "*"
      ? undefined
      : badForm("the request line names a whole URL, send its path alone; this server is no proxy"),
  // Of several codings Node undoes the last alone.
  ({ rawHeaders }) =>
    hasNoOther(rawHeaders, "transfer-encoding", "chunked")
      ? undefined
      : badForm(
          "send the body with `content-length`, or with `transfer-encoding: chunked` and no other coding",
        ),
  ({ rawHeaders }) =>
    hasNoOther(rawHeaders, "content-encoding", "identity")
      ? undefined
      : badForm("the header `content-encoding` names a coding, send the body as it is"),
  ({ rawHeaders }) =>
    Number(rawHeader(rawHeaders, "content-length") ?? 0) > requestBodyBytesMax ? bodyTooLarge : undefined,
];

/** Every repetition of a header has this value, or it is absent. */
function hasNoOther(rawHeaders: readonly string[], name: string, value: string): boolean {
  for (let index = 1; index < rawHeaders.length; index += 2) {
    const received = rawHeaders[index - 1];
    if (received?.length !== name.length || received.toLowerCase() !== name) continue;
    if (rawHeaders[index]?.trim().toLowerCase() !== value) return false;
  }
  return true;
}

/** The first reason to refuse. */
export function checkForm(request: IncomingMessage): Refusal | undefined {
  for (const check of checks) {
    const refusal = check(request);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
