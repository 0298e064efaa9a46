// Switch role: the account and the role to act as, and a colour of its own in the navigation while it lasts.

import Button from "@cloudscape-design/components/button";
import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { apiError } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { useApi, useSession, useSessionChanges } from "./session-context.js";

/** What CreateAccount makes in every new account, for the management account to act in it. */
const usualRole = "OrganizationAccountAccessRole";

interface SwitchRoleDialogProps {
  readonly onClose: () => void;
  readonly accountId?: string;
}

export function SwitchRoleDialog({ onClose, accountId = "" }: SwitchRoleDialogProps): ReactElement {
  const api = useApi();
  const session = useSession();
  const { signIn } = useSessionChanges();
  const [account, setAccount] = useState(accountId);
  const [roleName, setRoleName] = useState(usualRole);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const submit = async (): Promise<void> => {
    setIsBusy(true);
    try {
      const { switchRole } = await import("../api/switch-role.js");
      signIn(await switchRole(api, session, { accountId: account.replaceAll(/[\s-]/g, ""), roleName }));
      onClose();
    } catch (thrown) {
      setError(apiError(thrown));
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Modal
      visible
      header="Switch role"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button
              variant="primary"
              loading={isBusy}
              disabled={account === "" || roleName === ""}
              disabledReason="Name an account and a role first"
              onClick={() => void submit()}
            >
              Switch role
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <FormField label="Account ID" constraintText="12 digits">
          <Input value={account} onChange={({ detail }) => setAccount(detail.value)} autoFocus />
        </FormField>
        <FormField
          label="Role name"
          constraintText="The role must trust you, and you must be allowed sts:AssumeRole on it"
        >
          <Input value={roleName} onChange={({ detail }) => setRoleName(detail.value)} />
        </FormField>
        <ErrorAlert error={error} header="The role was not switched" />
      </SpaceBetween>
    </Modal>
  );
}
