// Enabling and disabling a service's access to the organization.

import { DisableAWSServiceAccessCommand, EnableAWSServiceAccessCommand } from "@aws-sdk/client-organizations";
import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { servicePrincipalProblem } from "./service-principal.js";
import { trustedServicesKey } from "./use-trusted-services.js";

export function EnableTrustedServiceDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [text, setText] = useState("");
  const name = text.trim();
  const problem = servicePrincipalProblem(name);
  const { make, isMaking, error } = useChange({
    call: async (api, input: { readonly ServicePrincipal: string }) =>
      api.organizations((client) => client.send(new EnableAWSServiceAccessCommand(input))),
    done: (_, { ServicePrincipal: enabled }) => `${enabled} has access to the organization`,
    changes: [trustedServicesKey],
  });
  const input = { ServicePrincipal: name };
  return (
    <ChangeDialog
      header="Enable a service"
      action="Enable"
      onSubmit={async () => make(input)}
      onClose={onClose}
      isMaking={isMaking}
      error={error}
      because={problem}
      cli={problem === undefined ? [{ operation: "EnableAWSServiceAccess", input }] : []}
    >
      <SpaceBetween size="m">
        <Box>
          The service may then be administered by member accounts. On AWS it could also read the organization
          and act in its accounts; here nothing calls in from outside, and the permission is recorded.
        </Box>
        <FormField
          label="Service principal"
          description="The service's own name; services of others than AWS work too."
          {...(text !== "" && problem !== undefined ? { errorText: problem } : {})}
        >
          <Input
            value={text}
            onChange={({ detail }) => setText(detail.value)}
            placeholder="transcribe.amazonaws.com"
            autoComplete="off"
            autoFocus
          />
        </FormField>
      </SpaceBetween>
    </ChangeDialog>
  );
}

interface DisableProps {
  readonly name: string;
  readonly onClose: () => void;
}

export function DisableTrustedServiceDialog({ name, onClose }: DisableProps): ReactElement {
  const input = { ServicePrincipal: name };
  const { make, isMaking, error } = useChange({
    call: async (api, asked: typeof input) =>
      api.organizations((client) => client.send(new DisableAWSServiceAccessCommand(asked))),
    done: () => `${name} has no access to the organization any more`,
    changes: [trustedServicesKey],
  });
  return (
    <ChangeDialog
      header={`Disable ${name}?`}
      action="Disable"
      onSubmit={async () => make(input)}
      onClose={onClose}
      isMaking={isMaking}
      error={error}
      cli={[{ operation: "DisableAWSServiceAccess", input }]}
      typeToConfirm="disable"
    >
      <Box>
        The service may work with the organization no more, and nobody can be its delegated administrator.
        While accounts administer it, disabling is refused: deregister them first.
      </Box>
    </ChangeDialog>
  );
}
