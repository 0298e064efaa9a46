// Verification against the signer of the AWS SDK, and with hostile input.

import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partitionOf } from "../partition.js";
import type { CredentialLookup } from "./find-secret.js";
import {
  accessKeyId,
  alsoHeader,
  byHeader,
  byQuery,
  context,
  encode,
  flipLast,
  inAuthorization,
  kindOf,
  lowerName,
  now,
  received,
  secretAccessKey,
  unsigned,
  usual,
  withHeader,
} from "./sdk-signer.fixture.js";
import type { SignedRequest } from "./signed-request.js";
import { SignerCache } from "./signer-cache.js";
import { verifySignature } from "./verify-signature.js";

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const headerText = fc.stringMatching(/^[ -~\té€]{0,24}$/);
// A query parameter `__proto__` is left out: the SDK's signer loses it.
const plan = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT", "DELETE"),
  path: fc
    .array(fc.oneof(text, fc.constantFrom("", ".", "..", "a b", "%41", "ü", "a+b", "~_-.", "(*)'!")), {
      maxLength: 4,
    })
    .map((segments) => `/${segments.map(encode).join("/")}`),
  query: fc.dictionary(
    fc
      .oneof(text, fc.constantFrom("a", "a-b", "Action", "a b"))
      .filter((name) => !/^x-amz-|^__proto__$/i.test(name)),
    fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 })),
    { maxKeys: 4 },
  ),
  headers: fc
    .record({
      "Content-Type": headerText,
      "X-Amz-Target": headerText,
      "x-custom": headerText,
      "User-Agent": headerText,
    })
    .map((headers) => ({ host: "127.0.0.1:8765", ...headers })),
  body: fc.oneof(fc.string({ unit: "grapheme" }), fc.uint8Array()),
  region: fc.constantFrom("us-east-1", "cn-north-1", "us-isob-east-1"),
  service: fc.constantFrom("organizations", "sts"),
  token: fc.constantFrom(undefined, "token/with+odd==chars"),
  at: fc.integer({ min: -300, max: 300 }).map((seconds) => now + seconds * 1000),
  expiresIn: fc.integer({ min: 301, max: 604_800 }),
});

