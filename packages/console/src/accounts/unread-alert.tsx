// What could not be read, and why.

import Alert from "@cloudscape-design/components/alert";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import type { Unread } from "@withhold/policy";
import type { ReactElement } from "react";

const shownMax = 50;

export function UnreadAlert({ unread }: { readonly unread: readonly Unread[] }): ReactElement | null {
  if (unread.length === 0) return null;
  const more = unread.length - shownMax;
  return (
    <Alert type="warning" header="Not everything could be read">
      What these could change is shown as unknown. Ask whoever administers this account to allow it.
      <ExpandableSection variant="inline" headerText={`What could not be read (${unread.length})`}>
        <ul>
          {unread.slice(0, shownMax).map(({ what, why }) => (
            <li key={what}>
              {what}: {why}
            </li>
          ))}
          {more > 0 && <li>and {more} more</li>}
        </ul>
      </ExpandableSection>
    </Alert>
  );
}
