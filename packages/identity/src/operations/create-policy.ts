// CreatePolicy: a managed policy of the account, attached to nothing yet.

import { managedPolicyArn } from "../arn.js";
import { requestTagKeys } from "../asked-resource.js";
import { identityFault } from "../fault.js";
import { iamQuotas } from "../iam-quotas.js";
import { drawId } from "../ids.js";
import type { IdentityOperation } from "../operation.js";
import { checkPolicyDocument } from "../policy-document.js";
import { requestTags } from "../request-tags.js";
import { managedPolicyShape } from "../shapes.js";
import { foldedName } from "../state/account-directory.js";
import { refuseUnbuilt } from "../unbuilt.js";

export const createPolicy: IdentityOperation<"CreatePolicy"> = {
  kind: "write",
  asks: ({ PolicyName: name, Path: path = "/", Tags }, { caller: { accountId }, partition }) => ({
    resource: managedPolicyArn(partition, { accountId, path, name }),
    keys: requestTagKeys(requestTags(Tags)),
  }),
  decide(input, { identity, caller: { accountId }, partition, draw }) {
    const { PolicyName: name, Path: path = "/", PolicyDocument: document, Description: description } = input;
    refuseUnbuilt({ Tags: input.Tags });
    checkPolicyDocument("managed", name, document);
    const { policies } = identity.directory(accountId);
    if (policies.has(foldedName(name))) {
      identityFault(
        "EntityAlreadyExists",
        `policy \`${name}\` exists already; names do not differ by case alone`,
      );
    }
    if (policies.size >= iamQuotas.managedPoliciesMax) {
      identityFault(
        "LimitExceeded",
        `the account has ${iamQuotas.managedPoliciesMax} policies, the most allowed`,
      );
    }
    const policyId = drawId(draw, "policy", (id) => identity.policy(id) !== undefined);
    const described = description === undefined ? {} : { description };
    return {
      events: [{ type: "managed-policy.created", accountId, policyId, name, path, document, ...described }],
      output() {
        const policy = identity.policy(policyId);
        return policy === undefined ? {} : { Policy: managedPolicyShape(partition, policy, 0) };
      },
    };
  },
};
