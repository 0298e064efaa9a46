// How many accounts are in which state; each number leads to the list behind it.

import Box from "@cloudscape-design/components/box";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import type { ReactElement } from "react";
import { ScreenLink } from "../elements/screen-link.js";
import { paths } from "../paths.js";
import { stateStatus } from "./account-columns.js";
import { stateWords } from "../organization/account-states.js";
import type { AccountState, AccountStates } from "../organization/account-states.js";
import { StatusLine } from "./status-line.js";

const inOrder: readonly AccountState[] = ["opted-out", "opted-in", "undecided", "undetermined"];

const meanings: Readonly<Record<AccountState, string>> = {
  "opted-out": "of every service, those to come included",
  "opted-in": "a policy lets content be used",
  undecided: "AWS's default: content is used",
  undetermined: "something could not be read",
};

export function AccountCounts({ counts, accounts }: AccountStates): ReactElement {
  return (
    <Container>
      <ColumnLayout columns={4} variant="text-grid" minColumnWidth={150}>
        {inOrder.map((state) => {
          const words = stateWords[state];
          return (
            <div key={state}>
              <StatusLine status={counts[state] === 0 ? "none" : stateStatus[state]}>{words}</StatusLine>
              <div>
                <ScreenLink
                  to={paths.overviewAccounts(state)}
                  fontSize="display-l"
                  ariaLabel={`${words}: ${counts[state]} of ${accounts.length} accounts, show them`}
                >
                  {counts[state].toLocaleString("en-GB")}
                </ScreenLink>{" "}
                <Box variant="span" color="text-body-secondary">
                  {share(counts[state], accounts.length)}
                </Box>
              </div>
              <Box color="text-body-secondary" fontSize="body-s">
                {meanings[state]}
              </Box>
            </div>
          );
        })}
      </ColumnLayout>
    </Container>
  );
}

/** Never rounded up to all or down to none. */
function share(count: number, all: number): string {
  if (all === 0) return "";
  const percent = (100 * count) / all;
  if (count > 0 && percent < 1) return "less than 1 %";
  if (count < all && percent > 99) return "more than 99 %";
  return `${Math.round(percent)} %`;
}
