// The body of an error answer in the Query protocol.

import { escapeXml } from "./escape-xml.js";
import { xmlElement } from "./xml-element.js";

export interface QueryError {
  /** Such as `https://sts.amazonaws.com/doc/2011-06-15/`. */
  readonly namespace: string;
  /** Whose fault it is: the client's or the server's. */
  readonly type: "Sender" | "Receiver";
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
}

/** `<ErrorResponse>` around `<Error>` and the request id. */
export function encodeQueryError({ namespace, type, code, message, requestId }: QueryError): string {
  const error = xmlElement("Error", { Type: type, Code: code, Message: message });
  const id = xmlElement("RequestId", requestId);
  return `<ErrorResponse xmlns="${escapeXml(namespace)}">${error}${id}</ErrorResponse>`;
}
