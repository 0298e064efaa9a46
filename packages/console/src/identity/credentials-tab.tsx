// How a user proves who it is: a password for this console, access keys for programs.

import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactElement } from "react";
import { AccessKeys } from "./access-keys.js";
import { ConsolePassword } from "./console-password.js";

export function CredentialsTab({ userName }: { readonly userName: string }): ReactElement {
  return (
    <SpaceBetween size="l">
      <ConsolePassword userName={userName} />
      <AccessKeys userName={userName} />
    </SpaceBetween>
  );
}
