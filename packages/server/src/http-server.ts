// HTTP: the rim of the server. Carries requests to the pipeline and its answers back.

import { randomUUID } from "node:crypto";
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
import type { Answer } from "./requests/exchange.js";
import type { Pipeline } from "./requests/pipeline.js";

export interface HttpOptions {
  readonly pipeline: Pipeline;
  /** Whether the server can answer from its journal. */
  readonly ready: () => boolean;
  readonly metrics: Metrics;
}

const noBody = new Uint8Array();

export function httpServer({ pipeline, ready, metrics }: HttpOptions): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: requestBodyBytesMax,
    requestTimeout: requestMillisecondsMax,
    keepAliveTimeout: idleConnectionMilliseconds,
    forceCloseConnections: "idle",
    http: { maxHeaderSize: requestHeadBytesMax, headersTimeout: requestMillisecondsMax },
    // Signatures are over bytes, so bodies reach the pipeline as they came.
    routerOptions: { ignoreTrailingSlash: false },
    exposeHeadRoutes: false,
    // While closing, what arrives on open connections is still answered, in the form that its client reads.
    return503OnClosing: false,
    // Paths that no router can read.
    frameworkErrors: (error, _, reply) => void send(reply, transportRefusal(error), randomUUID()),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_, body, done) => done(null, body));
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const requestId = randomUUID();
    const [path, query] = splitOnce(request.raw.url ?? "/", "?");
    const body = request.body instanceof Uint8Array ? request.body : noBody;
    const { rawHeaders, method = "POST" } = request.raw;
    const target = single(request.headers["x-amz-target"]);
    const contentType = request.headers["content-type"];
    const result = await pipeline({ method, path, query, rawHeaders, body, target, contentType }, requestId);
    metrics.answered(result);
    return send(reply, result, requestId);
  };
  app.post("/", answer);
  app.get("/", answer);
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
  if (status === 413) {
    const message = `the body is larger than ${requestBodyBytesMax} bytes; no operation takes as much`;
    return refusal(413, "RequestEntityTooLargeException", message);
  }
  return status < 500
    ? refusal(status, "SerializationException", "the request cannot be read; check its headers and length")
    : refusal(500, "InternalFailure", "something went wrong here");
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

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(",") : header;
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}
