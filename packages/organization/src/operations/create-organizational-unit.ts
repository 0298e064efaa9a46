// CreateOrganizationalUnit: a new OU under the root or another OU.

import { faultFor } from "../fault.js";
import { drawUnitId } from "../ids.js";
import type { Operation } from "../operation.js";
import { unitShape } from "../shapes.js";
import { depth } from "../state/tree-node.js";
import type { Parent } from "../state/tree-node.js";
import type { Quotas } from "../quotas.js";
import { checkTags, tagged } from "../tags.js";
import { findParent, requireFreeUnitName } from "../find-parent.js";

export const createOrganizationalUnit: Operation<"CreateOrganizationalUnit"> = {
  kind: "write",
  callers: "management",
  decide({ ParentId, Name: name, Tags }, { organization, quotas, draw }) {
    checkTags(Tags, quotas);
    const parent = findParent(organization, ParentId);
    requireFreeUnitName(parent, name);
    withinQuotas(parent, organization.units.size, quotas);
    const unitId = drawUnitId(draw, organization);
    const created = { type: "organizational-unit.created", unitId, parentId: parent.id, name } as const;
    return {
      events: [{ ...created, organizationId: organization.id }, ...tagged(organization.id, unitId, Tags)],
      output() {
        const unit = organization.units.get(unitId);
        return unit === undefined ? {} : { OrganizationalUnit: unitShape(organization, unit) };
      },
    };
  },
};

function withinQuotas(parent: Parent, units: number, quotas: Quotas): void {
  if (depth(parent) >= quotas.organizationalUnitDepthMax) {
    const message = `OUs nest at most ${quotas.organizationalUnitDepthMax} levels below the root; choose a parent higher up`;
    faultFor("ConstraintViolationException", "OU_DEPTH_LIMIT_EXCEEDED", message);
  }
  if (units >= quotas.organizationalUnitsMax) {
    const message = `an organization holds at most ${quotas.organizationalUnitsMax} OUs`;
    faultFor("ConstraintViolationException", "OU_NUMBER_LIMIT_EXCEEDED", message);
  }
}
