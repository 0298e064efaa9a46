// A failing request made smaller while it still fails, so that a person sees what matters in it.

import type { FuzzRequest, Requests } from "./generate/requests.js";
import { Members } from "./json-text.js";

const attemptsMax = 200;

/** Leaves out members of an input, or runs of bytes, as long as `fails` says so. */
export async function smallest(
  request: FuzzRequest,
  requests: Pick<Requests, "callWith">,
  fails: (request: FuzzRequest) => Promise<boolean>,
): Promise<FuzzRequest> {
  const { input, operation, kind, caller } = request;
  let attempts = 0;
  const isWorse = async (other: FuzzRequest): Promise<boolean> => {
    attempts += 1;
    return attempts <= attemptsMax && fails(other);
  };
  if (kind === "bytes" || input === undefined) return withoutBytes(request, isWorse);
  let best = request;
  let pairs = input.pairs;
  for (let index = 0; index < pairs.length;) {
    const fewer = pairs.filter((_, at) => at !== index);
    const other = await requests.callWith(operation, new Members(fewer), caller);
    if (await isWorse(other)) [best, pairs] = [other, fewer];
    else index += 1;
  }
  return best;
}

async function withoutBytes(
  request: FuzzRequest,
  isWorse: (request: FuzzRequest) => Promise<boolean>,
): Promise<FuzzRequest> {
  let best = request;
  for (let run = Math.floor(best.bytes.length / 2); run >= 1; run = Math.floor(run / 2)) {
    for (let at = 0; at < best.bytes.length;) {
      const bytes = Buffer.concat([best.bytes.subarray(0, at), best.bytes.subarray(at + run)]);
      const other = { ...best, bytes };
      if (await isWorse(other)) best = other;
      else at += run;
    }
  }
  return best;
}
