// Every refusal of a signature, and which of two wins.

import { describe, expect, it } from "vitest";
import type { SignedRequest } from "./signed-request.js";
import {
  accessKeyId,
  alsoHeader,
  byHeader,
  byQuery,
  flipLast,
  inAuthorization,
  inQuery,
  kindOf,
  now,
  withHeader,
} from "./sdk-signer.fixture.js";
import type { Edit } from "./sdk-signer.fixture.js";

const scopeEdits = {
  region: (request: SignedRequest) => inAuthorization(request, "/eu-central-1/", "/aws-global/"),
  service: (request: SignedRequest) => inAuthorization(request, "/organizations/", "/s3/"),
  date: (request: SignedRequest) => inAuthorization(request, "/20261123/", "/20261122/"),
  terminator: (request: SignedRequest) => inAuthorization(request, "aws4_request", "aws4a_request"),
};

const failures: readonly (readonly [string, string, Edit])[] = [
  [
    "missing-authentication-token",
    "no authentication",
    (r) => withHeader(r, "authorization", () => undefined),
  ],
  ["missing-authentication-token", "empty header", (r) => withHeader(r, "authorization", () => " ")],
  ["incomplete-signature", "both", (r) => ({ ...r, query: "X-Amz-Signature=0" })],
  ["incomplete-signature", "two Authorization", (r) => alsoHeader(r, "Authorization", "x")],
  ["incomplete-signature", "two X-Amz-Date", (r) => alsoHeader(r, "x-amz-date", "20261123T100000Z")],
  ["incomplete-signature", "two Host", (r) => alsoHeader(r, "Host", "127.0.0.1:8765")],
  ["incomplete-signature", "two X-Amz-Target", (r) => alsoHeader(r, "X-Amz-Target", "x")],
  ["incomplete-signature", "method", (r) => ({ ...r, method: "PO\nST" })],
  ["incomplete-signature", "query escape", (r) => ({ ...r, query: "a=%zz" })],
  ["incomplete-signature", "other scheme", (r) => withHeader(r, "authorization", () => "Basic dTpw")],
  ["incomplete-signature", "scheme alone", (r) => withHeader(r, "authorization", () => "AWS4-HMAC-SHA256")],
  ["incomplete-signature", "algorithm", (r) => inAuthorization(r, "HMAC-SHA256", "HMAC-SHA512")],
  ["incomplete-signature", "no Credential", (r) => inAuthorization(r, /Credential=\S+ /, "")],
  ["incomplete-signature", "no SignedHeaders", (r) => inAuthorization(r, /SignedHeaders=\S+ /, "")],
  ["incomplete-signature", "no Signature", (r) => inAuthorization(r, /, Signature=\S+/, "")],
  ["incomplete-signature", "two Signatures", (r) => inAuthorization(r, /(Signature=\S+)$/, "$1, $1")],
  ["incomplete-signature", "unknown part", (r) => inAuthorization(r, "Signature=", "Extra=1, Signature=")],
  ["incomplete-signature", "four parts", (r) => inAuthorization(r, "/aws4_request", "")],
  ["incomplete-signature", "six parts", (r) => inAuthorization(r, "/aws4_request", "/aws4_request/x")],
  ["incomplete-signature", "no access key", (r) => inAuthorization(r, accessKeyId, "")],
  [
    "incomplete-signature",
    "upper-case",
    (r) => inAuthorization(r, /Signature=.{64}/, `Signature=${"A".repeat(64)}`),
  ],
  ["incomplete-signature", "short signature", (r) => inAuthorization(r, /.$/, "")],
  ["incomplete-signature", "no date", (r) => withHeader(r, "x-amz-date", () => undefined)],
  ["incomplete-signature", "date form", (r) => withHeader(r, "x-amz-date", () => "2026-11-23T10:00:00Z")],
  ["incomplete-signature", "no such day", (r) => withHeader(r, "x-amz-date", () => "20261131T100000Z")],
  ["incomplete-signature", "no such hour", (r) => withHeader(r, "x-amz-date", () => "20261123T240000Z")],
  ["invalid-signed-headers", "unsorted", (r) => inAuthorization(r, "content-type;host", "host;content-type")],
  ["invalid-signed-headers", "repeated", (r) => inAuthorization(r, "host", "host;host")],
  ["invalid-signed-headers", "upper-case", (r) => inAuthorization(r, "host", "Host")],
  ["invalid-signed-headers", "empty name", (r) => inAuthorization(r, "content-type", ";content-type")],
  ["invalid-signed-headers", "host unsigned", (r) => inAuthorization(r, "host;", "")],
  ["invalid-signed-headers", "x-amz unsigned", (r) => alsoHeader(r, "X-Amz-Extra", "1")],
  ["invalid-signed-headers", "signed but absent", (r) => withHeader(r, "content-type", () => undefined)],
  ["invalid-scope date", "other day", scopeEdits.date],
  ["invalid-scope region", "no region", scopeEdits.region],
  ["invalid-scope service", "other service", scopeEdits.service],
  ["invalid-scope terminator", "terminator", scopeEdits.terminator],
  ["expired", "five minutes and a second old", (r) => withHeader(r, "x-amz-date", () => "20261123T095459Z")],
  ["not-yet-current", "of the future", (r) => withHeader(r, "x-amz-date", () => "20261123T100501Z")],
  ["unrecognized-client", "unknown key", (r) => inAuthorization(r, accessKeyId, "AKIAUNKNOWN")],
  ["payload-mismatch", "declared hash", (r) => withHeader(r, "x-amz-content-sha256", () => "0".repeat(64))],
  ["payload-mismatch", "unsigned", (r) => withHeader(r, "x-amz-content-sha256", () => "UNSIGNED-PAYLOAD")],
  ["payload-mismatch", "body", (r) => ({ ...r, body: Buffer.from("{}") })],
  ["signature-mismatch", "signature", flipLast],
  ["signature-mismatch", "method", (r) => ({ ...r, method: "GET" })],
  ["signature-mismatch", "path", (r) => ({ ...r, path: "/x" })],
  ["signature-mismatch", "relative path", (r) => ({ ...r, path: "x" })],
  ["signature-mismatch", "path no bytes", (r) => ({ ...r, path: "/€" })],
  ["signature-mismatch", "query", (r) => ({ ...r, query: "a=1" })],
  ["signature-mismatch", "line break", (r) => withHeader(r, "content-type", (v) => `${v}\nx`)],
];

