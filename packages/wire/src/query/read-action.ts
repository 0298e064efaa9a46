// Which operation, of which version, a request of the Query protocol asks for.

import type { QueryFault } from "./query-error.js";

export type Action =
  | { readonly ok: true; readonly action: string; readonly version: string }
  | { readonly ok: false; readonly fault: QueryFault };

/** Reads `Action` and `Version`; whether there is such an operation is the caller's question. */
export function readAction(parameters: ReadonlyMap<string, string>): Action {
  const action = parameters.get("Action") ?? "";
  const version = parameters.get("Version") ?? "";
  if (action === "") {
    const message = "the request names no operation, send the parameter `Action`";
    return { ok: false, fault: { code: "MissingAction", message } };
  }
  if (version === "") {
    const message = `could not find operation \`${action.slice(0, 128)}\` for no version, send the parameter \`Version\``;
    return { ok: false, fault: { code: "InvalidAction", message } };
  }
  return { ok: true, action, version };
}
