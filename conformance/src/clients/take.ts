// The output of a reply that has to be one.

import type { Reply } from "./client.js";

/** Throws the refusal. */
export function take<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.output;
  const { by, error, reason } = reply;
  throw new Error(`refused by the ${by}: ${error}${reason === undefined ? "" : ` (${reason})`}`);
}
