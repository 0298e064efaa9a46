// HTTP: the rim of the server. Carries requests to the pipeline and its answers back.

import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import fastify from "fastify";
import type { FastifyInstance, FastifyReply } from "fastify";
import { Connections } from "./connections.js";
import { directEndpoint, isForDirectEndpoint } from "./direct-endpoint.js";
import { whenThere } from "./eventual.js";
import type { Eventual } from "./eventual.js";
import { defaultServerLimits, requestBodyBytesMax, requestHeadBytesMax } from "./limits.js";
import type { ServerLimits } from "./limits.js";
import { Load } from "./load.js";
import type { Metrics } from "./metrics.js";
import { readBody } from "./read-body.js";
import type { BodyReading } from "./read-body.js";
import { checkForm } from "./requests/check-form.js";
import { protocolOf } from "./requests/exchange.js";
import type { Answer, ExchangeRequest } from "./requests/exchange.js";
import type { Pipeline } from "./requests/pipeline.js";
import { bodyTooLarge, nothingAt, overloaded, refusalAnswer, unreadable } from "./requests/refusal.js";
import type { Refusal } from "./requests/refusal.js";
import { respond, respondAndLinger } from "./respond.js";
import type { Exchange } from "./respond.js";

export interface HttpOptions {
  readonly pipeline: Pipeline;
  /** Whether the server can answer from its journal. */
  readonly ready: () => boolean;
  readonly metrics: Metrics;
  readonly limits?: Partial<ServerLimits> | undefined;
}

const noBody = new Uint8Array();

export function httpServer({ pipeline, ready, metrics, limits: changed }: HttpOptions): FastifyInstance {
  const limits = { ...defaultServerLimits, ...changed };
  const load = new Load(limits);
  let isClosing = false;
  const refusalFor = ({ request, requestId }: Exchange, refusal: Refusal): Answer => {
    const answer = refusalAnswer(refusal, protocolOf(exchangeRequest(request, noBody)), requestId);
    metrics.answered(answer);
    return answer;
  };
  const isLast = (exchange: Exchange): boolean => isClosing && connections.end(exchange);
  const refuse = (exchange: Exchange, refusal: Refusal): void =>
    respond(exchange, refusalFor(exchange, refusal), isLast(exchange));
  const refuseLast = (exchange: Exchange, refusal: Refusal): void => {
    connections.end(exchange);
    respondAndLinger(exchange, refusalFor(exchange, refusal), limits.lingerMilliseconds);
  };
  const connections = new Connections({ limits, refuseLast, answered: metrics.answered });
  const answer = (request: IncomingMessage, body: Uint8Array, requestId: string): Eventual<Answer> =>
    whenThere(pipeline(exchangeRequest(request, body), requestId), (result) => {
      metrics.answered(result);
      return result;
    });
  const direct = directEndpoint({ answer, refuse, refuseLast, load, isLast });
  const app = fastify({
    logger: false,
    bodyLimit: requestBodyBytesMax,
    serverFactory: (framework) => {
      const server = listener(limits, connections, refuseLast, (exchange) => {
        if (isForDirectEndpoint(exchange.request)) direct(exchange);
        else framework(exchange.request, exchange.response);
      });
      connections.watch(server);
      return server;
    },
    exposeHeadRoutes: false,
    // While closing, what arrives on open connections is still answered, in the form that its client reads.
    return503OnClosing: false,
    // Paths that no router can read.
    frameworkErrors: (error, _, reply) => void send(reply, transportRefusal(error)),
    clientErrorHandler: (error, socket) => connections.broken(error, socket),
  });
  app.addHook("preClose", (done) => {
    isClosing = true;
    done();
  });
  takeBodiesAsTheyCome(app, load);
  app.get("/", async (_, reply) => reply.redirect("console/", 307));
  app.get("/healthz", async (_, reply) => reply.type("text/plain").send("ok\n"));
  app.get("/readyz", async (_, reply) =>
    ready()
      ? reply.type("text/plain").send("ready\n")
      : reply.code(503).type("text/plain").send("not ready\n"),
  );
  app.get("/metrics", async (_, reply) => reply.type(metrics.contentType).send(await metrics.render()));
  app.setNotFoundHandler(async ({ method, url }, reply) => send(reply, nothingAt(method, url)));
  app.setErrorHandler(async (error, _, reply) => send(reply, transportRefusal(error)));
  return app;
}

