// A claim read from the parameters of a presigned query.

import type { QueryTable } from "./query-table.js";
import { isSignature } from "./signature-claim.js";
import type { SignatureClaim } from "./signature-claim.js";
import { incomplete, malformedSignature } from "./signature-fault.js";
import type { Step } from "./signature-fault.js";
import type { SignerCache } from "./signer-cache.js";
import { readSigner } from "./signer.js";
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
  if (query.pairs.length === 0) return query.pairs;
  return query.pairs.filter(({ name }) => presignedNames.has(name));
}

/** Reads the `X-Amz-…` parameters that a presigned request carries in its query. */
export function readPresignedQuery(query: QueryTable, signers: SignerCache): Step<SignatureClaim> {
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
  const signer = readSigner(given("X-Amz-Credential"), given("X-Amz-SignedHeaders"));
  if (!signer.ok) return signer;
  const signature = given("X-Amz-Signature");
  if (!isSignature(signature)) return malformedSignature;
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
  const words = `${given("X-Amz-Credential")}\n${given("X-Amz-SignedHeaders")}`;
  const known = signers.find(words);
  return {
    ok: true,
    value: { signer: signer.value, words, known, signature, time, expiresSeconds, sessionToken },
  };
}
