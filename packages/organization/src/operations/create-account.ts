// CreateAccount: a new account in the organization, under the root.

import { createMember } from "../create-member.js";
import type { Operation } from "../operation.js";

export const createAccount: Operation<"CreateAccount"> = {
  kind: "write",
  callers: "management",
  decide: (input, context, now) => createMember(input, context, now, { paired: false }),
};
