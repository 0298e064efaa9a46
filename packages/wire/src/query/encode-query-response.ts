// The body of a successful answer in the Query protocol.

import { escapeXml } from "./escape-xml.js";
import { xmlElement } from "./xml-element.js";
import type { XmlData } from "./xml-element.js";

export interface QueryResponse {
  /** Such as `GetCallerIdentity`. */
  readonly operation: string;
  /** Such as `https://sts.amazonaws.com/doc/2011-06-15/`. */
  readonly namespace: string;
  /** `undefined` where the operation has no output; then there is no result element either. */
  readonly result: { readonly [member: string]: XmlData | undefined } | undefined;
  readonly requestId: string;
}

/** `<{operation}Response>` around `<{operation}Result>` and the request id. */
export function encodeQueryResponse({ operation, namespace, result, requestId }: QueryResponse): string {
  const body = result === undefined ? "" : xmlElement(`${operation}Result`, result);
  const metadata = xmlElement("ResponseMetadata", { RequestId: requestId });
  return `<${operation}Response xmlns="${escapeXml(namespace)}">${body}${metadata}</${operation}Response>`;
}
