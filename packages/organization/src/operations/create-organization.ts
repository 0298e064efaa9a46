// CreateOrganization: the calling account becomes the management account of a new organization.

import type { DomainEvent } from "../events.js";
import { fault } from "../fault.js";
import { drawOrganizationId, drawRootId } from "../ids.js";
import { managedPolicies } from "../policy-types.js";
import type { Operation } from "../operation.js";
import { organizationShape } from "../shapes.js";

/**
 * No policy type is enabled in the root, not even that of service control policies. AWS's API model says otherwise,
 * but AWS's answers do not: Terraform's provider, whose acceptance tests run on AWS, finds `PolicyTypes` empty and
 * enables the type itself, and fails where it is enabled already.
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
    const events: readonly DomainEvent[] = [
      { type: "organization.created", organizationId, rootId, partition, managementAccountId, featureSet },
      ...managedPolicies.map(
        (policy) => ({ type: "policy.created", organizationId, ...policy, awsManaged: true }) as const,
      ),
      { type: "account.joined", organizationId, accountId: account.id, parentId: rootId, method: "INVITED" },
    ];
    return {
      events,
      output() {
        const organization = cell.organizations.get(organizationId);
        return organization === undefined ? {} : { Organization: organizationShape(organization) };
      },
    };
  },
};