/** Node's server, which hands on what has a form that we understand. */
function listener(
  limits: ServerLimits,
  connections: Connections,
  refuseLast: (exchange: Exchange, refusal: Refusal) => void,
  serve: (exchange: Exchange) => void,
): Server {
  const receive = (
    request: IncomingMessage,
    response: ServerResponse,
    expectation: "none" | "continue" | "unknown",
  ): void => {
    const exchange = { request, response, requestId: randomUUID() };
    const fate = connections.take(exchange);
    if (fate === "drop") return undefined;
    const refusal = fate === "refuse" ? overloaded : checkForm(request);
    if (refusal !== undefined) return refuseLast(exchange, refusal);
    if (expectation === "unknown") return refuseLast(exchange, noSuchExpectation);
    if (expectation === "continue") response.writeContinue();
    return serve(exchange);
  };
  const options = {
    maxHeaderSize: requestHeadBytesMax,
    headersTimeout: limits.requestMillisecondsMax,
    requestTimeout: limits.requestMillisecondsMax,
    keepAliveTimeout: limits.idleConnectionMilliseconds,
    connectionsCheckingInterval: limits.lateCheckMilliseconds,
    // Its own refusal has no body; ours has.
    requireHostHeader: false,
  };
  const server = createServer(options, (request, response) => receive(request, response, "none"));
  // Node would drop headers beyond it without a word; `checkForm` counts them.
  server.maxHeadersCount = 0;
  server.on("checkContinue", (request, response) => receive(request, response, "continue"));
  server.on("checkExpectation", (request, response) => receive(request, response, "unknown"));
  return server;
}

const noSuchExpectation: Refusal = {
  status: 417,
  code: "MalformedHttpRequestException",
  message: "the header `expect` asks for what this server does not do; send `100-continue` or leave it out",
};

/** Signatures are over bytes, so routes get bodies as they came. */
function takeBodiesAsTheyCome(app: FastifyInstance, load: Load): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", ({ routeOptions }, payload, done) => {
    const share = load.enter();
    if (share === undefined) return done(new Refused(overloaded));
    const reading: BodyReading = {
      done: (body) => {
        share.giveBack();
        done(null, body);
      },
      refused: (refusal) => {
        share.giveBack();
        done(new Refused(refusal));
      },
      gone: share.giveBack,
    };
    return readBody(payload, share, reading, routeOptions.bodyLimit);
  });
}

/** With the status where Fastify's own errors have theirs, for routes that answer in a form of their own. */
class Refused extends Error {
  readonly refusal: Refusal;
  readonly statusCode: number;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
    this.statusCode = refusal.status;
  }
}

function exchangeRequest(request: IncomingMessage, body: Uint8Array): ExchangeRequest {
  const { rawHeaders, headers, method = "POST", url = "/" } = request;
  const [path, query] = splitOnce(url, "?");
  const target = headers["x-amz-target"]?.toString();
  const contentType = headers["content-type"];
  const sourceIp = request.socket.remoteAddress;
  return { method, path, query, rawHeaders, body, target, contentType, sourceIp };
}

function send(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const requestId = randomUUID();
  const { status, contentType, body } = refusalAnswer(refusal, "json", requestId);
  // Bytes: Fastify adds a charset to the content type of text, and AWS's has none.
  return reply
    .code(status)
    .header("x-amzn-requestid", requestId)
    .header("content-type", contentType)
    .send(Buffer.from(body));
}

/** What Fastify itself refuses. */
function transportRefusal(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  const status = statusOf(error);
  if (status === 413) return bodyTooLarge;
  return status < 500
    ? { ...unreadable, status }
    : { status, code: "InternalFailure", message: "something went wrong here" };
}

function statusOf(error: unknown): number {
  return typeof error === "object" &&
    error !== null &&
    "statusCode" in error &&
    typeof error.statusCode === "number"
    ? error.statusCode
    : 500;
}

function splitOnce(text: string, separator: string): readonly [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}
