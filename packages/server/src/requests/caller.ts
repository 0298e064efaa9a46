// The caller of a request, as its signature shows.

import type { Credential, RequestFacts } from "@withhold/identity";
import type { Actor } from "../cell/record.js";

export interface Caller {
  readonly accountId: string;
  /** Whose it is, and whether it still is anybody's, is asked of the state that the operation runs on. */
  readonly credential: Credential;
  readonly actor: Actor;
  /** Of the region that the request was signed for, such as `aws` or `aws-cn`. */
  readonly partition: string;
  readonly facts: Omit<RequestFacts, "now">;
  readonly requestId: string;
}
