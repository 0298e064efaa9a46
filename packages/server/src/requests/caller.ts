// The caller of a request, as its signature shows.

import type { Actor } from "../cell/record.js";

export interface Caller {
  readonly accountId: string;
  readonly actor: Actor;
  /** Of the region that the request was signed for, such as `aws` or `aws-cn`. */
  readonly partition: string;
  readonly requestId: string;
}
