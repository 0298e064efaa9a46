// A request and its answer as the pipeline sees them, whatever carries them.

import type { SignedRequest } from "@withhold/wire";

export interface ExchangeRequest extends SignedRequest {
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
}

export type Protocol = "organizations" | "sts";

/** Organizations speaks JSON and names its operation in a header; STS speaks Query, in a form or in the URL. */
export function protocolOf({
  method,
  target,
  contentType,
}: Pick<ExchangeRequest, "method" | "target" | "contentType">): Protocol {
  if (method === "GET") return "sts";
  if (target !== undefined) return "organizations";
  if (contentType?.startsWith("application/x-www-form-urlencoded") === true) return "sts";
  return "organizations";
}