describe("a signature made by the SDK's signer", () => {
  it("verifies in the header, whatever the request", async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (generated) => {
        const request = await byHeader(generated);
        expect(verifySignature(request, context())).toEqual({
          ok: true,
          accessKeyId,
          sessionToken: generated.token,
          region: generated.region,
          partition: partitionOf(generated.region),
          service: generated.service,
          signedAt: generated.at,
        });
      }),
      { numRuns: 300 },
    );
  });

  it("verifies as a presigned query, whatever the request", async () => {
    await fc.assert(
      fc.asyncProperty(plan, async ({ headers, ...generated }) => {
        // Presigning hoists `x-amz-…` headers into the query.
        const { "X-Amz-Target": _, ...kept } = headers;
        const request = await byQuery({ ...generated, headers: kept });
        expect(verifySignature(request, context())).toMatchObject({
          ok: true,
          sessionToken: generated.token,
        });
      }),
      { numRuns: 300 },
    );
  });

  it("is refused after any one change of what it covers", async () => {
    const edit = fc.record({ where: fc.nat(), bit: fc.integer({ min: 0, max: 6 }), part: fc.nat(4) });
    await fc.assert(
      fc.asyncProperty(plan, edit, async (generated, { where, bit, part }) => {
        const request = await byHeader({ ...generated, query: { ...generated.query, q: "v" }, body: "body" });
        const flip = (value: string): string => {
          const at = where % value.length;
          const code = value.charCodeAt(at) ^ (1 << bit);
          return value.slice(0, at) + String.fromCharCode(code) + value.slice(at + 1);
        };
        const covered = /SignedHeaders=([^,]+)/
          .exec(request.rawHeaders[lowerName(request, "authorization") + 1]!)![1]!
          .split(";");
        const name = covered[where % covered.length]!;
        const changed = [
          () => ({ ...request, method: `${request.method}X` }),
          () => ({ ...request, path: `${request.path}x` }),
          () => ({ ...request, query: `${request.query}&extra=1` }),
          () => ({ ...request, body: Buffer.from(flip("body"), "latin1") }),
          () => withHeader(request, name, (value) => `${value}x`),
        ][part]!();
        expect(verifySignature(changed, context()).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe("header sets of real clients", () => {
  it.each([
    ["AWS CLI", ["content-type", "host", "x-amz-date", "x-amz-target"]],
    ["Go SDK", ["content-length", "content-type", "host", "x-amz-date", "x-amz-target"]],
  ])("%s", async (_, names) => {
    const headers = { ...usual.headers, "content-length": "16", "user-agent": "cli" };
    const chosen = { ...usual, headers };
    const signed = await new SignatureV4({
      service: "organizations",
      region: "us-east-1",
      sha256: Sha256,
      applyChecksum: false,
      credentials: { accessKeyId, secretAccessKey },
    }).sign(unsigned(chosen), {
      signingDate: new Date(now),
      unsignableHeaders: new Set(Object.keys(headers).filter((name) => !names.includes(name))),
    });
    const request = received(signed, chosen.body);
    expect(request.rawHeaders.join()).toContain(`SignedHeaders=${names.join(";")}`);
    expect(kindOf(request)).toBe("ok");
  });

  it("joins a signed header sent twice with a comma", async () => {
    const request = await byHeader({ headers: { ...usual.headers, "x-list": "one,two  three" } });
    expect(
      kindOf(
        alsoHeader(
          withHeader(request, "x-list", () => " one "),
          "X-List",
          "two three",
        ),
      ),
    ).toBe("ok");
  });

  it("accepts a scope whose list of parts has no blanks and another order", async () => {
    const request = await byHeader();
    const reordered = inAuthorization(
      request,
      /(Credential=\S+), (SignedHeaders=\S+), (Signature=\S+)/,
      "$3,$1,$2",
    );
    expect(kindOf(reordered)).toBe("ok");
  });
});

describe("the header that CloudFront adds behind the client", () => {
  const added = (request: SignedRequest): SignedRequest => alsoHeader(request, "X-Amz-Cf-Id", "0aB_-==");

  it("need not be signed, once or twice", async () => {
    for (const request of [await byHeader(), await byQuery()]) {
      expect(kindOf(added(request))).toBe("ok");
      expect(kindOf(alsoHeader(added(request), "x-amz-cf-id", "another"))).toBe("ok");
    }
  });

  it("can be taken for signed by nobody", async () => {
    const signed = await byHeader({ headers: { ...usual.headers, "x-amz-cf-id": "0aB_-==" } });
    for (const request of [
      signed,
      added(inAuthorization(await byHeader(), ";x-amz-content", ";x-amz-cf-id;x-amz-content")),
    ])
      expect(verifySignature(request, context())).toMatchObject({
        fault: {
          kind: "invalid-signed-headers",
          message: "signed header `x-amz-cf-id` is not in the request, send it or leave it unsigned",
        },
      });
  });

  it.each(["x-amz-cf-pop", "x-amz-cf-id2", "x-amz-cf", "x-amz-id-2"])("is no other: %s", async (name) => {
    expect(kindOf(alsoHeader(await byHeader(), name, "1"))).toBe("invalid-signed-headers");
  });
});

describe("time", () => {
  it.each([
    ["ok", 300_000],
    ["expired", 300_001],
    ["ok", -300_000],
    ["not-yet-current", -300_001],
  ])("%s at %d ms after signing", async (kind, elapsed) => {
    expect(kindOf(await byHeader(), { now: now + elapsed })).toBe(kind);
  });

  it("may be given another skew", async () => {
    expect(kindOf(await byHeader(), { now: now + 2000, clockSkewMillisecondsMax: 1000 })).toBe("expired");
  });

  it("is told in the message", async () => {
    const verdict = verifySignature(await byHeader({ at: now - 600_000 }), context());
    expect(verdict).toMatchObject({
      fault: {
        message:
          "Signature expired: 20261123T095000Z is now earlier than 20261123T095500Z (20261123T100000Z - 5 min.)",
      },
    });
  });
});

describe("keys", () => {
  it("are kept only after a match", async () => {
    const signers = new SignerCache();
    const request = await byHeader();
    verifySignature(flipLast(request), context({ signers }));
    expect(signers.size).toBe(0);
    verifySignature(request, context({ signers }));
    expect(signers.size).toBe(1);
  });

  it("are not kept where something follows the signature, which could be taken for another", async () => {
    const signers = new SignerCache();
    const headers = { ...usual.headers, [`y${"0".repeat(64)}`]: "1" };
    const signed = await byHeader({ headers });
    const request = inAuthorization(signed, /(SignedHeaders=\S+), (Signature=\S+)/, "$2, $1");
    expect(verifySignature(request, context({ signers })).ok).toBe(true);
    expect(signers.size).toBe(0);
  });

  it("of a replaced secret are not used again", async () => {
    const signers = new SignerCache();
    const request = await byHeader();
    expect(kindOf(request, { signers })).toBe("ok");
    const replaced: CredentialLookup = () => ({ found: true, secretAccessKey: "another" });
    expect(kindOf(request, { signers, lookup: replaced })).toBe("signature-mismatch");
  });
});

describe("hostile input", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("Authorization", "authorization", "X-Amz-Date", "Host", "x-amz-security-token", "\ud800"),
    fc.constantFrom(
      "AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host, Signature=",
      "20261123T100000Z",
    ),
    fc.constant(
      `AWS4-HMAC-SHA256 Credential=a/20261123/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=${"0".repeat(64)}`,
    ),
  );
  const queryText = fc.oneof(
    anyText,
    fc
      .array(fc.tuple(fc.constantFrom("X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "a%"), anyText))
      .map((pairs) => pairs.map((pair) => pair.join("=")).join("&")),
  );

  it("gets a refusal, never an exception", () => {
    fc.assert(
      fc.property(
        anyText,
        anyText,
        queryText,
        fc.array(anyText),
        fc.uint8Array(),
        (method, path, query, rawHeaders, body) => {
          const found: CredentialLookup = () => ({ found: true, secretAccessKey: "\ud800" });
          const verdict = verifySignature(
            { method, path, query, rawHeaders, body },
            context({ lookup: found }),
          );
          expect(verdict.ok).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("learns nothing of what was expected", async () => {
    const verdict = verifySignature(flipLast(await byHeader()), context());
    expect(JSON.stringify(verdict)).not.toMatch(/[0-9a-f]{64}|aws4_request|AWS4-HMAC-SHA256/);
  });
});
