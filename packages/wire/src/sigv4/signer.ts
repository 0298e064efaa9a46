// Who signs, and which headers: what a client says in the same words with every request of a day.

import { readCredentialScope } from "./credential-scope.js";
import type { CredentialScope } from "./credential-scope.js";
import type { SignatureFault, Step } from "./signature-fault.js";

export interface Signer {
  readonly scope: CredentialScope;
  /** Names in the order sent. */
  readonly signedHeaders: readonly string[];
  /** The same, joined by `;` as sent. */
  readonly signedHeadersText: string;
  /** What is wrong with this list, whatever the request. */
  readonly signedHeadersFault: SignatureFault | undefined;
}

/** Reads the values of `Credential` and `SignedHeaders`, of header and query alike. */
export function readSigner(credential: string, signedHeadersText: string): Step<Signer> {
  const scope = readCredentialScope(credential);
  if (!scope.ok) return scope;
  const signedHeaders = signedHeadersText.split(";");
  const signedHeadersFault = faultOf(signedHeaders, signedHeadersText);
  return { ok: true, value: { scope: scope.value, signedHeaders, signedHeadersText, signedHeadersFault } };
}

// Printable characters but `:` and upper-case letters; `;` parts the names.
const listForm = /^[!-9;-@[-~]+$/;

/** Names sorted, unique and lower-case, `host` among them. */
function faultOf(names: readonly string[], text: string): SignatureFault | undefined {
  const isSorted = names.every((name, index) => name > (names[index - 1] ?? ""));
  if (!listForm.test(text) || !isSorted) {
    const message = "SignedHeaders must be lower-case header names, sorted, each once, joined by `;`";
    return { kind: "invalid-signed-headers", message };
  }
  if (names.includes("host")) return undefined;
  const message = "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization";
  return { kind: "invalid-signed-headers", message };
}
