// Over a page whose session has expired: sign in again, and everything on the page is as it was.

import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import type { ReactElement } from "react";
import type { Session } from "./session.js";
import { useSessionChanges, useSessionState } from "./session-context.js";
import { SignInForm } from "./sign-in-form.js";

export function ExpiredDialog(): ReactElement | null {
  const state = useSessionState();
  const { signIn, signOut } = useSessionChanges();
  if (state.status !== "expired") return null;
  const { session } = state;
  const { from } = session;
  return (
    <Modal
      visible
      header="Your session has expired"
      onDismiss={signOut}
      closeAriaLabel="Sign out"
      footer={
        from !== undefined && <Button onClick={() => signIn(from)}>Go back to {from.principal.name}</Button>
      }
    >
      <SpaceBetween size="m">
        <Box>Nothing that you typed is lost. Sign in again to go on; closing this signs you out.</Box>
        <SignInForm onSignedIn={signIn} known={knownOf(session.from ?? session)} />
      </SpaceBetween>
    </Modal>
  );
}

function knownOf({ principal }: Session) {
  return principal.kind === "root"
    ? { kind: "root" as const, email: principal.name.includes("@") ? principal.name : "" }
    : { kind: "user" as const, accountId: principal.accountId, userName: principal.name };
}
