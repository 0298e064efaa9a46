// What one may do with an open handshake: accept it, decline it, or cancel it.

import {
  AcceptHandshakeCommand,
  CancelHandshakeCommand,
  DeclineHandshakeCommand,
} from "@aws-sdk/client-organizations";
import type { OrganizationsClient } from "@aws-sdk/client-organizations";
import Box from "@cloudscape-design/components/box";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import type { HandshakeRow } from "./handshake-row.js";
import { handshakesKey } from "./use-handshakes.js";

export type HandshakeAnswer = "accept" | "decline" | "cancel";

interface Told {
  readonly operation: "AcceptHandshake" | "DeclineHandshake" | "CancelHandshake";
  readonly verb: string;
  readonly done: string;
}

export const handshakeAnswers: Readonly<Record<HandshakeAnswer, Told>> = {
  accept: { operation: "AcceptHandshake", verb: "Accept", done: "Accepted" },
  decline: { operation: "DeclineHandshake", verb: "Decline", done: "Declined" },
  cancel: { operation: "CancelHandshake", verb: "Cancel invitation", done: "Canceled" },
};

interface HandshakeDialogProps {
  readonly answer: HandshakeAnswer;
  readonly row: HandshakeRow;
  readonly onClose: () => void;
}

export function HandshakeDialog({ answer, row, onClose }: HandshakeDialogProps): ReactElement {
  const { operation, verb, done } = handshakeAnswers[answer];
  const input = { HandshakeId: row.id };
  const { make, isMaking, error } = useChange({
    call: async (api, asked: typeof input) =>
      api.organizations(async (client) => send(client, operation, asked)),
    done: () => `${done}: ${row.action.toLowerCase()}`,
    // Who accepts stands in another organization.
    ...(answer === "accept" ? {} : { changes: [handshakesKey] }),
  });
  return (
    <ChangeDialog
      header={`${verb}?`}
      action={verb}
      onSubmit={async () => make(input)}
      onClose={onClose}
      isMaking={isMaking}
      error={error}
      cli={[{ operation, input }]}
    >
      <Box>{consequence(answer, row)}</Box>
    </ChangeDialog>
  );
}

async function send(
  client: OrganizationsClient,
  operation: Told["operation"],
  input: { readonly HandshakeId: string },
): Promise<unknown> {
  switch (operation) {
    case "AcceptHandshake":
      return client.send(new AcceptHandshakeCommand(input));
    case "DeclineHandshake":
      return client.send(new DeclineHandshakeCommand(input));
    case "CancelHandshake":
      return client.send(new CancelHandshakeCommand(input));
  }
}

function consequence(answer: HandshakeAnswer, { action, organization, recipient }: HandshakeRow): string {
  if (answer === "cancel") return `${recipient ?? "Nobody"} can no longer accept it. You can send another.`;
  if (answer === "decline") return `${organization} is told. To change your mind, ask for another.`;
  return action === "Join the organization"
    ? `This account joins ${organization} under its root. The policies there hold for it at once, also those that opt out of AI services, for which kept content is deleted for good. It leaves the organization that it is in now.`
    : `This account agrees: ${action.toLowerCase()}, for ${organization}. That cannot be taken back.`;
}
