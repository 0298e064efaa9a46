// ListRoots: the one root, with the policy types enabled in it.

import type { Operation } from "../operation.js";
import { rootShape } from "../shapes.js";

export const listRoots: Operation<"ListRoots"> = {
  kind: "read",
  callers: "delegable",
  // One root is all there is: a token can only come from elsewhere, and then nothing follows.
  answer: (_, { organization, page }) => ({ Roots: page.after === 0 ? [rootShape(organization)] : [] }),
};
