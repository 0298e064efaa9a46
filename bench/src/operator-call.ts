// Calls under `/v1`, which no AWS client makes: signed with the root key of the cell.

import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import type { SigningKeys } from "./signed-call.js";

/** A server and its root key. */
interface OperatedCell {
  readonly server: { readonly url: string };
  readonly key: SigningKeys;
}

/** Throws where the answer is an error. */
async function operatorCall<Output>(
  { server, key }: OperatedCell,
  method: "POST" | "PUT",
  path: string,
  members: object = {},
): Promise<Output> {
  const { host, hostname, port, protocol } = new URL(server.url);
  const body = JSON.stringify(members);
  const signer = new SignatureV4({
    service: "withhold",
    region: "us-east-1",
    credentials: key,
    sha256: Sha256,
  });
  const { headers } = await signer.sign({
    method,
    protocol,
    hostname,
    port: Number(port),
    path,
    headers: { host, "content-type": "application/json" },
    body,
  });
  const answer = await fetch(`${server.url}${path}`, { method, headers, body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${text}`);
  return JSON.parse(text) as Output;
}

/** The address that signs in as the root user, once. */
export async function oneTimeLink(cell: OperatedCell): Promise<string> {
  return (await operatorCall<{ readonly url: string }>(cell, "POST", "/v1/sign-in-links")).url;
}

export async function setRootPassword(cell: OperatedCell, password: string): Promise<void> {
  await operatorCall(cell, "PUT", "/v1/root-password", { password });
}
