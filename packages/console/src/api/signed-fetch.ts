// A signed call under `/v1`, as `GET /v1/openapi.json` describes it.

import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import type { Credentials } from "../session/session.js";
import { readOperatorAnswer } from "./operator-answer.js";

interface SignedCall {
  readonly url: string;
  readonly method: "POST" | "PUT" | "DELETE";
  readonly body: unknown;
  readonly credentials: Credentials;
  readonly region: string;
}

/** Throws an `OperatorFailure` with the code and message of the answer. */
export async function signedFetch<Output>(call: SignedCall): Promise<Output> {
  const { protocol, hostname, port, host, pathname } = new URL(call.url);
  const body = JSON.stringify(call.body);
  const signer = new SignatureV4({
    service: "withhold",
    region: call.region,
    credentials: call.credentials,
    sha256: Sha256,
  });
  const { headers } = await signer.sign({
    method: call.method,
    protocol,
    hostname,
    ...(port === "" ? {} : { port: Number(port) }),
    path: pathname,
    headers: { host, "content-type": "application/json" },
    body,
  });
  // The browser sets it, and to the same.
  delete headers["host"];
  return readOperatorAnswer<Output>(await fetch(call.url, { method: call.method, headers, body }));
}
