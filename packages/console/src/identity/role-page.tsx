// One role: what it is allowed, and who may switch to it.

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
import { DeleteRoleDialog } from "./delete-role-dialog.js";
import { PermissionsTab } from "./permissions-tab.js";
import { TrustTab } from "./trust-tab.js";
import { useRole } from "./use-identities.js";

export function RolePage(): ReactElement {
  const { name = "" } = useParams();
  const { data: role, error } = useRole(name);
  const [tab, setTab] = useAddressWord("tab");
  const [isDeleting, setIsDeleting] = useState(false);
  const navigate = useNavigate();
  const { hrefOf } = useFollow();
  return (
    <Page
      title={name}
      under={[{ text: "Roles", href: paths.roles }]}
      actions={
        <ActionButton
          operation="iam:DeleteRole"
          because={role === undefined ? "The role has not been read" : undefined}
          onClick={() => setIsDeleting(true)}
        >
          Delete role
        </ActionButton>
      }
    >
      {error !== null && <ErrorAlert error={apiError(error)} header={`Role ${name} could not be read`} />}
      {error === null && role === undefined && <LoadingScreen what="Reading the role" />}
      {role !== undefined && (
        <SpaceBetween size="l">
          <Container>
            <KeyValuePairs
              columns={3}
              items={[
                { label: "ARN", value: <CopiedText text={role.Arn ?? ""} what="ARN" /> },
                { label: "Description", value: role.Description ?? "–" },
                { label: "Created", value: <Instant at={role.CreateDate} /> },
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
                href: hrefOf(`${paths.role(name)}?tab=permissions`),
                content: <PermissionsTab subject={{ kind: "role", name }} />,
              },
              {
                id: "trust",
                label: "Trust relationship",
                href: hrefOf(`${paths.role(name)}?tab=trust`),
                content: <TrustTab role={role} />,
              },
            ]}
          />
        </SpaceBetween>
      )}
      {isDeleting && (
        <DeleteRoleDialog
          roleName={name}
          onClose={() => setIsDeleting(false)}
          onDeleted={() => void navigate(paths.roles)}
        />
      )}
    </Page>
  );
}
