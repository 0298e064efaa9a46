// Calls of the Organizations API as the AWS SDK for JavaScript sends and signs them.

import { createHash, createHmac, randomUUID } from "node:crypto";
import { accessKeyId, secretAccessKey } from "./credentials.js";

/** A call with what its signature is made from. */
export interface SignedCall {
  /** Name, value, name, value…, as Node's parser would give them. */
  readonly rawHeaders: readonly string[];
  readonly body: string;
  readonly canonicalRequest: string;
  readonly stringToSign: string;
}

export interface Call {
  /** `HOST:PORT`. */
  readonly host: string;
  readonly operation: string;
  readonly input: object;
  readonly at: Date;
}

const region = "us-east-1";
const service = "organizations";
const agent = "aws-sdk-js/3.1168.0";

/** The SDK's own headers in its own order, each signed that the SDK signs. */
export function signedCall({ host, operation, input, at }: Call): SignedCall {
  const body = JSON.stringify(input);
  const time = at.toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
  const scope = `${time.slice(0, 8)}/${region}/${service}/aws4_request`;
  const headers: readonly (readonly [string, string])[] = [
    ["content-type", "application/x-amz-json-1.1"],
    ["x-amz-target", `AWSOrganizationsV20161128.${operation}`],
    ["content-length", String(Buffer.byteLength(body))],
    ["x-amz-user-agent", agent],
    ["host", host],
    ["amz-sdk-invocation-id", randomUUID()],
    ["amz-sdk-request", "attempt=1; max=3"],
    ["x-amz-date", time],
    ["x-amz-content-sha256", sha256(body)],
  ];
  const sorted = headers.toSorted(([one], [other]) => (one < other ? -1 : 1));
  const names = sorted.map(([name]) => name).join(";");
  const lines = sorted.map(([name, value]) => `${name}:${value}\n`).join("");
  const canonicalRequest = `POST\n/\n\n${lines}\n${names}\n${sha256(body)}`;
  const stringToSign = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonicalRequest)}`;
  const signature = createHmac("sha256", signingKey(scope)).update(stringToSign).digest("hex");
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  const unsigned = ["user-agent", `${agent} os/linux lang/js md/nodejs api/organizations`];
  const rawHeaders = [...headers.flat(), ...unsigned, "authorization", authorization];
  return { rawHeaders, body, canonicalRequest, stringToSign };
}

/** The bytes of the HTTP request. */
export function onTheWire({ rawHeaders, body }: SignedCall): Buffer {
  let head = "POST / HTTP/1.1\r\n";
  for (let index = 1; index < rawHeaders.length; index += 2) {
    head += `${rawHeaders[index - 1]}: ${rawHeaders[index]}\r\n`;
  }
  return Buffer.from(`${head}Connection: keep-alive\r\n\r\n${body}`);
}

/** The same for a call to a server, signed now. */
export function requestTo(url: string, operation: string, input: object): Buffer {
  return onTheWire(signedCall({ host: new URL(url).host, operation, input, at: new Date() }));
}

export function signingKey(scope: string): Buffer {
  let key = Buffer.from(`AWS4${secretAccessKey}`);
  for (const part of scope.split("/")) key = createHmac("sha256", key).update(part).digest();
  return key;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
