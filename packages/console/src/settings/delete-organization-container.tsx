// Deleting the organization, once no member account is left in it.

import { DeleteOrganizationCommand, ListAccountsCommand } from "@aws-sdk/client-organizations";
import type { Organization } from "@aws-sdk/client-organizations";
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ActionButton } from "../elements/action-button.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { treeKey } from "../organization/use-organization.js";
import { useApi } from "../session/session-context.js";

export function DeleteOrganizationContainer({
  organization: { Id: id = "" },
}: {
  readonly organization: Organization;
}): ReactElement {
  const hasMembers = useHasMembers();
  const [isDeleting, setIsDeleting] = useState(false);
  const { make, isMaking, error } = useChange({
    call: async (api, input: object) =>
      api.organizations((client) => client.send(new DeleteOrganizationCommand(input))),
    done: () => `Organization ${id} deleted`,
  });
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <ActionButton
              operation="DeleteOrganization"
              because={
                hasMembers === true
                  ? "It has member accounts; remove them under AWS accounts first"
                  : undefined
              }
              onClick={() => setIsDeleting(true)}
            >
              Delete organization
            </ActionButton>
          }
        >
          Delete the organization
        </Header>
      }
    >
      <Box>
        {hasMembers === true
          ? "An organization with member accounts cannot be deleted. Remove them first."
          : "Its OUs, policies and tags go with it. The management account stays, in no organization."}
      </Box>
      {isDeleting && (
        <ChangeDialog
          header="Delete the organization?"
          action="Delete"
          onSubmit={async () => make({})}
          onClose={() => setIsDeleting(false)}
          isMaking={isMaking}
          error={error}
          cli={[{ operation: "DeleteOrganization", input: {} }]}
          typeToConfirm={id}
        >
          <Alert type="warning" header="This cannot be undone">
            OUs, policies, attachments, tags and the delegation policy are gone for good. No policy opts the
            management account out any more: AWS may keep and use its content again.
          </Alert>
        </ChangeDialog>
      )}
    </Container>
  );
}

/** Undefined while it is not known. */
function useHasMembers(): boolean | undefined {
  const api = useApi();
  return useQuery({
    queryKey: [...treeKey, "has-members"],
    queryFn: async () => {
      const { Accounts: accounts = [], NextToken: more } = await api.organizations((client) =>
        client.send(new ListAccountsCommand({ MaxResults: 2 })),
      );
      return accounts.length > 1 || more !== undefined;
    },
  }).data;
}
