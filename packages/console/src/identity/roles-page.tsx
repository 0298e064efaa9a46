// The roles of the account that is signed in.

import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { apiError } from "../api/api-error.js";
import { ActionButton } from "../elements/action-button.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { ResourceTable } from "../elements/resource-table.js";
import { useSession } from "../session/session-context.js";
import { Page } from "../shell/page.js";
import { CreateRoleDialog } from "./create-role-dialog.js";
import { DeleteRoleDialog } from "./delete-role-dialog.js";
import { rolesColumns } from "./roles-columns.js";
import { useRoles } from "./use-identities.js";

export function RolesPage(): ReactElement {
  const roles = useRoles();
  const { principal } = useSession();
  const [selected, setSelected] = useState<string>();
  const [dialog, setDialog] = useState<"create" | "delete">();
  const create = (
    <ActionButton operation="iam:CreateRole" variant="primary" onClick={() => setDialog("create")}>
      Create role
    </ActionButton>
  );
  return (
    <Page
      title="Roles"
      description={`What people and programs can switch to in account ${principal.accountId}, for a while, if the role trusts them.`}
    >
      {roles.error !== null && (
        <ErrorAlert error={apiError(roles.error)} header="The roles could not be read" />
      )}
      {roles.error === null && (
        <ResourceTable
          noun={["role", "roles"]}
          title="Roles"
          items={roles.data ?? []}
          idOf={({ RoleName: name = "" }) => name}
          columns={rolesColumns}
          isLoading={roles.isPending}
          selection={{
            kind: "single",
            ids: selected === undefined ? [] : [selected],
            onChange: ([role]) => setSelected(role?.RoleName),
          }}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <ActionButton
                operation="iam:DeleteRole"
                because={selected === undefined ? "Select a role first" : undefined}
                onClick={() => setDialog("delete")}
              >
                Delete
              </ActionButton>
              {create}
            </SpaceBetween>
          }
          empty={
            <SpaceBetween size="s">
              <Box>
                <Box variant="strong">No roles</Box>
                <Box color="text-body-secondary">
                  Create one that another account trusts, and its people can act here without keys of their
                  own.
                </Box>
              </Box>
              {create}
            </SpaceBetween>
          }
        />
      )}
      {dialog === "create" && <CreateRoleDialog onClose={() => setDialog(undefined)} />}
      {dialog === "delete" && selected !== undefined && (
        <DeleteRoleDialog
          roleName={selected}
          onClose={() => {
            setDialog(undefined);
            setSelected(undefined);
          }}
        />
      )}
    </Page>
  );
}
