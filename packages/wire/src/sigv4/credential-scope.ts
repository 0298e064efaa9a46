// A credential's five parts, read from `Credential=` or `X-Amz-Credential`.

import { incomplete } from "./signature-fault.js";
import type { Step } from "./signature-fault.js";
import type { CredentialScope } from "./signature-claim.js";

/** Splits `ACCESS_KEY/YYYYMMDD/region/service/aws4_request`; whether the parts fit is asked later. */
export function readCredentialScope(credential: string): Step<CredentialScope> {
  const parts = credential.split("/");
  const [accessKeyId = "", date = "", region = "", service = "", terminator = ""] = parts;
  if (parts.length !== 5 || accessKeyId === "") {
    return incomplete(
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term",
    );
  }
  return { ok: true, value: { accessKeyId, date, region, service, terminator } };
}
