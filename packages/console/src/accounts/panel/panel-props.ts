// What every tab of the panel is about.

import type { EvaluatedOrganization } from "../../organization/use-organization.js";
import type { NodeRow, NodeRows } from "../node-rows.js";

export interface PanelProps {
  readonly organization: EvaluatedOrganization;
  readonly rows: NodeRows;
  readonly node: NodeRow;
}
