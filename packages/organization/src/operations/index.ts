// Every operation by its name on the wire.

import type { Operations } from "../operation.js";
import { attachPolicy } from "./attach-policy.js";
import { createAccount } from "./create-account.js";
import { createOrganization } from "./create-organization.js";
import { createOrganizationalUnit } from "./create-organizational-unit.js";
import { createPolicy } from "./create-policy.js";
import { deletePolicy } from "./delete-policy.js";
import { describeCreateAccountStatus } from "./describe-create-account-status.js";
import { describeEffectivePolicy } from "./describe-effective-policy.js";
import { describeOrganization } from "./describe-organization.js";
import { describePolicy } from "./describe-policy.js";
import { detachPolicy } from "./detach-policy.js";
import { disablePolicyType } from "./disable-policy-type.js";
import { enablePolicyType } from "./enable-policy-type.js";
import { listAccounts } from "./list-accounts.js";
import { listOrganizationalUnitsForParent } from "./list-organizational-units-for-parent.js";
import { listPolicies } from "./list-policies.js";
import { listPoliciesForTarget } from "./list-policies-for-target.js";
import { listRoots } from "./list-roots.js";
import { moveAccount } from "./move-account.js";
import { updatePolicy } from "./update-policy.js";

export const operations: Operations = {
  AttachPolicy: attachPolicy,
  CreateAccount: createAccount,
  CreateOrganization: createOrganization,
  CreateOrganizationalUnit: createOrganizationalUnit,
  CreatePolicy: createPolicy,
  DeletePolicy: deletePolicy,
  DescribeCreateAccountStatus: describeCreateAccountStatus,
  DescribeEffectivePolicy: describeEffectivePolicy,
  DescribeOrganization: describeOrganization,
  DescribePolicy: describePolicy,
  DetachPolicy: detachPolicy,
  DisablePolicyType: disablePolicyType,
  EnablePolicyType: enablePolicyType,
  ListAccounts: listAccounts,
  ListOrganizationalUnitsForParent: listOrganizationalUnitsForParent,
  ListPolicies: listPolicies,
  ListPoliciesForTarget: listPoliciesForTarget,
  ListRoots: listRoots,
  MoveAccount: moveAccount,
  UpdatePolicy: updatePolicy,
};
