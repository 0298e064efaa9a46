// DeleteOrganizationalUnit: for good, once nothing stands under it. Its policies are detached, its tags gone.

import { fault } from "../fault.js";
import { findUnit } from "../find-parent.js";
import type { Operation } from "../operation.js";

export const deleteOrganizationalUnit: Operation<"DeleteOrganizationalUnit"> = {
  kind: "write",
  callers: "management",
  decide({ OrganizationalUnitId }, { organization }) {
    const { id: unitId, units, accounts } = findUnit(organization, OrganizationalUnitId);
    if (units.size + accounts.size > 0) {
      const message = `\`${unitId}\` holds ${units.size} OUs and ${accounts.size} accounts; delete and move them first`;
      fault("OrganizationalUnitNotEmptyException", message);
    }
    return {
      events: [{ type: "organizational-unit.deleted", organizationId: organization.id, unitId }],
      output: () => ({}),
    };
  },
};
