// Making a member account the administrator of a service.

import { RegisterDelegatedAdministratorCommand } from "@aws-sdk/client-organizations";
import Alert from "@cloudscape-design/components/alert";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { NodePicker } from "../elements/node-picker.js";
import { ScreenLink } from "../elements/screen-link.js";
import type { TreeNode } from "../organization/tree-nodes.js";
import { useDescribedOrganization } from "../organization/use-described-organization.js";
import { paths } from "../paths.js";
import { delegatedAdministratorsKey } from "./use-delegated-administrators.js";
import { useTrustedServices } from "./use-trusted-services.js";

export function RegisterDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const services = useTrustedServices();
  const organization = useDescribedOrganization();
  const [service, setService] = useState<string>();
  const [[account], setAccounts] = useState<readonly TreeNode[]>([]);
  const { make, isMaking, error } = useChange({
    call: async (api, input: { readonly AccountId: string; readonly ServicePrincipal: string }) =>
      api.organizations((client) => client.send(new RegisterDelegatedAdministratorCommand(input))),
    done: (_, { AccountId, ServicePrincipal }) => `Account ${AccountId} administers ${ServicePrincipal}`,
    changes: [delegatedAdministratorsKey],
  });
  const options = (services.data ?? []).map(({ ServicePrincipal: value = "" }) => ({ value, label: value }));
  const input =
    service === undefined || account === undefined
      ? undefined
      : { AccountId: account.id, ServicePrincipal: service };
  const because =
    service === undefined
      ? "Choose a service first"
      : account === undefined
        ? "Choose an account first"
        : undefined;
  return (
    <ChangeDialog
      header="Register a delegated administrator"
      action="Register"
      size="large"
      onSubmit={async () => (input === undefined ? undefined : make(input))}
      onClose={onClose}
      isMaking={isMaking}
      error={error}
      because={because}
      cli={input === undefined ? [] : [{ operation: "RegisterDelegatedAdministrator", input }]}
    >
      <SpaceBetween size="m">
        {services.data?.length === 0 && (
          <Alert type="info" header="No service is enabled yet">
            Enable one under <ScreenLink to={paths.trustedServices}>trusted services</ScreenLink> first.
          </Alert>
        )}
        <FormField label="Service" description="One that is enabled for the organization.">
          <Select
            selectedOption={options.find(({ value }) => value === service) ?? null}
            options={options}
            onChange={({ detail }) => setService(detail.selectedOption.value)}
            placeholder="Choose a service"
            empty="No service is enabled"
            statusType={services.isPending ? "loading" : "finished"}
            loadingText="Reading the services"
          />
        </FormField>
        <FormField label="Account" stretch>
          <NodePicker
            label="Accounts"
            selectionType="single"
            kinds={["account"]}
            selected={account === undefined ? [] : [account]}
            onChange={setAccounts}
            whyNot={({ id }) =>
              id === organization.data?.MasterAccountId ? "the management account" : undefined
            }
          />
        </FormField>
      </SpaceBetween>
    </ChangeDialog>
  );
}
