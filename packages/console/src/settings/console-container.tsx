// This console: where it sends its calls, its theme, and who is signed in until when.

import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import type { ReactElement } from "react";
import { CopiedText } from "../elements/copied-text.js";
import { Instant } from "../elements/instant.js";
import { useSession } from "../session/session-context.js";
import { chooseTheme, themes, useTheme } from "../shell/theme.js";

const themeLabel = "theme-label";

const kindWords = { user: "IAM user", root: "Root user", role: "Role" } as const;

export function ConsoleContainer(): ReactElement {
  const { principal, credentials, region, from } = useSession();
  const theme = useTheme();
  return (
    <Container header={<Header variant="h2">Console and session</Header>}>
      <KeyValuePairs
        columns={3}
        minColumnWidth={200}
        items={[
          { label: "API endpoint", value: <CopiedText text={location.origin} what="API endpoint" /> },
          { label: "Region that calls are signed for", value: region },
          {
            label: <span id={themeLabel}>Theme</span>,
            value: (
              <SegmentedControl
                ariaLabelledby={themeLabel}
                selectedId={theme}
                options={themes}
                onChange={({ detail }) => chooseTheme(detail.selectedId)}
              />
            ),
          },
          { label: "Signed in as", value: `${kindWords[principal.kind]} ${principal.name}` },
          { label: "ARN", value: <CopiedText text={principal.arn} what="ARN" /> },
          { label: "Account", value: <CopiedText text={principal.accountId} what="account ID" /> },
          { label: "Signed in until", value: <Instant at={credentials.expiration} /> },
          ...(from === undefined ? [] : [{ label: "Switched from", value: from.principal.arn }]),
        ]}
      />
    </Container>
  );
}
