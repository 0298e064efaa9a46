// A request and its answer as the pipeline sees them, whatever carries them.

import type { SignedRequest } from "@withhold/wire";

export interface ExchangeRequest extends SignedRequest {
  /** Of the client, or of the proxy before it. */
  readonly sourceIp: string | undefined;
  /** Values of single headers that the pipeline itself reads. */
  readonly target: string | undefined;
  readonly contentType: string | undefined;
}

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** For the log: the error code, where the answer is an error. */
  readonly errorCode?: string;
  readonly operation?: string;
  /** When the client may come back, where it is told. */
  readonly retryAfterSeconds?: number | undefined;
}

/**
 * The first header of that name (lower-case), read from Node's flat list: its `headers` would be a table made of all
 * of them, of which a request needs three. `undefined` where it is absent.
 */
export function rawHeader(rawHeaders: readonly string[], name: string): string | undefined {
  for (let index = 1; index < rawHeaders.length; index += 2) {
    const received = rawHeaders[index - 1];
    if (received?.length === name.length && received.toLowerCase() === name) return rawHeaders[index];
  }
  return undefined;
}

export type Protocol = "json" | "query";

/** Organizations speaks JSON and names its operation in a header; IAM and STS speak Query, in a form or in the URL. */
export function protocolOf({
  method,
  target,
  contentType,
}: Pick<ExchangeRequest, "method" | "target" | "contentType">): Protocol {
  if (method === "GET") return "query";
  if (target !== undefined) return "json";
  if (contentType?.startsWith("application/x-www-form-urlencoded") === true) return "query";
  return "json";
}
