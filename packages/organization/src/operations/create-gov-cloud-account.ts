// CreateGovCloudAccount: a new account in the organization, and one in GovCloud that goes with it.

import { createMember } from "../create-member.js";
import { fault } from "../fault.js";
import type { Operation } from "../operation.js";

/** The one in GovCloud is in no organization: one that lives there can invite it. */
export const createGovCloudAccount: Operation<"CreateGovCloudAccount"> = {
  kind: "write",
  callers: "management",
  decide(input, context, now) {
    const { partition } = context.organization;
    if (partition !== "aws") {
      const message = `accounts in GovCloud are made from partition \`aws\`, and this organization lives in \`${partition}\`; call from one of \`aws\`, or use CreateAccount`;
      fault("UnsupportedAPIEndpointException", message);
    }
    return createMember(input, context, now, { paired: true });
  },
};
