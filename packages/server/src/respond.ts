// An answer written to its connection.

import type { IncomingMessage, ServerResponse } from "node:http";
import { STATUS_CODES } from "node:http";
import type { Answer } from "./requests/exchange.js";

/** One request on a connection, and what answers it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
}

/** `isLast`: the connection ends with this answer. */
export function respond({ response, requestId }: Exchange, answer: Answer, isLast: boolean): void {
  response.writeHead(answer.status, headersOf(answer, requestId, isLast));
  response.end(answer.body);
}

/**
 * The last answer of a connection, to a client that may still be sending. What it sends is dropped for a while: closing
 * at once would reset the connection under it, and many a client would never read the answer.
 */
export function respondAndLinger(exchange: Exchange, answer: Answer, lingerMilliseconds: number): void {
  const { request, response, requestId } = exchange;
  if (request.complete) return respond(exchange, answer, true);
  // Node forgets a request that is answered; without this, whoever waits for its body would wait forever.
  response.once("finish", () => request.destroy());
  if (request.socket.readableEnded) return respond(exchange, answer, true);
  response.writeHead(answer.status, headersOf(answer, requestId, true));
  response.write(answer.body);
  const end = (): void => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, lingerMilliseconds);
  request.on("end", end).on("close", end).resume();
}

/** The same as bytes, for where no parser is left that could carry it. */
export function answerBytes(answer: Answer, requestId: string): string {
  const headers = headersOf(answer, requestId, true);
  const lines = headers.map((text, index) => `${text}${index % 2 === 0 ? ": " : "\r\n"}`).join("");
  return `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ""}\r\n${lines}\r\n${answer.body}`;
}

/** Name, value, name, value…, which Node writes as it is. */
function headersOf({ contentType, body }: Answer, requestId: string, isLast: boolean): string[] {
  const length = String(Buffer.byteLength(body));
  const headers = ["x-amzn-requestid", requestId, "content-type", contentType, "content-length", length];
  return isLast ? [...headers, "connection", "close"] : headers;
}
