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
