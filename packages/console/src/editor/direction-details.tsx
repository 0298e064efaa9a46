// What flips one way: the counts, and on demand the services and accounts.

import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactElement } from "react";
import { ScreenLink } from "../elements/screen-link.js";
import { paths } from "../paths.js";
import { servicesText } from "../organization/impact.js";
import type { Direction } from "./policy-impact.js";
import { impactCounts, impactTitle } from "./impact-text.js";

const accountsShown = 50;

export function DirectionDetails({ direction }: { readonly direction: Direction }): ReactElement {
  const { accounts, services } = direction;
  const left = accounts.length - accountsShown;
  return (
    <ExpandableSection
      headerText={impactTitle(direction)}
      headerDescription={impactCounts(direction)}
      headingTagOverride="h4"
    >
      <SpaceBetween size="s">
        <div>
          <Box variant="awsui-key-label">Services</Box>
          <ul>
            {services.map(({ row, accounts: count }) => (
              <li key={servicesText([row])}>
                {servicesText([row])}
                {count < accounts.length && ` (${count.toLocaleString("en")} accounts)`}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <Box variant="awsui-key-label">Accounts</Box>
          <ul>
            {accounts.slice(0, accountsShown).map(({ id, name }) => (
              <li key={id}>
                {name} <ScreenLink to={paths.entity(id)}>{id}</ScreenLink>
              </li>
            ))}
          </ul>
          {left > 0 && <Box color="text-body-secondary">and {left.toLocaleString("en")} more</Box>}
        </div>
      </SpaceBetween>
    </ExpandableSection>
  );
}
