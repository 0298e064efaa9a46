// The effective policy of one type as the API returns it, read when it is opened.

import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { apiError } from "../../api/api-error.js";
import { ErrorAlert } from "../../elements/error-alert.js";
import { Instant } from "../../elements/instant.js";
import { LoadingScreen } from "../../shell/loading-screen.js";
import { JsonText } from "../json-text.js";
import { enabledTypeName } from "../enabled-types.js";
import { useEffectivePolicy } from "../use-effective-policy.js";

interface EffectiveDocumentProps {
  readonly type: string;
  readonly accountId: string;
  readonly isOpenAtFirst: boolean;
}

export function EffectiveDocument({ type, accountId, isOpenAtFirst }: EffectiveDocumentProps): ReactElement {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  return (
    <ExpandableSection
      headerText={`Effective JSON: ${enabledTypeName(type)}`}
      expanded={isOpen}
      onChange={({ detail }) => setIsOpen(detail.expanded)}
    >
      <Document type={type} accountId={accountId} isWanted={isOpen} />
    </ExpandableSection>
  );
}

interface DocumentProps {
  readonly type: string;
  readonly accountId: string;
  readonly isWanted: boolean;
}

function Document({ type, accountId, isWanted }: DocumentProps): ReactElement {
  const { data, error, isPending } = useEffectivePolicy(type, accountId, isWanted);
  if (error !== null) {
    const said = apiError(error);
    if (said.code === "EffectivePolicyNotFoundException") {
      return <Box color="text-body-secondary">No policy of this type sets anything for the account.</Box>;
    }
    return <ErrorAlert error={said} header="The effective policy could not be read" />;
  }
  if (isPending) return <LoadingScreen what="Reading the effective policy" />;
  return (
    <SpaceBetween size="xs">
      <Box variant="small" color="text-body-secondary">
        Last changed <Instant at={data?.LastUpdatedTimestamp} />
      </Box>
      <JsonText text={data?.PolicyContent ?? ""} what={`effective JSON of ${enabledTypeName(type)}`} />
    </SpaceBetween>
  );
}
