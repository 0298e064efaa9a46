// Requests signed by the AWS SDK's own signer and sent as they are, so that a test may spoil them on the way.

import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import type { RootAccessKey } from "./cell/standalone-account.js";

export interface PlainRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PlainAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What to sign, where it is not a `ListRoots` of this moment for us-east-1. */
export interface Signing {
  readonly method?: string;
  readonly path?: string;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly target?: string;
  readonly service?: string;
  readonly region?: string;
  readonly at?: number;
  readonly sessionToken?: string;
}

export const jsonHeaders = { "content-type": "application/x-amz-json-1.1" } as const;
export const formHeaders = { "content-type": "application/x-www-form-urlencoded" } as const;
export const identityForm = "Action=GetCallerIdentity&Version=2011-06-15";

function signer(keys: RootAccessKey, { service, region, sessionToken }: Signing): SignatureV4 {
  const credentials = sessionToken === undefined ? keys : { ...keys, sessionToken };
  return new SignatureV4({
    service: service ?? "organizations",
    region: region ?? "us-east-1",
    sha256: Sha256,
    credentials,
  });
}

/** An Organizations call, signed in its headers. */
export async function signed(url: string, keys: RootAccessKey, signing: Signing = {}): Promise<PlainRequest> {
  const { method = "POST", path = "/", query = {}, body = "{}", target = "ListRoots" } = signing;
  const plain = signing.headers ?? {
    ...jsonHeaders,
    "x-amz-target": `AWSOrganizationsV20161128.${target}`,
  };
  const { host, hostname } = new URL(url);
  const { headers } = await signer(keys, signing).sign(
    { method, protocol: "http:", hostname, path, query, headers: { host, ...plain }, body },
    { signingDate: new Date(signing.at ?? Date.now()) },
  );
  const text = new URLSearchParams(query).toString();
  return { method, path: text === "" ? path : `${path}?${text}`, headers, body };
}

/** A call of STS with a form, signed in its headers. */
export async function signedForm(
  url: string,
  keys: RootAccessKey,
  signing: Signing = {},
): Promise<PlainRequest> {
  return signed(url, keys, { service: "sts", headers: formHeaders, body: identityForm, ...signing });
}

/** A URL that anybody may get, for as long as it lasts. */
export async function presigned(
  url: string,
  keys: RootAccessKey,
  { at, expiresIn = 60, ...signing }: Signing & { readonly expiresIn?: number } = {},
): Promise<PlainRequest> {
  const { host, hostname } = new URL(url);
  const query = { Action: "GetCallerIdentity", Version: "2011-06-15" };
  const made = await signer(keys, { service: "sts", ...signing }).presign(
    { method: "GET", protocol: "http:", hostname, path: "/", query, headers: { host } },
    { signingDate: new Date(at ?? Date.now()), expiresIn },
  );
  const parameters = new URLSearchParams(made.query as Record<string, string>);
  return { method: "GET", path: `/?${parameters.toString()}`, headers: { host }, body: "" };
}

/** Sends exactly this. */
export async function send(url: string, { method, path, headers, body }: PlainRequest): Promise<PlainAnswer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, method, path, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** The members of a JSON answer. */
export function membersOf({ body }: PlainAnswer): Readonly<Record<string, unknown>> {
  return JSON.parse(body) as Record<string, unknown>;
}

/** The text of an element of an XML answer. */
export function elementOf({ body }: PlainAnswer, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1];
}
