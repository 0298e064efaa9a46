// Could anybody below still opt a service in? The policy that would do it, or the locks that rule it out.

import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { canOverride } from "@withhold/policy";
import type { OverrideReport, OverrideVerdict } from "@withhold/policy";
import { useMemo } from "react";
import type { ReactElement } from "react";
import { serviceLabel, serviceWord } from "../service-words.js";
import { OverrideProof } from "../../organization/override-proof.js";
import type { PanelProps } from "./panel-props.js";
import { ServicePicker, useChosenService } from "./service-picker.js";

export function OverrideTab({ organization, node }: PanelProps): ReactElement {
  const { evaluation } = organization;
  const service = useChosenService(evaluation.rows);
  const isAccount = node.kind === "Account";
  const report = useMemo(() => reportOf(evaluation, node.id), [evaluation, node.id]);
  const answer = report.answers.find(({ service: row }) => serviceWord(row) === serviceWord(service));
  return (
    <SpaceBetween size="m">
      <Box color="text-body-secondary">
        {isAccount
          ? "Whoever may attach policies to this account could replace its own. What the levels above it allow is what counts."
          : `What policies below ${node.name} could do, whatever is attached there now.`}
      </Box>
      {!report.typeEnabled && (
        <Alert type="warning">
          AI services opt-out policies are not enabled, so no policy has any effect. These answers hold for
          when the type is enabled again.
        </Alert>
      )}
      <VerdictCounts report={report} />
      <ServicePicker rows={evaluation.rows} />
      {answer !== undefined && (
        <SpaceBetween size="xs">
          <Box variant="h3">
            {serviceLabel(service)}: <OverrideVerdictStatus verdict={answer.verdict} isAccount={isAccount} />
          </Box>
          <OverrideProof answer={answer} isAccount={isAccount} />
        </SpaceBetween>
      )}
    </SpaceBetween>
  );
}

function reportOf(evaluation: PanelProps["organization"]["evaluation"], id: string): OverrideReport {
  const result = canOverride(evaluation, id);
  if (!result.ok) throw new Error(result.message);
  return result.report;
}

const verdictTexts: Readonly<Record<OverrideVerdict, readonly [below: string, account: string]>> = {
  reachable: ["a child could opt in", "it could be opted in"],
  impossible: ["no child can opt in", "it cannot be opted in"],
  undetermined: ["unknown", "unknown"],
};

function VerdictCounts({ report: { answers } }: { readonly report: OverrideReport }): ReactElement {
  const count = (verdict: OverrideVerdict): number =>
    answers.filter((answer) => answer.verdict === verdict).length;
  const [open, closed, unknown] = [count("reachable"), count("impossible"), count("undetermined")];
  return (
    <SpaceBetween direction="horizontal" size="l">
      <StatusIndicator
        type={open > 0 ? "warning" : unknown > 0 ? "stopped" : "success"}
      >{`${open} could be opted in`}</StatusIndicator>
      <StatusIndicator type={closed > 0 ? "success" : "stopped"}>{`${closed} are locked`}</StatusIndicator>
      {unknown > 0 && <StatusIndicator type="pending">{`${unknown} unknown`}</StatusIndicator>}
    </SpaceBetween>
  );
}

interface OverrideVerdictStatusProps {
  readonly verdict: OverrideVerdict;
  readonly isAccount: boolean;
}

function OverrideVerdictStatus({ verdict, isAccount }: OverrideVerdictStatusProps): ReactElement {
  const types = { reachable: "warning", impossible: "success", undetermined: "pending" } as const;
  const [below, account] = verdictTexts[verdict];
  return <StatusIndicator type={types[verdict]}>{isAccount ? account : below}</StatusIndicator>;
}
