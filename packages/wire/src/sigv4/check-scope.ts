// Whether the credential is scoped to this day, a region, a service spoken for here, and SigV4.

import type { SignatureClaim } from "./signature-claim.js";
import type { ScopePart, SignatureFault } from "./signature-fault.js";

/** The date of the credential, then its region, its service, its terminator. */
export function checkScope(claim: SignatureClaim, services: readonly string[]): SignatureFault | undefined {
  const { date, partition, service, terminator } = claim.signer.scope;
  if (date !== claim.time.text.slice(0, 8)) {
    return fault("date", "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date");
  }
  if (partition === undefined) {
    return fault("region", "Credential should be scoped to a valid region");
  }
  if (!services.includes(service)) {
    const expected = services.map((name) => `\`${name}\``).join(" or ");
    return fault("service", `Credential should be scoped to correct service: ${expected}`);
  }
  if (terminator !== "aws4_request") {
    return fault("terminator", "Credential should be scoped with a valid terminator: `aws4_request`");
  }
  return undefined;
}

function fault(part: ScopePart, message: string): SignatureFault {
  return { kind: "invalid-scope", part, message };
}
