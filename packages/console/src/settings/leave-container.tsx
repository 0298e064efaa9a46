// Leaving the organization with the account that one is signed in to.

import { LeaveOrganizationCommand } from "@aws-sdk/client-organizations";
import type { Organization } from "@aws-sdk/client-organizations";
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useState } from "react";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ActionButton } from "../elements/action-button.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { useSession } from "../session/session-context.js";

export function LeaveContainer({ organization }: { readonly organization: Organization }): ReactElement {
  const { principal } = useSession();
  const [isLeaving, setIsLeaving] = useState(false);
  const { Id: id = "", MasterAccountId: managementId } = organization;
  const isManagement = principal.accountId === managementId;
  const { make, isMaking, error } = useChange({
    call: async (api, input: object) =>
      api.organizations((client) => client.send(new LeaveOrganizationCommand(input))),
    done: () => `Account ${principal.accountId} left organization ${id}`,
  });
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <ActionButton
              operation="LeaveOrganization"
              because={
                isManagement
                  ? "The management account cannot leave; delete the organization in Settings instead"
                  : undefined
              }
              onClick={() => setIsLeaving(true)}
            >
              Leave organization
            </ActionButton>
          }
        >
          This account&apos;s membership
        </Header>
      }
    >
      <Box>
        Account {principal.accountId} is {isManagement ? "the management account" : "a member"} of
        organization {id}.
      </Box>
      {isLeaving && (
        <ChangeDialog
          header="Leave the organization?"
          action="Leave"
          onSubmit={async () => make({})}
          onClose={() => setIsLeaving(false)}
          isMaking={isMaking}
          error={error}
          cli={[{ operation: "LeaveOrganization", input: {} }]}
          typeToConfirm={id}
        >
          <Alert type="warning" header="No policy of the organization holds for this account then">
            Where a policy opted it out, AWS may keep and use its content again. The account&apos;s tags in
            the organization are gone; to come back it must be invited.
          </Alert>
        </ChangeDialog>
      )}
    </Container>
  );
}
