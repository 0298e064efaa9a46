// The routes under `/v1`: what AWS has no call for.

import { randomUUID } from "node:crypto";
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from "fastify";
import { operatorBodyBytesMax, permissionsBodyBytesMax } from "../limits.js";
import type { Metrics } from "../metrics.js";
import type { Answer, ExchangeRequest } from "../requests/exchange.js";
import type { Endpoint } from "../requests/organizations-endpoint.js";
import { openApiDocument } from "./open-api-document.js";
import { operatorRefusal } from "./operator-endpoint.js";
import { OperatorError } from "./operator-error.js";

const description = JSON.stringify(openApiDocument, undefined, 2);

const routes = [
  { name: "createAccount", method: "POST", url: "/accounts", bodyLimit: operatorBodyBytesMax },
  { name: "askPermissions", method: "POST", url: "/permissions", bodyLimit: permissionsBodyBytesMax },
  { name: "putRootPassword", method: "PUT", url: "/root-password", bodyLimit: operatorBodyBytesMax },
  { name: "deleteRootPassword", method: "DELETE", url: "/root-password", bodyLimit: operatorBodyBytesMax },
  { name: "signIn", method: "POST", url: "/sign-in", bodyLimit: operatorBodyBytesMax },
  { name: "createSignInLink", method: "POST", url: "/sign-in-links", bodyLimit: operatorBodyBytesMax },
] as const;

/** One endpoint for every route. */
export type OperatorEndpoints = Readonly<Record<(typeof routes)[number]["name"], Endpoint>>;

/** To be registered under `/v1`, where bodies arrive as bytes. */
export function operatorRoutes(
  endpoints: OperatorEndpoints,
  metrics: Pick<Metrics, "answered">,
): FastifyPluginCallback {
  return (app, _, done) => {
    app.get("/openapi.json", async (_, reply) => reply.type("application/json").send(`${description}\n`));
    for (const { name, method, url, bodyLimit } of routes) {
      const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
        const requestId = randomUUID();
        const answer = await endpoints[name](exchangeRequest(request), requestId);
        metrics.answered(answer);
        return send(reply, answer, requestId);
      };
      app.route({ method, url, bodyLimit, handler });
    }
    app.setNotFoundHandler(async (request, reply) => {
      const message = `nothing at \`${request.method} ${request.url.slice(0, 128)}\`; \`GET /v1/openapi.json\` lists what is`;
      return refuse(reply, new OperatorError("not-found", message));
    });
    app.setErrorHandler(async (error, _, reply) => refuse(reply, transportError(error)));
    done();
  };
}

function refuse(reply: FastifyReply, error: OperatorError): FastifyReply {
  const requestId = randomUUID();
  return send(reply, operatorRefusal(error, requestId), requestId);
}

function exchangeRequest({ raw, body, method }: FastifyRequest): ExchangeRequest {
  const [path = "/", ...query] = (raw.url ?? "/").split("?");
  return {
    method,
    path,
    query: query.join("?"),
    rawHeaders: raw.rawHeaders,
    body: body instanceof Uint8Array ? body : new Uint8Array(),
    target: undefined,
    contentType: raw.headers["content-type"],
    sourceIp: raw.socket.remoteAddress,
  };
}

/** Answers may hold a secret, which nobody on the way is to keep. */
function send(
  reply: FastifyReply,
  { status, contentType, body, retryAfterSeconds }: Answer,
  requestId: string,
): FastifyReply {
  if (status === 401) reply.header("www-authenticate", "AWS4-HMAC-SHA256");
  if (retryAfterSeconds !== undefined) reply.header("retry-after", String(retryAfterSeconds));
  return reply
    .code(status)
    .header("x-amzn-requestid", requestId)
    .header("cache-control", "no-store")
    .type(contentType)
    .send(body);
}

/** What Fastify itself refuses: bodies too large, broken framing. */
function transportError(error: unknown): OperatorError {
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  if (status === 413) {
    return new OperatorError("too-large", `the body is larger than ${operatorBodyBytesMax} bytes; send less`);
  }
  if (status === 503) return new OperatorError("busy", "too much is asked of this server at once; try again");
  return status < 500
    ? new OperatorError("invalid-request", "the request cannot be read; check its headers and length")
    : new OperatorError("failed", "something went wrong here");
}
