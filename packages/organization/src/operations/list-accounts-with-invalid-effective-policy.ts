// ListAccountsWithInvalidEffectivePolicy: the accounts for which merging came to what the type does not allow.

import { effectiveErrors } from "@withhold/policy";
import { mergeAt } from "../effective-policies.js";
import { fault } from "../fault.js";
import type { Operation } from "../operation.js";
import { pageOf } from "../page-of.js";
import { accountShape } from "../shapes.js";

/** In the order of joining. */
export const listAccountsWithInvalidEffectivePolicy: Operation<"ListAccountsWithInvalidEffectivePolicy"> = {
  kind: "read",
  callers: "delegable",
  answer({ PolicyType: type }, { organization, page }) {
    if (!organization.isEnabled(type)) {
      const message = `policy type ${type} is not enabled, so no account has an effective policy of it`;
      fault("EffectivePolicyNotFoundException", message);
    }
    const { items, more } = pageOf(
      organization.accounts,
      page,
      (member) => accountShape(organization, member),
      (member) => effectiveErrors(type, mergeAt(member, type)).length > 0,
    );
    return { Accounts: items, PolicyType: type, ...more };
  },
};
