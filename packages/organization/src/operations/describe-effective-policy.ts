// DescribeEffectivePolicy: what all policies of a type on an account's chain come to.

import { effectiveSince, effectiveText } from "../effective-policies.js";
import { fault, faultFor } from "../fault.js";
import type { Operation } from "../operation.js";
import type { Organization } from "../state/organization.js";
import type { MemberAccount } from "../state/tree-node.js";

/** Any account may ask for its own, and learns of no other, not even whether it exists. Without a target: its own. */
export const describeEffectivePolicy: Operation<"DescribeEffectivePolicy"> = {
  kind: "read",
  callers: "delegable",
  own: ({ TargetId }, accountId) => TargetId === undefined || TargetId === accountId,
  answer({ PolicyType: type, TargetId }, { organization, account: caller }) {
    const account = findAccount(organization, TargetId ?? caller.id);
    const content = effectiveText(account, type);
    if (content === undefined) {
      const enabled = organization.isEnabled(type);
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

function findAccount(organization: Organization, id: string): MemberAccount {
  const account = organization.accounts.get(id);
  if (account !== undefined) return account;
  if (!/^\d{12}$/.test(id)) {
    const message = `\`${id}\` is not an account, and only accounts have an effective policy; name one of its accounts`;
    return faultFor("InvalidInputException", "TARGET_NOT_SUPPORTED", message);
  }
  return fault("TargetNotFoundException", `no account \`${id}\` in this organization`);
}
