// A credential's five parts, read from `Credential=` or `X-Amz-Credential`.

import { partitionOf } from "../partition.js";
import type { Partition } from "../partition.js";
import { incomplete } from "./signature-fault.js";
import type { Step } from "./signature-fault.js";

/** The credential scope: what a signing key is derived for. */
export interface CredentialScope {
  readonly accessKeyId: string;
  /** `YYYYMMDD` as sent, not yet compared with the time of signing. */
  readonly date: string;
  readonly region: string;
  /** Of the region; `undefined` where that is none. */
  readonly partition: Partition | undefined;
  readonly service: string;
  readonly terminator: string;
}

/** Splits `ACCESS_KEY/YYYYMMDD/region/service/aws4_request`; whether the parts fit is asked later. */
export function readCredentialScope(credential: string): Step<CredentialScope> {
  const parts = credential.split("/");
  const [accessKeyId = "", date = "", region = "", service = "", terminator = ""] = parts;
  if (parts.length !== 5 || accessKeyId === "") {
    return incomplete(
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term",
    );
  }
  const partition = partitionOf(region);
  return { ok: true, value: { accessKeyId, date, region, partition, service, terminator } };
}
