// What a change would do to every account and service, before it is made; deleted content first.

import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { Choice, WhatIfReport } from "@withhold/policy";
import type { ReactElement } from "react";
import { apiError } from "../api/api-error.js";
import { accountsText, choiceWords, counted, servicesText } from "./impact.js";
import type { Impact, ImpactRow } from "./impact.js";
import type { ImpactState } from "./use-impact.js";

const rowsMax = 20;
const namesMax = 5;

export function ImpactPreview({ impact, error }: ImpactState): ReactElement {
  if (error !== undefined) {
    const { code, message } = apiError(error);
    return (
      <Alert type="warning" header="What this would change is unknown">
        The organization could not be read: {message} ({code}).
      </Alert>
    );
  }
  if (impact === undefined)
    return (
      <Box color="text-body-secondary">
        <Spinner /> Working out what this would change
      </Box>
    );
  return <Shown impact={impact} />;
}

function Shown({ impact }: { readonly impact: Impact }): ReactElement {
  if (!impact.ok)
    return (
      <Alert type="warning" header="What this would change is unknown">
        {impact.message}.
      </Alert>
    );
  const { report, rows } = impact;
  const all = counted(report.accountsCount, ["account", "accounts"]);
  if (rows.length === 0)
    return <StatusIndicator type="info">No choice changes for any of {all}</StatusIndicator>;
  return (
    <SpaceBetween size="s">
      <Deletions report={report} />
      <Box>
        Choices change for <b>{report.accountsAffected}</b> of {all}. Opting out does not block the use of an
        AI service.
      </Box>
      {rows.slice(0, rowsMax).map((row, index) => (
        <Flips key={index} row={row} />
      ))}
      {rows.length > rowsMax && (
        <Box color="text-body-secondary">And {rows.length - rowsMax} more groups of accounts.</Box>
      )}
    </SpaceBetween>
  );
}

function Deletions({ report: { deletions } }: { readonly report: WhatIfReport }): ReactElement | null {
  if (deletions.length === 0) return null;
  return (
    <Alert type="warning" header="Kept content is deleted for good">
      {deletions.map(({ certainty, services, accounts }, index) => (
        <div key={index}>
          Content that {servicesText(services, namesMax)} kept to improve the service{" "}
          {certainty === "yes" ? "is" : "may be"} deleted for {accountsText(accounts, namesMax)}. Opting in
          again does not bring it back.
        </div>
      ))}
    </Alert>
  );
}

function Flips({ row: { before, after, services, accounts } }: { readonly row: ImpactRow }): ReactElement {
  const isLong = services.length > namesMax || accounts.length > namesMax;
  return (
    <div>
      <StatusIndicator type={statusOf(before, after)}>
        {before === after
          ? "Unknown before and after"
          : `${capitalized(choiceWords[before])} becomes ${choiceWords[after]}`}
      </StatusIndicator>
      <Box color="text-body-secondary">
        {counted(services.length, ["service", "services"])}: {servicesText(services, namesMax)} –{" "}
        {counted(accounts.length, ["account", "accounts"])}: {accountsText(accounts, namesMax)}
      </Box>
      {isLong && (
        <ExpandableSection headerText="Show all" variant="inline">
          <SpaceBetween size="xs">
            <Box>{servicesText(services)}</Box>
            <Box>{accountsText(accounts)}</Box>
          </SpaceBetween>
        </ExpandableSection>
      )}
    </div>
  );
}

function statusOf(before: Choice, after: Choice): "success" | "warning" | "info" {
  if (after === "optOut") return "success";
  return before === "optOut" || after === "optIn" ? "warning" : "info";
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
