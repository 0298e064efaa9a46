// Members of inputs that AWS has and that are not built here: refused where they are given, never passed over.

import { identityFault } from "./fault.js";

export function refuseUnbuilt(members: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(members)) {
    if (value !== undefined)
      identityFault("ValidationError", `\`${name}\` exists on AWS and is not built here; leave it out`);
  }
}
