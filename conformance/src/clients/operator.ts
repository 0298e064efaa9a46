// The operator of a server, who makes the accounts that belong to no organization: `POST /v1/accounts`.

import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import type { AccessKey } from "../running-cell.js";

export interface StandaloneAccount {
  readonly id: string;
  readonly email: string;
  /** Of its root user. */
  readonly key: AccessKey;
}

export interface OperatorTarget {
  readonly endpoint: string;
  readonly key: AccessKey;
  /** Milliseconds since the epoch, where the server's clock is not the machine's. */
  readonly clock?: () => number;
}

interface CreatedAccount {
  readonly account: { readonly id: string };
  readonly rootAccessKey: AccessKey;
}

/** Rejects, with what the server said, where it does not. */
export async function createStandaloneAccount(
  { endpoint, key: credentials, clock = Date.now }: OperatorTarget,
  name: string,
): Promise<StandaloneAccount> {
  const email = `${name.toLowerCase()}@standalone.example`;
  const { host, hostname } = new URL(endpoint);
  const body = JSON.stringify({ name, email });
  const signer = new SignatureV4({ service: "withhold", region: "us-east-1", credentials, sha256: Sha256 });
  const unsigned = { method: "POST", protocol: "http:", hostname, path: "/v1/accounts", body };
  const headers = { host, "content-type": "application/json" };
  const signed = await signer.sign({ ...unsigned, headers }, { signingDate: new Date(clock()) });
  const answer = await fetch(`${endpoint}/v1/accounts`, { method: "POST", headers: signed.headers, body });
  const said = await answer.text();
  if (answer.status !== 201) throw new Error(`no account \`${name}\`: ${said}`);
  const { account, rootAccessKey } = JSON.parse(said) as CreatedAccount;
  return { id: account.id, email, key: rootAccessKey };
}
