// Whether a request has a form that this server understands, before anybody reads its body.

import type { IncomingMessage } from "node:http";
import { requestBodyBytesMax, requestHeadersMax } from "../limits.js";
import { bodyTooLarge, headTooLarge, unreadable } from "./refusal.js";
import type { Refusal } from "./refusal.js";

const badForm = (message: string): Refusal => ({ ...unreadable, message });

/** The first reason to refuse. Repetitions of a header are one text here, joined by commas. */
export function checkForm({
  httpVersion,
  rawHeaders,
  headers,
  url = "",
}: IncomingMessage): Refusal | undefined {
  if (httpVersion !== "1.1" && httpVersion !== "1.0") return badForm("send HTTP/1.1");
  if (rawHeaders.length > requestHeadersMax * 2) {
    return { ...headTooLarge, message: `send at most ${requestHeadersMax} headers` };
  }
  if (headers.host === undefined && httpVersion === "1.1") return badForm("send the header `host`");
  // A URL in the request line would name a second host, which no signature covers.
  if (!url.startsWith("/") && url !== "*") {
    return badForm("the request line names a whole URL, send its path alone; this server is no proxy");
  }
  // Of several codings Node undoes the last alone.
  if (hasOther(headers["transfer-encoding"], "chunked")) {
    return badForm(
      "send the body with `content-length`, or with `transfer-encoding: chunked` and no other coding",
    );
  }
  if (hasOther(headers["content-encoding"], "identity")) {
    return badForm("the header `content-encoding` names a coding, send the body as it is");
  }
  return Number(headers["content-length"] ?? 0) > requestBodyBytesMax ? bodyTooLarge : undefined;
}

/** A header that is there and has not this value. */
function hasOther(received: string | undefined, value: string): boolean {
  return received !== undefined && received.trim().toLowerCase() !== value;
}
