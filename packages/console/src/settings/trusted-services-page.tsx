// The screen of trusted services: which may work with the organization.

import type { EnabledServicePrincipal } from "@aws-sdk/client-organizations";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { ActionButton } from "../elements/action-button.js";
import { useAddressWord } from "../elements/address-state.js";
import { Instant, utcText } from "../elements/instant.js";
import { ResourceTable } from "../elements/resource-table.js";
import type { ResourceColumn } from "../elements/resource-table.js";
import { ReadingFailure } from "../organization/reading-failure.js";
import { Page } from "../shell/page.js";
import { DisableTrustedServiceDialog, EnableTrustedServiceDialog } from "./trusted-service-dialogs.js";
import { useTrustedServices } from "./use-trusted-services.js";

const nameOf = ({ ServicePrincipal: name = "" }: EnabledServicePrincipal): string => name;

const columns: readonly ResourceColumn<EnabledServicePrincipal>[] = [
  { id: "name", header: "Service principal", isRowHeader: true, value: nameOf },
  {
    id: "enabled",
    header: "Enabled",
    minWidth: 180,
    value: ({ DateEnabled: at }) => (at === undefined ? "" : utcText(at)),
    cell: ({ DateEnabled: at }) => <Instant at={at} />,
  },
];

export function TrustedServicesPage(): ReactElement {
  const { data, error } = useTrustedServices();
  const [selectedName, select] = useAddressWord("selected");
  const [open, setOpen] = useState<"enable" | "disable">();
  const selected = data?.map(nameOf).find((name) => name === selectedName);
  const enable = (
    <ActionButton operation="EnableAWSServiceAccess" variant="primary" onClick={() => setOpen("enable")}>
      Enable a service
    </ActionButton>
  );
  return (
    <Page
      title="Trusted services"
      description="Services that may work with the organization, and have member accounts as administrators."
    >
      {error !== null && data === undefined ? (
        <ReadingFailure error={error} header="The services could not be read" />
      ) : (
        <ResourceTable
          noun={["service", "services"]}
          title="Enabled services"
          items={data ?? []}
          isLoading={data === undefined}
          idOf={nameOf}
          columns={columns}
          selection={{
            kind: "single",
            ids: selected === undefined ? [] : [selected],
            onChange: ([service]) => select(service === undefined ? undefined : nameOf(service)),
          }}
          empty={
            <SpaceBetween size="xs">
              <b>No service is enabled</b>
              <Box color="inherit">
                Enable one to have it administered by a member account. AI services opt-out policies need
                none.
              </Box>
              {enable}
            </SpaceBetween>
          }
          actions={
            <>
              <ActionButton
                operation="DisableAWSServiceAccess"
                {...(selected === undefined ? {} : { input: { ServicePrincipal: selected } })}
                because={selected === undefined ? "Select a service first" : undefined}
                onClick={() => setOpen("disable")}
              >
                Disable
              </ActionButton>
              {enable}
            </>
          }
        />
      )}
      {open === "enable" && <EnableTrustedServiceDialog onClose={() => setOpen(undefined)} />}
      {open === "disable" && selected !== undefined && (
        <DisableTrustedServiceDialog name={selected} onClose={() => setOpen(undefined)} />
      )}
    </Page>
  );
}
