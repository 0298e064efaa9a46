// DescribeEffectivePolicy: what all policies of a type on an account's chain come to.

import { effectiveSince, effectiveText } from "../effective-policies.js";
import { fault, faultFor } from "../fault.js";
import type { MemberContext, Operation } from "../operation.js";
import type { MemberAccount } from "../state/tree-node.js";

/** Any account may ask for its own; the management account for everybody's. Without a target: the caller's own. */
export const describeEffectivePolicy: Operation<"DescribeEffectivePolicy"> = {
  kind: "read",
  callers: "member",
  answer({ PolicyType: type, TargetId }, context) {
    const account = findAccount(TargetId ?? context.account.id, context);
    const content = effectiveText(account, type);
    if (content === undefined) {
      const enabled = context.organization.isEnabled(type);
      const why = enabled ? "no policy on its chain sets anything" : `policy type ${type} is not enabled`;
      return fault(
        "EffectivePolicyNotFoundException",
        `account ${account.id} has no effective policy of type ${type}: ${why}`,
      );
    }
    return {
      EffectivePolicy: {
        PolicyContent: content,
        LastUpdatedTimestamp: new Date(effectiveSince(account, type)),
        TargetId: account.id,
        PolicyType: type,
      },
    };
  },
};

function findAccount(id: string, { organization, account: caller }: MemberContext): MemberAccount {
  // A member learns of no account but its own, not even whether another exists.
  if (id !== caller.id && organization.managementAccountId !== caller.id) {
    fault(
      "AccessDeniedException",
      "a member account may read its own effective policy only; leave TargetId out",
    );
  }
  const account = organization.accounts.get(id);
  if (account !== undefined) return account;
  if (!/^\d{12}$/.test(id)) {
    const message = `\`${id}\` is not an account, and only accounts have an effective policy; name one of its accounts`;
    return faultFor("InvalidInputException", "TARGET_NOT_SUPPORTED", message);
  }
  return fault("TargetNotFoundException", `no account \`${id}\` in this organization`);
}
