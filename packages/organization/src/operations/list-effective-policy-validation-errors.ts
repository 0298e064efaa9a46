// ListEffectivePolicyValidationErrors: what is wrong with the effective policy of an account, and whose doing it is.

import { effectiveErrors } from "@withhold/policy";
import { effectiveSince, mergeAt } from "../effective-policies.js";
import { fault } from "../fault.js";
import { findAccount } from "../find-account.js";
import type { Operation } from "../operation.js";
import { pathOf } from "../shapes.js";

/** In the order of the effective policy; none where it is right. */
export const listEffectivePolicyValidationErrors: Operation<"ListEffectivePolicyValidationErrors"> = {
  kind: "read",
  callers: "delegable",
  answer({ AccountId, PolicyType: type }, { organization, page: { after, count } }) {
    const account = findAccount(organization, AccountId);
    const merge = mergeAt(account, type);
    if (!merge.exists) {
      const message = `account ${account.id} has no effective policy of type ${type}`;
      fault("EffectivePolicyNotFoundException", message);
    }
    const errors = effectiveErrors(type, merge);
    const end = after + count;
    return {
      AccountId: account.id,
      PolicyType: type,
      Path: pathOf(organization, account),
      EvaluationTimestamp: new Date(effectiveSince(account, type)),
      EffectivePolicyValidationErrors: errors.slice(after, end).map(({ code, message, path, policies }) => ({
        ErrorCode: code,
        ErrorMessage: message,
        PathToError: path.join("/"),
        ContributingPolicies: [...policies],
      })),
      ...(end < errors.length ? { NextToken: String(end) } : {}),
    };
  },
};
