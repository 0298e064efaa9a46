// The table of delegated administrators: register and deregister.

import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { ActionButton } from "../elements/action-button.js";
import { useAddressWord } from "../elements/address-state.js";
import { CopiedText } from "../elements/copied-text.js";
import { Instant, utcText } from "../elements/instant.js";
import { ResourceTable } from "../elements/resource-table.js";
import type { ResourceColumn } from "../elements/resource-table.js";
import { ScreenLink } from "../elements/screen-link.js";
import { ReadingFailure } from "../organization/reading-failure.js";
import { paths } from "../paths.js";
import { DeregisterDialog } from "./deregister-dialog.js";
import { RegisterDialog } from "./register-dialog.js";
import { useDelegatedAdministrators } from "./use-delegated-administrators.js";
import type { DelegatedAdministratorRow } from "./use-delegated-administrators.js";

const idOf = ({ accountId, service }: DelegatedAdministratorRow): string => `${accountId} ${service}`;

const columns: readonly ResourceColumn<DelegatedAdministratorRow>[] = [
  {
    id: "name",
    header: "Account",
    isRowHeader: true,
    value: ({ name }) => name,
    cell: ({ name, accountId }) => <ScreenLink to={paths.entity(accountId)}>{name}</ScreenLink>,
  },
  {
    id: "id",
    header: "Account ID",
    minWidth: 170,
    value: ({ accountId }) => accountId,
    cell: ({ accountId }) => <CopiedText text={accountId} what="account ID" />,
  },
  { id: "email", header: "E-mail", minWidth: 160, value: ({ email }) => email },
  { id: "service", header: "Service", minWidth: 160, value: ({ service }) => service },
  {
    id: "since",
    header: "Since",
    minWidth: 170,
    value: ({ since }) => (since === undefined ? "" : utcText(since)),
    cell: ({ since }) => <Instant at={since} />,
  },
];

export function DelegatedAdministratorsTable(): ReactElement {
  const { data, error } = useDelegatedAdministrators();
  const [selectedId, select] = useAddressWord("selected");
  const [open, setOpen] = useState<"register" | "deregister">();
  const selected = data?.find((row) => idOf(row) === selectedId);
  if (error !== null && data === undefined)
    return <ReadingFailure error={error} header="The delegated administrators could not be read" />;
  const register = (
    <ActionButton
      operation="RegisterDelegatedAdministrator"
      variant="primary"
      onClick={() => setOpen("register")}
    >
      Register an account
    </ActionButton>
  );
  return (
    <>
      <ResourceTable
        noun={["delegated administrator", "delegated administrators"]}
        title="Administrators of services"
        description="They administer the service, and may read everything about the organization."
        items={data ?? []}
        isLoading={data === undefined}
        idOf={idOf}
        columns={columns}
        selection={{
          kind: "single",
          ids: selected === undefined ? [] : [idOf(selected)],
          onChange: ([row]) => select(row === undefined ? undefined : idOf(row)),
        }}
        empty={
          <SpaceBetween size="xs">
            <b>No account administers a service</b>
            <Box color="inherit">
              Register one for a service that is enabled. To let an account manage opt-out policies, write the
              delegation policy below instead.
            </Box>
            {register}
          </SpaceBetween>
        }
        actions={
          <>
            <ActionButton
              operation="DeregisterDelegatedAdministrator"
              {...(selected === undefined
                ? {}
                : { input: { AccountId: selected.accountId, ServicePrincipal: selected.service } })}
              because={selected === undefined ? "Select an administrator first" : undefined}
              onClick={() => setOpen("deregister")}
            >
              Deregister
            </ActionButton>
            {register}
          </>
        }
      />
      {open === "register" && <RegisterDialog onClose={() => setOpen(undefined)} />}
      {open === "deregister" && selected !== undefined && (
        <DeregisterDialog row={selected} onClose={() => setOpen(undefined)} />
      )}
    </>
  );
}
