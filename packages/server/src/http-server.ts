// HTTP: the rim of the server. Carries requests to the pipeline and its answers back.

import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import { encodeJsonError, jsonContentType } from "@withhold/wire";
import fastify from "fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import {
  idleConnectionMilliseconds,
  requestBodyBytesMax,
  requestHeadBytesMax,
  requestMillisecondsMax,
} from "./limits.js";
import type { Metrics } from "./metrics.js";
import { directEndpoint } from "./direct-endpoint.js";
import { rawHeader } from "./requests/exchange.js";
import type { Answer, ExchangeRequest } from "./requests/exchange.js";
import type { Pipeline } from "./requests/pipeline.js";

export interface HttpOptions {
  readonly pipeline: Pipeline;
  /** Whether the server can answer from its journal. */
  readonly ready: () => boolean;
  readonly metrics: Metrics;
}

const noBody = new Uint8Array();

export function httpServer({ pipeline, ready, metrics }: HttpOptions): FastifyInstance {
  let isClosing = false;
  const answer = async (request: IncomingMessage, body: Uint8Array, requestId: string): Promise<Answer> => {
    const result = await pipeline(exchangeRequest(request, body), requestId);
    metrics.answered(result);
    return result;
  };
  const direct = directEndpoint({ answer, tooLarge, isClosing: () => isClosing });
  const app = fastify({
    logger: false,
    bodyLimit: requestBodyBytesMax,
    serverFactory: (framework) =>
      createServer(serverLimits, (request, response) => {
        if (request.method === "POST" && request.url === "/") direct(request, response);
        else framework(request, response);
      }),
    exposeHeadRoutes: false,
    // While closing, what arrives on open connections is still answered, in the form that its client reads.
    return503OnClosing: false,
    // Paths that no router can read.
    frameworkErrors: (error, _, reply) => void send(reply, transportRefusal(error), randomUUID()),
  });
  app.addHook("preClose", (done) => {
    isClosing = true;
    done();
  });
  // Signatures are over bytes, so bodies reach the pipeline as they came.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));
  const answerRouted = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const requestId = randomUUID();
    const body = request.body instanceof Uint8Array ? request.body : noBody;
    return send(reply, await answer(request.raw, body, requestId), requestId);
  };
  app.post("/", answerRouted);
  app.get("/", answerRouted);
  app.get("/healthz", async (_, reply) => reply.type("text/plain").send("ok\n"));
  app.get("/readyz", async (_, reply) =>
    ready()
      ? reply.type("text/plain").send("ready\n")
      : reply.code(503).type("text/plain").send("not ready\n"),
  );
  app.get("/metrics", async (_, reply) => reply.type(metrics.contentType).send(await metrics.render()));
  app.setNotFoundHandler(async (request, reply) => {
    const message = `nothing at \`${request.method} ${request.url.slice(0, 128)}\`; AWS clients call \`POST /\``;
    return send(reply, refusal(404, "UnknownOperationException", message), randomUUID());
  });
  app.setErrorHandler(async (error, _, reply) => send(reply, transportRefusal(error), randomUUID()));
  return app;
}

const serverLimits = {
  maxHeaderSize: requestHeadBytesMax,
  headersTimeout: requestMillisecondsMax,
  requestTimeout: requestMillisecondsMax,
  keepAliveTimeout: idleConnectionMilliseconds,
};

function exchangeRequest(request: IncomingMessage, body: Uint8Array): ExchangeRequest {
  const { rawHeaders, method = "POST", url = "/" } = request;
  const [path, query] = splitOnce(url, "?");
  const target = rawHeader(rawHeaders, "x-amz-target");
  const contentType = rawHeader(rawHeaders, "content-type");
  return { method, path, query, rawHeaders, body, target, contentType };
}

function send(reply: FastifyReply, { status, contentType, body }: Answer, requestId: string): FastifyReply {
  // Bytes: Fastify adds a charset to the content type of text, and AWS's has none.
  return reply
    .code(status)
    .header("x-amzn-requestid", requestId)
    .header("content-type", contentType)
    .send(Buffer.from(body));
}

/** What Fastify itself refuses: bodies too large, broken framing. */
function transportRefusal(error: unknown): Answer {
  const status = statusOf(error);
  if (status === 413) return tooLarge();
  return status < 500
    ? refusal(status, "SerializationException", "the request cannot be read; check its headers and length")
    : refusal(500, "InternalFailure", "something went wrong here");
}

function tooLarge(): Answer {
  const message = `the body is larger than ${requestBodyBytesMax} bytes; no operation takes as much`;
  return refusal(413, "RequestEntityTooLargeException", message);
}

function statusOf(error: unknown): number {
  return typeof error === "object" &&
    error !== null &&
    "statusCode" in error &&
    typeof error.statusCode === "number"
    ? error.statusCode
    : 500;
}

function refusal(status: number, code: string, message: string): Answer {
  return {
    status,
    contentType: jsonContentType,
    body: encodeJsonError({ kind: "common", code, message }),
    errorCode: code,
  };
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}