describe("each failure", () => {
  it.each(failures)("%s: %s", async (kind, _, edit) => {
    expect(kindOf(edit(await byHeader({ token: "fine" })))).toBe(kind);
  });

  it.each([
    ["token-invalid", "bad"],
    ["token-expired", "old"],
  ])("%s", async (kind, token) => {
    expect(kindOf(await byHeader({ token }))).toBe(kind);
  });
});

// One representative of each stage, in the order of the stages.
const stages: readonly (readonly [string, Edit])[] = [
  ["missing-authentication-token", (r) => withHeader(r, "authorization", () => undefined)],
  ["incomplete-signature", (r) => alsoHeader(r, "Host", "twice")],
  ["invalid-signed-headers", (r) => alsoHeader(r, "X-Amz-Extra", "1")],
  ["invalid-scope date", scopeEdits.date],
  ["invalid-scope region", scopeEdits.region],
  ["invalid-scope service", scopeEdits.service],
  ["invalid-scope terminator", scopeEdits.terminator],
  ["expired", (r) => withHeader(r, "x-amz-date", () => "20261123T090000Z")],
  ["unrecognized-client", (r) => inAuthorization(r, accessKeyId, "AKIAUNKNOWN")],
  ["payload-mismatch", (r) => ({ ...r, body: Buffer.from("{}") })],
  ["signature-mismatch", (r) => ({ ...r, method: "GET" })],
];

