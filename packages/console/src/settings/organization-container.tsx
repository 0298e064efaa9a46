// The facts of the organization: its ids, its management account, its features.

import type { Organization } from "@aws-sdk/client-organizations";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import { useState } from "react";
import type { ReactElement } from "react";
import { ActionButton } from "../elements/action-button.js";
import { CopiedText } from "../elements/copied-text.js";
import { useRoot } from "../organization/use-root.js";
import { EnableAllFeaturesDialog } from "./enable-all-features-dialog.js";

export function OrganizationContainer({
  organization,
}: {
  readonly organization: Organization;
}): ReactElement {
  const root = useRoot();
  const [isEnabling, setIsEnabling] = useState(false);
  const { Id: id = "", Arn: arn = "", FeatureSet: features } = organization;
  const { MasterAccountId: managementId = "", MasterAccountEmail: email = "" } = organization;
  const hasAll = features === "ALL";
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            hasAll ? undefined : (
              <ActionButton
                operation="EnableAllFeatures"
                variant="primary"
                onClick={() => setIsEnabling(true)}
              >
                Enable all features
              </ActionButton>
            )
          }
        >
          Organization
        </Header>
      }
    >
      <KeyValuePairs
        columns={3}
        minColumnWidth={200}
        items={[
          { label: "Organization ID", value: <CopiedText text={id} what="organization ID" /> },
          { label: "ARN", value: <CopiedText text={arn} what="ARN" /> },
          {
            label: "Root ID",
            value:
              root.data?.Id === undefined ? (
                root.isPending ? (
                  "…"
                ) : (
                  "unknown"
                )
              ) : (
                <CopiedText text={root.data.Id} what="root ID" />
              ),
          },
          { label: "Management account", value: <CopiedText text={managementId} what="account ID" /> },
          { label: "E-mail of the management account", value: email === "" ? "unknown" : email },
          {
            label: "Features",
            value: hasAll
              ? "All features"
              : "Consolidated billing only: no policy can be attached, so that nothing can be opted out",
          },
        ]}
      />
      {isEnabling && <EnableAllFeaturesDialog onClose={() => setIsEnabling(false)} />}
    </Container>
  );
}
