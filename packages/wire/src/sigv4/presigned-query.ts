// A claim read from the parameters of a presigned query.

import { readCredentialScope } from "./credential-scope.js";
import type { QueryTable } from "./query-table.js";
import type { SignatureClaim } from "./signature-claim.js";
import { incomplete } from "./signature-fault.js";
import type { Step } from "./signature-fault.js";
import { readSignedParts } from "./signed-parts.js";
import { readSigningTime } from "./signing-time.js";
import { algorithm } from "./string-to-sign.js";

/** Longest life of a presigned query: seven days, as AWS documents it. */
const presignedSecondsMax = 604_800;

const requiredNames = [
  "X-Amz-Algorithm",
  "X-Amz-Credential",
  "X-Amz-SignedHeaders",
  "X-Amz-Signature",
  "X-Amz-Date",
  "X-Amz-Expires",
] as const;

const tokenName = "X-Amz-Security-Token";

const presignedNames: ReadonlySet<string> = new Set([...requiredNames, tokenName]);

/** The authentication parameters of a query, in order, repetitions included; names are exact. */
export function presignedPairs(query: QueryTable): QueryTable["pairs"] {
  return query.pairs.filter(({ name }) => presignedNames.has(name));
}

/** Reads the `X-Amz-…` parameters that a presigned request carries in its query. */
export function readPresignedQuery(query: QueryTable): Step<SignatureClaim> {
  const values = new Map<string, string>();
  for (const { name, value } of presignedPairs(query)) {
    if (values.has(name)) return incomplete(`query string must name \`${name}\` once`);
    values.set(name, value);
  }
  const given = (name: (typeof requiredNames)[number]): string => values.get(name) ?? "";
  for (const name of requiredNames) {
    if (given(name) === "") return incomplete(`query string requires \`${name}\` parameter`);
  }
  if (given("X-Amz-Algorithm") !== algorithm) {
    return incomplete(`unsupported X-Amz-Algorithm in the query string, use \`${algorithm}\``);
  }
  const scope = readCredentialScope(given("X-Amz-Credential"));
  if (!scope.ok) return scope;
  const signed = readSignedParts(given("X-Amz-SignedHeaders"), given("X-Amz-Signature"));
  if (!signed.ok) return signed;
  const time = readSigningTime(given("X-Amz-Date"));
  if (time === undefined) {
    return incomplete("Date must be in ISO-8601 'basic format': give `X-Amz-Date` as YYYYMMDDTHHMMSSZ");
  }
  const expires = given("X-Amz-Expires");
  const expiresSeconds = Number(expires);
  if (!/^\d{1,6}$/.test(expires) || expiresSeconds < 1 || expiresSeconds > presignedSecondsMax) {
    return incomplete(`X-Amz-Expires must be a number of seconds from 1 to ${presignedSecondsMax}`);
  }
  const sessionToken = values.get(tokenName);
  return {
    ok: true,
    value: { scope: scope.value, ...signed.value, time, expiresSeconds, sessionToken },
  };
}
