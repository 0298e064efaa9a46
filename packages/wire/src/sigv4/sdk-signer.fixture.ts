// Requests signed by the AWS SDK's own signer, as Node would receive them, and ways to spoil them.

import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import type { CredentialLookup } from "./find-secret.js";
import type { SignedRequest } from "./signed-request.js";
import { SignerCache } from "./signer-cache.js";
import { verifySignature } from "./verify-signature.js";
import type { VerifyContext } from "./verify-signature.js";

export const now = Date.UTC(2026, 10, 23, 10, 0, 0);
export const accessKeyId = "AKIAWITHHOLDEXAMPLE1";
export const secretAccessKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

const lookup: CredentialLookup = (id, token) => {
  if (id !== accessKeyId) return { found: false, why: "unknown" };
  if (token === "bad") return { found: false, why: "token-invalid" };
  if (token === "old") return { found: false, why: "token-expired" };
  return { found: true, secretAccessKey };
};

export const context = (change: Partial<VerifyContext> = {}): VerifyContext => ({
  now,
  services: ["organizations", "sts"],
  lookup,
  signers: new SignerCache(),
  ...change,
});

interface Plan {
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  headers: Record<string, string>;
  body: string | Uint8Array;
  region: string;
  service: string;
  token: string | undefined;
  at: number;
  expiresIn: number;
  key: string;
}

export const usual: Plan = {
  method: "POST",
  path: "/",
  query: {},
  headers: {
    host: "127.0.0.1:8765",
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": "AWSOrganizationsV20161128.ListRoots",
  },
  body: '{"MaxResults":5}',
  region: "eu-central-1",
  service: "organizations",
  token: undefined,
  at: now,
  expiresIn: 60,
  key: accessKeyId,
};

export const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

const signer = (plan: Plan) =>
  new SignatureV4({
    service: plan.service,
    region: plan.region,
    sha256: Sha256,
    credentials: {
      accessKeyId: plan.key,
      secretAccessKey,
      ...(plan.token === undefined ? {} : { sessionToken: plan.token }),
    },
  });

export const unsigned = ({ method, path, query, headers, body }: Plan) => ({
  method,
  protocol: "http:",
  hostname: "127.0.0.1",
  path,
  query: { ...query },
  headers: { ...headers },
  body,
});

type Signed = Awaited<ReturnType<SignatureV4["presign"]>>;

// What Node's parser would make of the request on the wire: header bytes as one character each.
export function received(signed: Signed, body: string | Uint8Array): SignedRequest {
  const query = Object.entries(signed.query ?? {}).flatMap(([name, value]) =>
    [value ?? ""].flat().map((one) => `${encode(name)}=${encode(one)}`),
  );
  const rawHeaders = Object.entries(signed.headers).flatMap(([name, value]) => [
    name,
    Buffer.from(value, "utf8").toString("latin1"),
  ]);
  return {
    method: signed.method,
    path: signed.path,
    query: query.join("&"),
    rawHeaders,
    body: Buffer.from(body),
  };
}

export async function byHeader(change: Partial<Plan> = {}): Promise<SignedRequest> {
  const plan = { ...usual, ...change };
  const signed = await signer(plan).sign(unsigned(plan), { signingDate: new Date(plan.at) });
  return received(signed, plan.body);
}

export async function byQuery(change: Partial<Plan> = {}): Promise<SignedRequest> {
  const plan: Plan = { ...usual, method: "GET", body: "", service: "sts", headers: { host: "h" }, ...change };
  const options = { signingDate: new Date(plan.at), expiresIn: plan.expiresIn };
  return received(await signer(plan).presign(unsigned(plan), options), plan.body);
}

export const lowerName = (request: SignedRequest, name: string): number =>
  request.rawHeaders.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === name);

export function withHeader(
  request: SignedRequest,
  name: string,
  edit: (value: string) => string | undefined,
): SignedRequest {
  const at = lowerName(request, name);
  const rawHeaders = [...request.rawHeaders];
  const edited = edit(at < 0 ? "" : (rawHeaders[at + 1] ?? ""));
  if (at >= 0) rawHeaders.splice(at, 2);
  return { ...request, rawHeaders: edited === undefined ? rawHeaders : [...rawHeaders, name, edited] };
}

export const alsoHeader = (request: SignedRequest, name: string, value: string): SignedRequest => ({
  ...request,
  rawHeaders: [...request.rawHeaders, name, value],
});

export const inAuthorization = (request: SignedRequest, from: string | RegExp, to: string): SignedRequest =>
  withHeader(request, "authorization", (value) => {
    const edited = value.replace(from, to);
    if (edited === value) throw new Error(`nothing to replace in ${value}`);
    return edited;
  });

export const inQuery = (request: SignedRequest, from: string | RegExp, to: string): SignedRequest => {
  const query = request.query.replace(from, to);
  if (query === request.query) throw new Error(`nothing to replace in ${query}`);
  return { ...request, query };
};

/** Knows the signers of the usual requests, so that their words are not read again. */
const familiar = new SignerCache();
for (const request of [await byHeader(), await byHeader({ token: "fine" }), await byQuery()]) {
  if (!verifySignature(request, context({ signers: familiar })).ok) throw new Error("not verified");
}

/** The verdict in short; throws where it depends on whether the signer was known before. */
export const kindOf = (request: SignedRequest, change: Partial<VerifyContext> = {}): string => {
  const [kind = "", again] = [new SignerCache(), familiar].map((signers) => {
    const verdict = verifySignature(request, context({ signers, ...change }));
    if (verdict.ok) return "ok";
    return verdict.fault.kind === "invalid-scope"
      ? `invalid-scope ${verdict.fault.part}`
      : verdict.fault.kind;
  });
  if (kind !== again) throw new Error(`${kind}, but of a known signer ${again}`);
  return kind;
};

export function flipLast(request: SignedRequest): SignedRequest {
  return withHeader(request, "authorization", (v) => v.slice(0, -1) + (v.endsWith("0") ? "1" : "0"));
}

/** A way to change a request after it was signed. */
export type Edit = (request: SignedRequest) => SignedRequest;
