// What would flip: the warning about deleted content first, then each group of accounts that fares alike.

import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { AccountName, Choice, Deletion, WhatIfReport } from "@withhold/policy";
import type { ReactElement } from "react";
import type { Direction, Impact } from "./impact.js";
import { OptOutChoiceStatus } from "./opt-out-status.js";

const accountsNamed = 5;
const groupsShown = 10;

export function ImpactSummary({ impact }: { readonly impact: Impact }): ReactElement {
  if (!impact.ok) {
    return (
      <Alert type="warning" header="What this would change is not known">
        {impact.message}
      </Alert>
    );
  }
  const { report, groups } = impact;
  if (groups.length === 0) {
    return (
      <Alert type="success" header="Nothing flips">
        For every account and every AI service the choice stays what it is.
      </Alert>
    );
  }
  const more = groups.length - groupsShown;
  return (
    <SpaceBetween size="s">
      {optsIn(groups.flatMap(({ directions }) => directions)) && (
        <Alert type="warning" header="Some services would no longer be opted out">
          They may then keep content to improve themselves.
        </Alert>
      )}
      {report.deletions.map((deletion) => (
        <DeletionAlert key={`${deletion.certainty} ${deletion.accounts[0]?.id}`} deletion={deletion} />
      ))}
      <Box>{affectedText(report)}</Box>
      {groups.slice(0, groupsShown).map(({ accounts, directions }) => (
        <div key={accounts[0]?.id}>
          <Box variant="strong">{namesText(accounts)}</Box>
          {directions.map((direction) => (
            <FlippedServices key={`${direction.before} ${direction.after}`} direction={direction} />
          ))}
        </div>
      ))}
      {more > 0 && <Box color="text-body-secondary">{`and ${more} more groups of accounts`}</Box>}
    </SpaceBetween>
  );
}

function optsIn(directions: readonly Direction[]): boolean {
  return directions.some(({ before, after }) => before === "optOut" && after !== "optOut");
}

function DeletionAlert({ deletion }: { readonly deletion: Deletion }): ReactElement {
  const { certainty, services, accounts } = deletion;
  return (
    <Alert
      type="warning"
      header={
        certainty === "yes"
          ? "Stored content would be deleted for good"
          : "Stored content may be deleted for good"
      }
    >
      {`Opting out deletes what ${services.length === 1 ? "a service has" : `${services.length} services have`} kept: for ${namesText(accounts)}.`}
    </Alert>
  );
}

function FlippedServices({ direction }: { readonly direction: Direction }): ReactElement {
  const { before, after, services } = direction;
  const count = services.length === 1 ? (services[0] ?? "") : `${services.length} services`;
  return (
    <div>
      <SpaceBetween direction="horizontal" size="xs">
        <OptOutChoiceStatus choice={before} />
        <span>{becomes(before, after)}</span>
        <OptOutChoiceStatus choice={after} />
        <span>{`for ${count}`}</span>
      </SpaceBetween>
      {services.length > 1 && (
        <ExpandableSection headerText="Which services" variant="footer">
          {services.join(", ")}
        </ExpandableSection>
      )}
    </div>
  );
}

function becomes(before: Choice, after: Choice): string {
  return before === after ? "and, by another way," : "becomes";
}

function affectedText({ accountsAffected, accountsCount }: WhatIfReport): string {
  return `Something flips for ${accountsAffected} of ${accountsCount} ${accountsCount === 1 ? "account" : "accounts"}:`;
}

function namesText(accounts: readonly AccountName[]): string {
  const names = accounts.slice(0, accountsNamed).map(({ id, name }) => `${name} (${id})`);
  const more = accounts.length - names.length;
  return more > 0 ? `${names.join(", ")} and ${more} more` : names.join(", ");
}
