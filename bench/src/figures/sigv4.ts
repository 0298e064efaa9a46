// How many signatures a second are verified, beside nothing but the hashing that any verifier has to do.

import { createHmac, hash } from "node:crypto";
import { SignerCache, verifySignature } from "@withhold/wire";
import type { SignedRequest, VerifyContext } from "@withhold/wire";
import { accessKeyId, secretAccessKey } from "../credentials.js";
import type { Figure } from "../figure.js";
import { interleaved, median, ratios, spread } from "../rounds.js";
import { optOutType, sampleAccountId } from "../sample-organization.js";
import { signedCall, signingKey } from "../signed-call.js";
import type { SignedCall } from "../signed-call.js";

const name = "sigv4";
const requests = 2000;
const passes = 10;
const rounds = { count: 9, warmUps: 3 };

export const sigv4: Figure = {
  name,
  run: async () => {
    const at = new Date();
    const calls = Array.from({ length: requests }, (_, index) => {
      const input = { PolicyType: optOutType, TargetId: sampleAccountId(index) };
      return signedCall({ host: "127.0.0.1:8765", operation: "DescribeEffectivePolicy", input, at });
    });
    const received = calls.map(asReceived);
    const context: VerifyContext = {
      now: at.getTime(),
      services: ["organizations"],
      signers: new SignerCache(),
      lookup: (id) =>
        id === accessKeyId ? { found: true, secretAccessKey } : { found: false, why: "unknown" },
    };
    const key = signingKey(scopeOf(calls));
    const taken = await interleaved(
      rounds,
      () => cpuPerVerification(() => verifyAll(received, context)),
      () => cpuPerVerification(() => hashAll(calls, key)),
    );
    const measured = ratios(taken);
    return [
      {
        name,
        measured: { value: median(measured), unit: "ratio" },
        spread: spread(measured),
        floor: { value: perSecond(taken.floor), unit: "per second", of: "two SHA-256 and one HMAC" },
        rounds: rounds.count,
        what:
          `${Math.round(perSecond(taken.ours)).toLocaleString("en-US")} verifications per second of CPU time with the ` +
          `signing key in the cache, of requests as the SDK for JavaScript signs them (9 signed headers). The floor ` +
          `hashes the same body and canonical request and makes the HMAC of the same string to sign.`,
      },
    ];
  },
};

function asReceived({ rawHeaders, body }: SignedCall): SignedRequest {
  return { method: "POST", path: "/", query: "", rawHeaders, body: Buffer.from(body) };
}

function scopeOf([call]: readonly SignedCall[]): string {
  return call?.stringToSign.split("\n")[2] ?? "";
}

function verifyAll(received: readonly SignedRequest[], context: VerifyContext): void {
  for (const request of received) {
    if (!verifySignature(request, context).ok) throw new Error("a signature was refused");
  }
}

function hashAll(calls: readonly SignedCall[], key: Buffer): void {
  for (const { body, canonicalRequest, stringToSign } of calls) {
    hash("sha256", body, "hex");
    hash("sha256", canonicalRequest, "hex");
    createHmac("sha256", key).update(stringToSign).digest("hex");
  }
}

function perSecond(milliseconds: readonly number[]): number {
  return 1000 / median(milliseconds);
}

function cpuPerVerification(run: () => void): number {
  const before = process.cpuUsage();
  for (let pass = 0; pass < passes; pass += 1) run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (passes * requests);
}
