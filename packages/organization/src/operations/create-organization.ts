// CreateOrganization: the calling account becomes the management account of a new organization.

import type { DomainEvent } from "../events.js";
import { fault } from "../fault.js";
import { drawOrganizationId, drawRootId } from "../ids.js";
import { managedPolicies } from "../policy-types.js";
import type { Operation } from "../operation.js";
import { organizationShape } from "../shapes.js";

/**
 * With all features (the default) service control policies are in force, as AWS's API reference says, and everything
 * has `FullAWSAccess`. The root lists them once a caller enables the type: on AWS a new root lists no type, and
 * Terraform's provider enables all that it is told to, and fails where one is enabled already.
 */
export const createOrganization: Operation<"CreateOrganization"> = {
  kind: "write",
  callers: "anyone",
  decide({ FeatureSet: featureSet = "ALL" }, { cell, account, partition, draw }) {
    const current = cell.organizationOf(account);
    if (current !== undefined) {
      fault(
        "AlreadyInOrganizationException",
        `account ${account.id} already belongs to organization \`${current.id}\``,
      );
    }
    const organizationId = drawOrganizationId(draw, cell);
    const rootId = drawRootId(draw);
    const managementAccountId = account.id;
    const events: DomainEvent[] = [
      { type: "organization.created", organizationId, rootId, partition, managementAccountId, featureSet },
      ...managedPolicies.map(
        (policy) => ({ type: "policy.created", organizationId, ...policy, awsManaged: true }) as const,
      ),
      { type: "account.joined", organizationId, accountId: account.id, parentId: rootId, method: "INVITED" },
    ];
    if (featureSet === "ALL") {
      const policyType = "SERVICE_CONTROL_POLICY";
      const defaultPolicyId =
        managedPolicies.find((policy) => policy.policyType === policyType)?.policyId ?? "";
      events.push({ type: "policy-type.put-in-force", organizationId, policyType, defaultPolicyId });
    }
    return {
      events,
      output() {
        const organization = cell.organizations.get(organizationId);
        return organization === undefined ? {} : { Organization: organizationShape(organization) };
      },
    };
  },
};
