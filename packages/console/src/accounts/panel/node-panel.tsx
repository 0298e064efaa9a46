// The split panel about what is selected: its tabs, which the address names.

import Box from "@cloudscape-design/components/box";
import SplitPanel from "@cloudscape-design/components/split-panel";
import Tabs from "@cloudscape-design/components/tabs";
import type { ReactElement, ReactNode } from "react";
import { useAddressWord } from "../../elements/address-state.js";
import type { EvaluatedOrganization } from "../../organization/use-organization.js";
import type { NodeRow, NodeRows } from "../node-rows.js";
import { ChainTab } from "./chain-tab.js";
import { DetailsTab } from "./details-tab.js";
import { EffectiveTab } from "./effective-tab.js";
import { OverrideTab } from "./override-tab.js";
import { PoliciesTab } from "./policies-tab.js";
import { SelectionSummary } from "./selection-summary.js";
import { TagsTab } from "../../tags/tags-tab.js";

interface NodePanelProps {
  readonly organization: EvaluatedOrganization;
  readonly rows: NodeRows;
  readonly selected: readonly NodeRow[];
}

export function NodePanel({ organization, rows, selected }: NodePanelProps): ReactElement {
  const [tab, setTab] = useAddressWord("tab");
  const [node, ...others] = selected;
  if (node === undefined || others.length > 0) {
    return (
      <SplitPanel header={`${selected.length} selected`} hidePreferencesButton closeBehavior="hide">
        <SelectionSummary selected={selected} />
      </SplitPanel>
    );
  }
  const props = { organization, rows, node };
  const tabs: readonly { readonly id: string; readonly label: string; readonly content: ReactNode }[] = [
    { id: "details", label: "Details", content: <DetailsTab {...props} /> },
    { id: "policies", label: "Policies", content: <PoliciesTab {...props} /> },
    { id: "effective", label: "Effective policy", content: <EffectiveTab {...props} /> },
    { id: "chain", label: "Inheritance chain", content: <ChainTab {...props} /> },
    { id: "override", label: "Could a child opt in?", content: <OverrideTab {...props} /> },
    { id: "tags", label: "Tags", content: <TagsTab node={node} /> },
  ];
  return (
    <SplitPanel
      header={node.name}
      headerDescription={<Box color="text-body-secondary">{`${node.kind} ${node.id}`}</Box>}
      hidePreferencesButton
      closeBehavior="hide"
    >
      {/* Anew for each node: nothing that was opened or typed for one is meant for another. */}
      <Tabs
        key={node.id}
        ariaLabel={`About ${node.name}`}
        tabs={tabs}
        activeTabId={tabs.find(({ id }) => id === tab)?.id ?? "details"}
        onChange={({ detail }) => setTab(detail.activeTabId)}
      />
    </SplitPanel>
  );
}
