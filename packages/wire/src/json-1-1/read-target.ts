// Which operation a request of AWS JSON 1.1 asks for.

import { isOperationName } from "../constraints/operation-names.js";
import type { OperationName } from "../constraints/operation-names.js";

/** What `X-Amz-Target` begins with, before the dot. */
const targetPrefix = "AWSOrganizationsV20161128";

/** An operation of the service model, or the common error to answer with. */
export type Target =
  | { readonly ok: true; readonly operation: OperationName }
  | {
      readonly ok: false;
      readonly fault: {
        readonly kind: "common";
        readonly code: "UnknownOperationException";
        readonly message: string;
      };
    };

/** Reads the value of `X-Amz-Target`; `undefined` where the request has none. */
export function readTarget(header: string | undefined): Target {
  const prefix = `${targetPrefix}.`;
  if (header === undefined) return unknown(`send \`X-Amz-Target: ${prefix}OPERATION\``);
  const target = header.trim();
  const operation = target.startsWith(prefix) ? target.slice(prefix.length) : "";
  if (isOperationName(operation)) return { ok: true, operation };
  return unknown(
    `\`${target.slice(0, 128)}\` is no operation of this service, check \`X-Amz-Target\` or the endpoint`,
  );
}

function unknown(message: string): Target {
  return { ok: false, fault: { kind: "common", code: "UnknownOperationException", message } };
}
