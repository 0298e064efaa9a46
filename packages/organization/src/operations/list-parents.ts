// ListParents: the root or OU that an OU or account stands under.

import { fault } from "../fault.js";
import type { Operation } from "../operation.js";
import { parentShape } from "../shapes.js";

export const listParents: Operation<"ListParents"> = {
  kind: "read",
  callers: "delegable",
  answer({ ChildId }, { organization, page }) {
    const child =
      organization.units.get(ChildId) ??
      organization.accounts.get(ChildId) ??
      fault("ChildNotFoundException", `no OU or account \`${ChildId}\` in this organization`);
    // One parent is all there is: a token can only come from elsewhere, and then nothing follows.
    return { Parents: page.after === 0 ? [parentShape(child.parent)] : [] };
  },
};
