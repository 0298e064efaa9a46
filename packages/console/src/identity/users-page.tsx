// The users of the account that is signed in.

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
import { CreateUserDialog } from "./create-user-dialog.js";
import { DeleteUserDialog } from "./delete-user-dialog.js";
import { useUsers } from "./use-identities.js";
import { usersColumns } from "./users-columns.js";

export function UsersPage(): ReactElement {
  const users = useUsers();
  const { principal } = useSession();
  const [selected, setSelected] = useState<string>();
  const [dialog, setDialog] = useState<"create" | "delete">();
  const create = (
    <ActionButton operation="iam:CreateUser" variant="primary" onClick={() => setDialog("create")}>
      Create user
    </ActionButton>
  );
  return (
    <Page
      title="Users"
      description={`People and programs that sign in to account ${principal.accountId} under a name of their own. What they may do, their policies say.`}
    >
      {users.error !== null && (
        <ErrorAlert error={apiError(users.error)} header="The users could not be read" />
      )}
      {users.error === null && (
        <ResourceTable
          noun={["user", "users"]}
          title="Users"
          items={users.data ?? []}
          idOf={({ UserName: name = "" }) => name}
          columns={usersColumns}
          isLoading={users.isPending}
          selection={{
            kind: "single",
            ids: selected === undefined ? [] : [selected],
            onChange: ([user]) => setSelected(user?.UserName),
          }}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <ActionButton
                operation="iam:DeleteUser"
                because={selected === undefined ? "Select a user first" : undefined}
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
                <Box variant="strong">No users</Box>
                <Box color="text-body-secondary">
                  Create one for each person, so that nobody need sign in as the root user.
                </Box>
              </Box>
              {create}
            </SpaceBetween>
          }
        />
      )}
      {dialog === "create" && <CreateUserDialog onClose={() => setDialog(undefined)} />}
      {dialog === "delete" && selected !== undefined && (
        <DeleteUserDialog
          userName={selected}
          onClose={() => {
            setDialog(undefined);
            setSelected(undefined);
          }}
        />
      )}
    </Page>
  );
}
