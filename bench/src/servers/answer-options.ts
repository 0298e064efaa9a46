// What a bare server answers: an answer of ours, copied.

import type { ServerResponse } from "node:http";
import type { ReceivedAnswer } from "../keep-alive-client.js";

export interface AnswerOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

// Node writes these by itself.
const hopHeaders = new Set(["connection", "content-length", "date", "keep-alive"]);

export function answerLike({ head, body }: ReceivedAnswer): AnswerOptions {
  const lines = head.split("\r\n").slice(1);
  const headers = lines.map((line): [string, string] => {
    const [name = "", ...value] = line.split(": ");
    return [name.toLowerCase(), value.join(": ")];
  });
  return { headers: Object.fromEntries(headers.filter(([name]) => !hopHeaders.has(name))), body };
}

export function answer(response: ServerResponse, { headers, body }: AnswerOptions): void {
  response.writeHead(200, { ...headers, "content-length": Buffer.byteLength(body) });
  response.end(body);
}
