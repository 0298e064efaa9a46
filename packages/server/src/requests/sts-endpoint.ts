// STS: the Query protocol, as far as signing in needs it. GetCallerIdentity alone, so far.

import {
  encodeQueryError,
  encodeQueryResponse,
  parseQueryParameters,
  queryContentType,
  readAction,
  signatureError,
} from "@withhold/wire";
import type { QueryError } from "@withhold/wire";
import { throttledMessage } from "../rate-limits/throttle.js";
import type { Throttle } from "../rate-limits/throttle.js";
import type { Authenticate } from "./authenticate.js";
import type { Caller } from "./caller.js";
import type { Answer } from "./exchange.js";
import type { Endpoint } from "./organizations-endpoint.js";

const namespace = "https://sts.amazonaws.com/doc/2011-06-15/";
const version = "2011-06-15";

/** What of STS is built. */
export const stsOperations: readonly string[] = ["GetCallerIdentity"];

/** An error as STS spells it. `Receiver`: the fault is ours. */
export function stsFailure(error: {
  readonly type: QueryError["type"];
  readonly code: string;
  readonly status: number;
  readonly message: string;
  readonly requestId: string;
}): Answer {
  const { status, code } = error;
  const body = encodeQueryError({ ...error, namespace });
  return { status, contentType: queryContentType, body, errorCode: code };
}

/** `POST /` with a form body, or `GET /?…`, presigned or not. */
export function stsEndpoint(authenticate: Authenticate, throttle: Throttle = () => true): Endpoint {
  return async (request, requestId) => {
    const failure = (code: string, status: number, message: string): Answer =>
      stsFailure({ type: "Sender", code, status, message, requestId });
    const authenticated = await authenticate(request, "sts", requestId);
    if (!authenticated.ok) {
      const { code, status, message } = signatureError(authenticated.fault, "query");
      return failure(code, status, message);
    }
    const parsed = parseQueryParameters(request.method === "GET" ? request.query : request.body);
    if (!parsed.ok) return failure(parsed.fault.code, 400, parsed.fault.message);
    const action = readAction(parsed.parameters);
    if (!action.ok) return failure(action.fault.code, 400, action.fault.message);
    if (!stsOperations.includes(action.action) || action.version !== version) {
      const message = `no operation \`${action.action.slice(0, 128)}\` of version \`${action.version.slice(0, 32)}\` here; STS has GetCallerIdentity of ${version} so far`;
      return failure("InvalidAction", 400, message);
    }
    if (!throttle(authenticated.caller.accountId, action.action)) {
      return { ...failure("Throttling", 400, throttledMessage), operation: action.action };
    }
    const body = encodeQueryResponse({
      operation: action.action,
      namespace,
      result: callerIdentity(authenticated.caller),
      requestId,
    });
    return { status: 200, contentType: queryContentType, body, operation: action.action };
  };
}

/** The root user, the only principal so far: its user id is the account's. */
function callerIdentity({ accountId, partition }: Caller): { readonly [member: string]: string } {
  return { Arn: `arn:${partition}:iam::${accountId}:root`, UserId: accountId, Account: accountId };
}
