// One user: what it is allowed, its password and its access keys.

import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { useState } from "react";
import type { ReactElement } from "react";
import { useNavigate, useParams } from "react-router";
import { apiError } from "../api/api-error.js";
import { ActionButton } from "../elements/action-button.js";
import { useAddressWord } from "../elements/address-state.js";
import { CopiedText } from "../elements/copied-text.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { Instant } from "../elements/instant.js";
import { useFollow } from "../elements/follow.js";
import { paths } from "../paths.js";
import { LoadingScreen } from "../shell/loading-screen.js";
import { Page } from "../shell/page.js";
import { CredentialsTab } from "./credentials-tab.js";
import { DeleteUserDialog } from "./delete-user-dialog.js";
import { PermissionsTab } from "./permissions-tab.js";
import { useUser } from "./use-identities.js";

export function UserPage(): ReactElement {
  const { name = "" } = useParams();
  const { data: user, error } = useUser(name);
  const [tab, setTab] = useAddressWord("tab");
  const [isDeleting, setIsDeleting] = useState(false);
  const navigate = useNavigate();
  const { hrefOf } = useFollow();
  return (
    <Page
      title={name}
      under={[{ text: "Users", href: paths.users }]}
      actions={
        <ActionButton
          operation="iam:DeleteUser"
          because={user === undefined ? "The user has not been read" : undefined}
          onClick={() => setIsDeleting(true)}
        >
          Delete user
        </ActionButton>
      }
    >
      {error !== null && <ErrorAlert error={apiError(error)} header={`User ${name} could not be read`} />}
      {error === null && user === undefined && <LoadingScreen what="Reading the user" />}
      {user !== undefined && (
        <SpaceBetween size="l">
          <Container>
            <KeyValuePairs
              columns={3}
              items={[
                { label: "ARN", value: <CopiedText text={user.Arn ?? ""} what="ARN" /> },
                { label: "User ID", value: <Box>{user.UserId}</Box> },
                { label: "Created", value: <Instant at={user.CreateDate} /> },
              ]}
            />
          </Container>
          <Tabs
            activeTabId={tab ?? "permissions"}
            onChange={({ detail }) => setTab(detail.activeTabId)}
            tabs={[
              {
                id: "permissions",
                label: "Permissions",
                href: hrefOf(`${paths.user(name)}?tab=permissions`),
                content: <PermissionsTab subject={{ kind: "user", name }} />,
              },
              {
                id: "credentials",
                label: "Security credentials",
                href: hrefOf(`${paths.user(name)}?tab=credentials`),
                content: <CredentialsTab userName={name} />,
              },
            ]}
          />
        </SpaceBetween>
      )}
      {isDeleting && (
        <DeleteUserDialog
          userName={name}
          onClose={() => setIsDeleting(false)}
          onDeleted={() => void navigate(paths.users)}
        />
      )}
    </Page>
  );
}
