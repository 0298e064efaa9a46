// Inviting an account, by its id or its e-mail address.

import { InviteAccountToOrganizationCommand } from "@aws-sdk/client-organizations";
import type { InviteAccountToOrganizationRequest } from "@aws-sdk/client-organizations";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { invitedTarget } from "./invited-target.js";
import { handshakesKey } from "./use-handshakes.js";

const notesCharactersMax = 1024;

export function InviteDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [text, setText] = useState("");
  const [notes, setNotes] = useState("");
  const target = invitedTarget(text);
  const notesProblem =
    notes.length > notesCharactersMax
      ? `${notes.length} characters, and ${notesCharactersMax} are allowed`
      : undefined;
  const input: InviteAccountToOrganizationRequest | undefined = target.ok
    ? { Target: target.target, ...(notes === "" ? {} : { Notes: notes }) }
    : undefined;
  const { make, isMaking, error } = useChange({
    call: async (api, asked: InviteAccountToOrganizationRequest) =>
      api.organizations((client) => client.send(new InviteAccountToOrganizationCommand(asked))),
    done: (_, { Target: to }) => `Invitation sent to ${to?.Id ?? ""}`,
    changes: [handshakesKey],
  });
  return (
    <ChangeDialog
      header="Invite an account"
      action="Send invitation"
      onSubmit={async () => (input === undefined ? undefined : make(input))}
      onClose={onClose}
      isMaking={isMaking}
      error={error}
      because={target.ok ? notesProblem : target.message}
      cli={input === undefined ? [] : [{ operation: "InviteAccountToOrganization", input }]}
    >
      <SpaceBetween size="m">
        <FormField
          label="Account"
          description="Its 12-digit ID, or its e-mail address, which need not belong to an account yet."
          {...(text !== "" && !target.ok ? { errorText: target.message } : {})}
        >
          <Input
            value={text}
            onChange={({ detail }) => setText(detail.value)}
            placeholder="111122223333 or name@example.com"
            autoComplete="off"
            autoFocus
          />
        </FormField>
        <FormField
          label={
            <>
              Notes <i>– optional</i>
            </>
          }
          description="Whoever is invited reads them."
          {...(notesProblem === undefined ? {} : { errorText: notesProblem })}
        >
          <Textarea value={notes} onChange={({ detail }) => setNotes(detail.value)} rows={3} />
        </FormField>
      </SpaceBetween>
    </ChangeDialog>
  );
}
