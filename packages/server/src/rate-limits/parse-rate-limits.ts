// Rate limits as people write them: `OPERATION=RATE` or `OPERATION=RATE:BURST`, one by one or in a file.

import { iamOperations, stsOperations } from "@withhold/identity";
import { operationNames } from "@withhold/wire";

import { everyOtherOperation } from "./rate-limits.js";
import { queryOperationName } from "../requests/query-endpoint.js";
import type { RateLimit } from "./rate-limits.js";

const known: ReadonlySet<string> = new Set([
  everyOtherOperation,
  ...operationNames,
  ...Object.keys(stsOperations),
  ...Object.keys(iamOperations).map((name) => queryOperationName("iam", name)),
]);
const perSecondMin = 0.001;
const perSecondMax = 1_000_000;
const burstMax = 1_000_000;

export type ParsedRateLimit =
  | { readonly ok: true; readonly operation: string; readonly limit: RateLimit }
  | { readonly ok: false; readonly problem: string };

/** `CreatePolicy=5:20`: five a second, twenty at once. Without a burst, as many at once as in a second, but one. */
export function parseRateLimit(text: string): ParsedRateLimit {
  const [, operation = "", rate = "", burst] = /^([^=\s]+)=(\d+(?:\.\d+)?)(?::(\d+))?$/.exec(text) ?? [];
  if (operation === "") {
    return refuse(`expected OPERATION=RATE or OPERATION=RATE:BURST, such as CreatePolicy=5:20`);
  }
  if (!known.has(operation)) {
    return refuse(`\`${operation}\` is no operation of Organizations or STS, nor \`${everyOtherOperation}\``);
  }
  const perSecond = Number(rate);
  if (perSecond < perSecondMin || perSecond > perSecondMax) {
    return refuse(`the rate of \`${operation}\` must be ${perSecondMin} to ${perSecondMax} calls a second`);
  }
  const atOnce = burst === undefined ? Math.max(1, Math.floor(perSecond)) : Number(burst);
  if (atOnce < 1 || atOnce > burstMax) {
    return refuse(`the burst of \`${operation}\` must be 1 to ${burstMax} calls`);
  }
  return { ok: true, operation, limit: { perSecond, burst: atOnce } };
}

export type ParsedRateLimits =
  | { readonly ok: true; readonly limits: ReadonlyMap<string, RateLimit> }
  | { readonly ok: false; readonly problem: string };

/** One limit a line; blank lines and what follows a `#` do not count. Problems name their line. */
export function parseRateLimits(text: string): ParsedRateLimits {
  const limits = new Map<string, RateLimit>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const written = line.replace(/#.*/, "").trim();
    if (written === "") continue;
    const parsed = parseRateLimit(written);
    const at = `line ${index + 1}`;
    if (!parsed.ok) return refuse(`${at}: ${parsed.problem}`);
    if (limits.has(parsed.operation)) return refuse(`${at}: \`${parsed.operation}\` has a limit already`);
    limits.set(parsed.operation, parsed.limit);
  }
  return { ok: true, limits };
}

function refuse(problem: string): { readonly ok: false; readonly problem: string } {
  return { ok: false, problem };
}
