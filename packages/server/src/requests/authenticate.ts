// Who signed the request: SigV4 against the keys of the live state, and against session tokens.

import { callerOf } from "@withhold/identity";
import type { Credential } from "@withhold/identity";
import { SignerCache, verifySignature } from "@withhold/wire";
import type { CredentialLookup, SignatureFault, SignatureVerdict } from "@withhold/wire";
import type { SessionTokens } from "../cell/session-token.js";
import type { State } from "../cell/state.js";
import type { Writer } from "../cell/writer.js";
import type { Eventual } from "../eventual.js";
import { signersMax } from "../limits.js";
import type { Caller } from "./caller.js";
import type { ExchangeRequest } from "./exchange.js";
import type { KeyUses } from "./key-uses.js";

export type Authenticated<Service extends string = string> =
  | { readonly ok: true; readonly caller: Caller; readonly service: Service }
  | { readonly ok: false; readonly fault: SignatureFault };

type ServiceName = "organizations" | "sts" | "iam" | "withhold";

/** `services`: those that the endpoint speaks for; what was signed for another is refused. */
export type Authenticate = <Service extends ServiceName>(
  request: ExchangeRequest,
  services: readonly Service[],
  requestId: string,
) => Eventual<Authenticated<Service>>;

export interface AuthenticatorOptions {
  readonly writer: Writer;
  readonly sessions: SessionTokens;
  readonly keyUses: KeyUses;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
}

export function authenticator({ writer, sessions, keyUses, clock }: AuthenticatorOptions): Authenticate {
  const signers = new SignerCache(signersMax);
  const verify = (
    state: State,
    request: ExchangeRequest,
    services: readonly string[],
    requestId: string,
  ): Authenticated => {
    const now = clock();
    const lookup = lookupIn(state, sessions, now);
    const verdict = verifySignature(request, { now, services, signers, lookup });
    if (!verdict.ok) return verdict;
    const { accessKeyId, sessionToken, region, service } = verdict;
    if (sessionToken === undefined) keyUses.note(accessKeyId, { at: now, service, region });
    return callerIn(state, sessions, verdict, request, requestId);
  };
  return <Service extends ServiceName>(
    request: ExchangeRequest,
    services: readonly Service[],
    requestId: string,
  ) => {
    const verdict = verify(writer.state, request, services, requestId);
    // An operation waits itself for what is not durable yet; a refusal, which ends here, has to wait here.
    const settled = verdict.ok
      ? verdict
      : writer.read((state) => verify(state, request, services, requestId));
    // The signature's scope was checked to name one of them.
    return settled as Eventual<Authenticated<Service>>;
  };
}

function lookupIn(state: State, sessions: SessionTokens, now: number): CredentialLookup {
  return (accessKeyId, sessionToken) => {
    if (sessionToken !== undefined) {
      const claims = sessions.open(accessKeyId, sessionToken);
      if (claims === undefined) return { found: false, why: "token-invalid" };
      if (claims.expiresAt <= now) return { found: false, why: "token-expired" };
      return { found: true, secretAccessKey: claims.secretAccessKey };
    }
    const secretAccessKey = state.secretAccessKey(accessKeyId);
    const isActive = state.identity.accessKeys.get(accessKeyId)?.status === "Active";
    return isActive && secretAccessKey !== undefined
      ? { found: true, secretAccessKey }
      : { found: false, why: "unknown" };
  };
}

/** A session whose user, role or key is gone reads like a key that never was. */
const nobody: SignatureFault = {
  kind: "unrecognized-client",
  message: "The security token included in the request is invalid",
};

function callerIn(
  state: State,
  sessions: SessionTokens,
  {
    accessKeyId,
    sessionToken,
    region,
    partition: regionsPartition,
    service,
  }: Extract<SignatureVerdict, { readonly ok: true }>,
  { sourceIp }: ExchangeRequest,
  requestId: string,
): Authenticated {
  const credential = credentialOf(sessions, accessKeyId, sessionToken);
  const partition = regionsPartition ?? "";
  const known = credential && callerOf(state.identity, credential, partition);
  if (credential === undefined || known === undefined) return { ok: false, fault: nobody };
  const { accountId, principal } = known;
  const account = state.cell.accounts.get(accountId);
  const home = account && (state.cell.organizationOf(account)?.partition ?? account.partition);
  if (home !== undefined && home !== partition) {
    const message = `the account of this key lives in partition \`${home}\`; sign for a region of that partition`;
    return { ok: false, fault: { kind: "unrecognized-client", message } };
  }
  const { type, arn } = principal;
  const actor = type === "root" ? { accountId, accessKeyId } : { accountId, accessKeyId, arn };
  const facts = { region, sourceIp: plainAddress(sourceIp) };
  return { ok: true, service, caller: { accountId, credential, actor, partition, facts, requestId } };
}

function credentialOf(
  sessions: SessionTokens,
  accessKeyId: string,
  sessionToken: string | undefined,
): Credential | undefined {
  if (sessionToken === undefined) return { kind: "access-key", accessKeyId };
  const claims = sessions.open(accessKeyId, sessionToken);
  return claims && { kind: "session", claims };
}

/** Sockets that take both families show IPv4 addresses in the form of IPv6. */
export function plainAddress(address: string | undefined): string | undefined {
  return address?.startsWith("::ffff:") === true && address.includes(".") ? address.slice(7) : address;
}
