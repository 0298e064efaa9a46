// DeleteOrganization: ends it, with its tree, policies and tags. The management account stays, in no organization.

import { fault, faultFor } from "../fault.js";
import type { Operation } from "../operation.js";
import { holdingTransfers } from "../transfer-rules.js";

/** Member accounts must be gone, and transfers have ended; OUs and policies go with the organization. */
export const deleteOrganization: Operation<"DeleteOrganization"> = {
  kind: "write",
  callers: "management",
  decide(_, { cell, organization }, now) {
    const members = organization.accounts.size - 1;
    if (members > 0) {
      const message = `the organization still has ${members === 1 ? "a member account" : `${members} member accounts`}; remove them first (RemoveAccountFromOrganization)`;
      fault("OrganizationNotEmptyException", message);
    }
    if (holdingTransfers(cell, organization, now) > 0) {
      const message =
        "a transfer of the organization's bill or of another's is in force, or was asked for; cancel its handshake (CancelHandshake), or withdraw it and wait for its end (TerminateResponsibilityTransfer)";
      faultFor("ConstraintViolationException", "ACTIVE_RESPONSIBILITY_TRANSFER_PROCESS", message);
    }
    return {
      events: [{ type: "organization.deleted", organizationId: organization.id }],
      output: () => ({}),
    };
  },
};
