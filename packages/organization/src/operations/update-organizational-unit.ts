// UpdateOrganizationalUnit: a new name. Id, parent, policies and accounts stay.

import { findUnit, requireFreeUnitName } from "../find-parent.js";
import type { Operation } from "../operation.js";
import { unitShape } from "../shapes.js";

export const updateOrganizationalUnit: Operation<"UpdateOrganizationalUnit"> = {
  kind: "write",
  callers: "management",
  decide({ OrganizationalUnitId, Name: name }, { organization }) {
    const unit = findUnit(organization, OrganizationalUnitId);
    const output = () => ({ OrganizationalUnit: unitShape(organization, unit) });
    // A call that changes nothing leaves no record.
    if (name === undefined || name === unit.name) return { events: [], output };
    requireFreeUnitName(unit.parent, name);
    const renamed = { type: "organizational-unit.renamed", unitId: unit.id, name } as const;
    return { events: [{ ...renamed, organizationId: organization.id }], output };
  },
};
