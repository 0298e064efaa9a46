// Who signed the request: SigV4 against the keys of the live state.

import { SigningKeyCache, partitionOf, verifySignature } from "@withhold/wire";
import type { SignatureFault } from "@withhold/wire";
import type { State } from "../cell/state.js";
import type { Writer } from "../cell/writer.js";
import { signingKeysMax } from "../limits.js";
import type { Caller } from "./caller.js";
import type { ExchangeRequest } from "./exchange.js";

type Authenticated =
  | { readonly ok: true; readonly caller: Caller }
  | { readonly ok: false; readonly fault: SignatureFault };

export type Authenticate = (
  request: ExchangeRequest,
  service: "organizations" | "sts" | "withhold",
  requestId: string,
) => Promise<Authenticated>;

export function authenticator(writer: Writer, clock: () => number): Authenticate {
  const keys = new SigningKeyCache(signingKeysMax);
  const verify = (
    state: State,
    request: ExchangeRequest,
    service: string,
    requestId: string,
  ): Authenticated => {
    const verdict = verifySignature(request, {
      now: clock(),
      services: [service],
      keys,
      lookup: (accessKeyId, sessionToken) => {
        const key = state.accessKeys.get(accessKeyId);
        if (key === undefined) return { found: false, why: "unknown" };
        // Root keys are for good and come without a token.
        if (sessionToken !== undefined) return { found: false, why: "token-invalid" };
        return { found: true, secretAccessKey: key.secretAccessKey };
      },
    });
    return verdict.ok ? callerOf(state, verdict.accessKeyId, verdict.region, requestId) : verdict;
  };
  return async (request, service, requestId) => {
    // An operation waits itself for what is not durable yet; a refusal, which ends here, and STS, which answers from
    // the verdict alone, have to wait here.
    const verdict = verify(writer.state, request, service, requestId);
    const waitsLater = verdict.ok && service !== "sts";
    return waitsLater ? verdict : writer.read((state) => verify(state, request, service, requestId));
  };
}

function callerOf(state: State, accessKeyId: string, region: string, requestId: string): Authenticated {
  const accountId = state.accessKeys.get(accessKeyId)?.accountId ?? "";
  const account = state.cell.accounts.get(accountId);
  const home = account && state.cell.organizationOf(account)?.partition;
  const partition = partitionOf(region) ?? "";
  if (home !== undefined && home !== partition) {
    const message = `the organization of this key lives in partition \`${home}\`; sign for a region of that partition`;
    return { ok: false, fault: { kind: "unrecognized-client", message } };
  }
  return { ok: true, caller: { accountId, actor: { accountId, accessKeyId }, partition, requestId } };
}
