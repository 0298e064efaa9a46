// `POST /`, the one path that is hot, answered ahead of the framework, which costs a quarter of the CPU of a request.

import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { requestBodyBytesMax } from "./limits.js";
import { rawHeader } from "./requests/exchange.js";
import type { Answer } from "./requests/exchange.js";

export interface DirectEndpoint {
  readonly answer: (request: IncomingMessage, body: Uint8Array, requestId: string) => Promise<Answer>;
  /** What a body over the limit is told. */
  readonly tooLarge: () => Answer;
  /** While closing, clients are told to send nothing more on their connection. */
  readonly isClosing: () => boolean;
}

/** Takes the whole body, asks, answers. A body that never ends is cut off by the server's `requestTimeout`. */
export function directEndpoint(
  endpoint: DirectEndpoint,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const requestId = randomUUID();
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      if (length <= requestBodyBytesMax) chunks.push(chunk);
      else refuse();
    };
    const answerWith = async (body: Uint8Array): Promise<void> => {
      const answer = await endpoint.answer(request, body, requestId);
      respond(response, answer, requestId, endpoint.isClosing());
    };
    const refuse = (): void => {
      request.off("data", take).off("end", finish).resume();
      respond(response, endpoint.tooLarge(), requestId, true);
    };
    const finish = (): void => {
      const [only] = chunks;
      const body = only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks);
      // INVARIANT: `answer` is total, so there is always something to respond.
      void answerWith(body);
    };
    if (Number(rawHeader(request.rawHeaders, "content-length") ?? 0) > requestBodyBytesMax) refuse();
    else request.on("data", take).on("end", finish);
  };
}

function respond(
  response: ServerResponse,
  { status, contentType, body }: Answer,
  requestId: string,
  isLast: boolean,
): void {
  response.writeHead(status, {
    "x-amzn-requestid": requestId,
    "content-type": contentType,
    "content-length": Buffer.byteLength(body),
    ...(isLast ? { connection: "close" } : undefined),
  });
  response.end(body);
}
