// Policy documents as requests give them and answers show them.

import { parsePolicyDocument } from "@withhold/iam";
import type { PolicyKind } from "@withhold/iam";
import { identityFault } from "./fault.js";

/** Refuses a document that its kind does not allow, naming every place. */
export function checkPolicyDocument(kind: PolicyKind, name: string, text: string): void {
  const parsed = parsePolicyDocument(text, { kind, name });
  if (parsed.ok) return;
  const problems = parsed.findings.map(
    ({ path, position: { line, column }, message }) => `${path} (line ${line}, column ${column}): ${message}`,
  );
  identityFault("MalformedPolicyDocument", problems.join("; "));
}

/** Answers of IAM carry documents percent-encoded. Source: the IAM API reference (RFC 3986). */
export function encodedPolicyDocument(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
