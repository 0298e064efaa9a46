// The facts of a policy, above its tabs.

import type { PolicySummary } from "@aws-sdk/client-organizations";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { characterCount } from "@withhold/policy";
import type { ReactElement } from "react";
import { CopiedText } from "../elements/copied-text.js";
import { aiOptOutType } from "../paths.js";
import { optOutSummary } from "./opt-out-summary.js";
import { sizeText } from "./policies-columns.js";

interface PolicyDetailsProps {
  readonly summary: PolicySummary;
  readonly type: string;
  readonly content: string;
}

export function PolicyDetails({ summary, type, content }: PolicyDetailsProps): ReactElement {
  const { Id: id = "", Arn: arn = "", Description: description = "", AwsManaged: isManaged } = summary;
  return (
    <Container header={<Header variant="h2">Details</Header>}>
      <KeyValuePairs
        columns={3}
        minColumnWidth={200}
        items={[
          ...(type === aiOptOutType ? [{ label: "What it does", value: optOutSummary(content).text }] : []),
          { label: "Description", value: description === "" ? "–" : description },
          {
            label: "Managed by",
            value:
              isManaged === true
                ? "AWS: it can be attached, neither edited nor deleted"
                : "You, the customer",
          },
          { label: "Policy ID", value: <CopiedText text={id} what="policy ID" /> },
          { label: "ARN", value: <CopiedText text={arn} what="ARN" /> },
          { label: "Characters", value: sizeText(type, characterCount(content)) },
        ]}
      />
    </Container>
  );
}
