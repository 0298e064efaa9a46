// The screen of invitations: what the organization sent, what this account received, and leaving.

import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { ActionButton } from "../elements/action-button.js";
import { useDescribedOrganization } from "../organization/use-described-organization.js";
import { Page } from "../shell/page.js";
import type { HandshakeAnswer } from "./handshake-dialog.js";
import type { HandshakeRow } from "./handshake-row.js";
import { HandshakesTable } from "./handshakes-table.js";
import { InviteDialog } from "./invite-dialog.js";
import { LeaveContainer } from "./leave-container.js";

export function InvitationsPage(): ReactElement {
  const [isInviting, setIsInviting] = useState(false);
  const { data: organization } = useDescribedOrganization();
  const invite = (
    <ActionButton
      operation="InviteAccountToOrganization"
      variant="primary"
      onClick={() => setIsInviting(true)}
    >
      Invite an account
    </ActionButton>
  );
  return (
    <Page
      title="Invitations"
      description="An account that accepts joins under the root, and the policies there hold for it at once."
    >
      <SpaceBetween size="l">
        <HandshakesTable
          of="organization"
          title="Sent by the organization"
          description="What has ended is shown for 30 days more."
          empty={
            <SpaceBetween size="xs">
              <b>No invitations</b>
              <span>Invite an account that exists already; a new one you create under AWS accounts.</span>
              {invite}
            </SpaceBetween>
          }
          answers={answersOfSender}
          actions={invite}
        />
        <HandshakesTable
          of="account"
          title="Received by this account"
          description="Whoever is signed in to this account can accept or decline for it."
          empty="Nobody has invited this account."
          answers={answersOfRecipient}
        />
        {organization !== undefined && <LeaveContainer organization={organization} />}
      </SpaceBetween>
      {isInviting && <InviteDialog onClose={() => setIsInviting(false)} />}
    </Page>
  );
}

/** An organization accepts by itself only what it asks of itself, once all accounts have agreed. */
function answersOfSender(row: HandshakeRow | undefined): readonly HandshakeAnswer[] {
  return row?.state === "OPEN" && row.recipient === undefined ? ["accept", "cancel"] : ["cancel"];
}

function answersOfRecipient(): readonly HandshakeAnswer[] {
  return ["decline", "accept"];
}