describe("of two failures the earlier stage wins", () => {
  const pairs = stages.flatMap(([kind, edit], index) =>
    stages.slice(index + 1).map(([later, laterEdit]) => [kind, later, edit, laterEdit] as const),
  );
  it.each(pairs)("%s before %s", async (kind, _, edit, laterEdit) => {
    // The later edit first: an earlier stage may take away what the later one edits.
    expect(kindOf(edit(laterEdit(await byHeader())))).toBe(kind);
  });

  it.each([
    [
      "invalid-signed-headers",
      "token-invalid",
      "bad",
      (r: SignedRequest) => alsoHeader(r, "X-Amz-Extra", "1"),
    ],
    [
      "expired",
      "token-expired",
      "old",
      (r: SignedRequest) => withHeader(r, "x-amz-date", () => "20261123T090000Z"),
    ],
    ["token-invalid", "payload-mismatch", "bad", (r: SignedRequest) => ({ ...r, body: Buffer.from("x") })],
    ["token-expired", "signature-mismatch", "old", (r: SignedRequest) => ({ ...r, method: "GET" })],
  ])("%s before %s", async (kind, _, token, edit) => {
    expect(kindOf(edit(await byHeader({ token })))).toBe(kind);
  });
});

describe("a presigned query", () => {
  const rows: readonly (readonly [string, string, Edit])[] = [
    ["incomplete-signature", "also a header", (r) => alsoHeader(r, "authorization", "AWS4-HMAC-SHA256 x")],
    ["incomplete-signature", "token in a header", (r) => alsoHeader(r, "x-amz-security-token", "t")],
    ["incomplete-signature", "parameter twice", (r) => inQuery(r, /$/, "&X-Amz-Date=20261123T100000Z")],
    ["incomplete-signature", "no algorithm", (r) => inQuery(r, /X-Amz-Algorithm=[^&]*&/, "")],
    ["incomplete-signature", "algorithm", (r) => inQuery(r, "HMAC-SHA256", "HMAC-MD5")],
    ["incomplete-signature", "no signature", (r) => inQuery(r, /&X-Amz-Signature=[^&]*/, "")],
    ["incomplete-signature", "no expiry", (r) => inQuery(r, "X-Amz-Expires", "x-amz-expires")],
    ["incomplete-signature", "expires 0", (r) => inQuery(r, "Expires=60", "Expires=0")],
    ["incomplete-signature", "expires 604801", (r) => inQuery(r, "Expires=60", "Expires=604801")],
    ["incomplete-signature", "expires 6e1", (r) => inQuery(r, "Expires=60", "Expires=6e1")],
    ["incomplete-signature", "date", (r) => inQuery(r, "20261123T1", "20261123X1")],
    ["invalid-signed-headers", "unsigned header", (r) => alsoHeader(r, "x-amz-extra", "1")],
    ["invalid-signed-headers", "host absent", (r) => ({ ...r, rawHeaders: [] })],
    ["invalid-scope region", "region", (r) => inQuery(r, "eu-central-1", "nowhere")],
    ["signature-mismatch", "longer life", (r) => inQuery(r, "Expires=60", "Expires=61")],
    ["signature-mismatch", "host", (r) => withHeader(r, "host", () => "other")],
    ["signature-mismatch", "action", (r) => inQuery(r, /^/, "Action=X&")],
  ];
  it.each(rows)("%s: %s", async (kind, _, edit) => {
    expect(kindOf(edit(await byQuery()))).toBe(kind);
  });

  it.each([
    ["ok", 0],
    ["ok", 60_000],
    ["expired", 60_001],
    ["ok", -300_000],
    ["not-yet-current", -300_001],
  ])("%s at %d ms after signing, with 60 s to live", async (kind, elapsed) => {
    expect(kindOf(await byQuery(), { now: now + elapsed })).toBe(kind);
  });

  it("reads `+` as the blank that was signed", async () => {
    const request = await byQuery({ query: { a: "b c" } });
    expect(kindOf(inQuery(request, "b%20c", "b+c"))).toBe("ok");
  });
});
