// What every answer must be, whatever was asked.

import { declaredErrors, isOperationName } from "@withhold/wire";
import type { FuzzRequest } from "./generate/requests.js";
import type { RawAnswer } from "./raw-client.js";

/** Errors that any operation may answer with, in JSON. */
const commonErrors: ReadonlySet<string> = new Set([
  "ExpiredTokenException",
  "IncompleteSignatureException",
  "InvalidSignatureException",
  "MalformedHttpRequestException",
  "MissingAuthenticationTokenException",
  "RequestEntityTooLargeException",
  "RequestTimeoutException",
  "SerializationException",
  "UnknownOperationException",
  "UnrecognizedClientException",
]);

/** What only the inside of a server says: stacks, paths, the parser's own words. */
const inside = /\n\s+at |node:|file:\/\/|\/(?:src|dist)\/|\.[jt]s:\d|HPE_|ERR_|FST_|SQLITE/;

/** What is wrong with an answer; undefined where nothing is. */
export function checkAnswer({ kind, operation }: FuzzRequest, answer: RawAnswer): string | undefined {
  const { status, headers, body } = answer;
  if (!(status >= 200 && status < 600)) return `status ${status}`;
  if (status >= 500) return `status ${status}: ${body.slice(0, 300)}`;
  const type = headers.get("content-type") ?? "";
  // Bytes may happen to ask for what is no operation.
  if (kind === "bytes" && status === 200 && type.startsWith("text/plain")) return undefined;
  if (!/^[0-9a-f-]{36}$/.test(headers.get("x-amzn-requestid") ?? "")) return "no request id";
  if (status >= 400 && inside.test(body))
    return `the answer shows the server's inside: ${body.slice(0, 300)}`;
  if (type === "text/xml") {
    const root =
      status === 200
        ? /^<(\w+)Response xmlns=.*<\/\1Response>$/s
        : /^<ErrorResponse .*<Code>\w+<\/Code>.*<\/ErrorResponse>$/s;
    return root.test(body) ? undefined : `no XML of STS: ${body.slice(0, 300)}`;
  }
  // The operator's API, which prepares callers, and which spoilt bytes may reach.
  if ((kind === "bytes" || operation === "CreateStandaloneAccount") && /^application\/json\b/.test(type)) {
    return jsonObject(body) === undefined ? `no JSON: ${body.slice(0, 300)}` : undefined;
  }
  if (type !== "application/x-amz-json-1.1") return `content type \`${type}\``;
  return checkJson(operation, answer, kind === "bytes");
}

function checkJson(operation: string, { status, body }: RawAnswer, isLoose: boolean): string | undefined {
  if (status === 200) return body === "" || jsonObject(body) !== undefined ? undefined : "no JSON";
  const said = jsonObject(body);
  // The answer to HEAD has no body.
  if (said === undefined) return isLoose && body === "" ? undefined : `no JSON: ${body.slice(0, 300)}`;
  const code = said["__type"];
  const message = said["message"] ?? said["Message"];
  if (typeof code !== "string" || typeof message !== "string" || message === "")
    return "no `__type` or message";
  // White space around it is no part of a header.
  const name = operation.trim();
  const declared = isOperationName(name) ? declaredErrors(name) : [];
  const isKnown = commonErrors.has(code) || declared.some((name) => name === code);
  return isKnown || isLoose ? undefined : `\`${code}\` is no error of ${operation}`;
}

export function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
