// DeleteOrganization: ends it, with its tree, policies and tags. The management account stays, in no organization.

import { fault } from "../fault.js";
import type { Operation } from "../operation.js";

/** Member accounts must be gone; OUs and policies go with the organization. */
export const deleteOrganization: Operation<"DeleteOrganization"> = {
  kind: "write",
  callers: "management",
  decide(_, { organization }) {
    const members = organization.accounts.size - 1;
    if (members > 0) {
      const message = `the organization still has ${members === 1 ? "a member account" : `${members} member accounts`}; remove them first (RemoveAccountFromOrganization)`;
      fault("OrganizationNotEmptyException", message);
    }
    return {
      events: [{ type: "organization.deleted", organizationId: organization.id }],
      output: () => ({}),
    };
  },
};
