// The effective policy: per AI service what holds and who decided it, and the document as the API returns it.

import Alert from "@cloudscape-design/components/alert";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { describeServiceRow, isMergeable } from "@withhold/policy";
import type { Explanation } from "@withhold/policy";
import { useMemo } from "react";
import type { ReactElement } from "react";
import { ResourceTable } from "../../elements/resource-table.js";
import type { ResourceColumn } from "../../elements/resource-table.js";
import { ScreenLink } from "../../elements/screen-link.js";
import { aiOptOutType, paths } from "../../paths.js";
import { explainedNode, explanationFor } from "../explained-node.js";
import { OptOutChoiceStatus, choiceTexts } from "../opt-out-status.js";
import { enabledTypes } from "../enabled-types.js";
import { serviceLabel, serviceWord } from "../service-words.js";
import { DecidedBy, decidedByText } from "./decided-by.js";
import { EffectiveDocument } from "./effective-document.js";
import type { PanelProps } from "./panel-props.js";

const idOf = ({ service }: Explanation): string => serviceWord(service);

const columns: readonly ResourceColumn<Explanation>[] = [
  {
    id: "service",
    minWidth: 150,
    header: "Service",
    value: ({ service }) => describeServiceRow(service),
    cell: ({ service }) => serviceLabel(service),
    isRowHeader: true,
  },
  {
    id: "choice",
    header: "Choice",
    minWidth: 150,
    value: ({ choice }) => choiceTexts[choice],
    cell: ({ choice }) => <OptOutChoiceStatus choice={choice} />,
  },
  {
    id: "decided",
    minWidth: 180,
    header: "Decided by",
    value: decidedByText,
    cell: (explanation) => <DecidedBy explanation={explanation} />,
  },
];

export function EffectiveTab({ organization, node }: PanelProps): ReactElement {
  const { evaluation, tree } = organization;
  const explanations = useMemo(() => {
    const explained = explainedNode(evaluation, node);
    return evaluation.rows.map((row) => explanationFor(explained, row));
  }, [evaluation, node]);
  const types = enabledTypes(tree.root.PolicyTypes ?? []).filter((type) => isMergeable(type));
  return (
    <SpaceBetween size="l">
      {!evaluation.isEnabled && (
        <Alert type="warning" header="AI services opt-out policies are not enabled">
          No policy has any effect, and AWS’s default applies. Enable the type under{" "}
          <ScreenLink to={paths.policyTypes}>policy types</ScreenLink>.
        </Alert>
      )}
      {node.kind !== "Account" && (
        <Alert type="info">
          Only accounts have an effective policy. This is what an account without policies of its own gets
          here.
        </Alert>
      )}
      <ResourceTable
        noun={["service", "services"]}
        name="service-"
        title="AI services"
        description="Opting out does not block the use of a service."
        variant="borderless"
        items={explanations}
        idOf={idOf}
        columns={columns}
        empty="The catalogue has no service."
      />
      {node.kind === "Account" &&
        types.map((type) => (
          <EffectiveDocument
            key={type}
            type={type}
            accountId={node.id}
            isOpenAtFirst={type === aiOptOutType}
          />
        ))}
    </SpaceBetween>
  );
}
