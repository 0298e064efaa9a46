// Calls of the operator's API of a running server, signed.

import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import * as http from "node:http";
import * as https from "node:https";
import { text } from "node:stream/consumers";
import type { CredentialsSection } from "./credentials-section.js";

const answerMillisecondsMax = 60_000;

export type OperatorAnswer =
  /** The body is undefined where it is no JSON. */
  | { readonly kind: "answered"; readonly status: number; readonly body: unknown }
  /** `unreached`: the request never left; `lost`: it may have arrived. */
  | { readonly kind: "unreached" | "lost"; readonly why: string };

/** `POST` of a JSON body to a path of the endpoint. */
export async function callOperator(
  { endpoint, region, ...credentials }: CredentialsSection,
  path: string,
  input: object,
): Promise<OperatorAnswer> {
  const url = new URL(path, endpoint);
  const body = JSON.stringify(input);
  const signer = new SignatureV4({ service: "withhold", region, credentials, sha256: Sha256 });
  const { headers } = await signer.sign({
    method: "POST",
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    headers: { host: url.host, "content-type": "application/json" },
    body,
  });
  return send(url, { ...headers, "content-length": String(Buffer.byteLength(body)) }, body);
}

async function send(url: URL, headers: Record<string, string>, body: string): Promise<OperatorAnswer> {
  let kind: "unreached" | "lost" = "unreached";
  try {
    const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const { request } = url.protocol === "https:" ? https : http;
      const signal = AbortSignal.timeout(answerMillisecondsMax);
      const sent = request(url, { method: "POST", headers, signal, agent: false }, resolve);
      sent.on("error", reject);
      const connected = url.protocol === "https:" ? "secureConnect" : "connect";
      sent.on("socket", (socket) => socket.once(connected, () => (kind = "lost")));
      sent.end(body);
    });
    return { kind: "answered", status: answer.statusCode ?? 0, body: parsed(await text(answer)) };
  } catch (error) {
    return { kind, why: whyOf(error) };
  }
}

/** Of several addresses tried in vain, Node makes one error without a message. */
function whyOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(whyOf).join(", ");
  return error instanceof Error ? error.message : String(error);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
