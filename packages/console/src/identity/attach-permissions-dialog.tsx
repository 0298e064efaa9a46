// Attaching a managed policy of the account to a user or a role.

import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { permissionsKey } from "./permissions-key.js";
import { attachTo, nameOf, operationOn } from "./subject.js";
import type { Subject } from "./subject.js";
import { useManagedPolicies } from "./use-identities.js";

interface AttachPermissionsDialogProps {
  readonly subject: Subject;
  /** ARNs. */
  readonly attached: readonly string[];
  readonly onClose: () => void;
}

export function AttachPermissionsDialog(props: AttachPermissionsDialogProps): ReactElement {
  const { subject, attached, onClose } = props;
  const policies = useManagedPolicies();
  const [arn, setArn] = useState<string>();
  const attach = useChange({
    call: async (api, policyArn: string) => attachTo(api, subject, policyArn),
    done: () => `Policy attached to ${subject.kind} ${subject.name}`,
    changes: [permissionsKey(subject), ["permission"]],
  });
  const options = (policies.data ?? [])
    .filter(({ Arn: known = "" }) => !attached.includes(known))
    .map(({ Arn: value = "", PolicyName: label = "", Description: description }) => ({
      value,
      label,
      ...(description === undefined ? {} : { description }),
    }));
  return (
    <ChangeDialog
      header={`Attach a managed policy to ${subject.name}`}
      action="Attach policy"
      onClose={onClose}
      isMaking={attach.isMaking}
      error={attach.error}
      because={arn === undefined ? "Choose a policy first" : undefined}
      cli={[
        {
          service: "iam",
          operation: operationOn(subject, "Attach"),
          input: { ...nameOf(subject), PolicyArn: arn ?? "POLICY_ARN" },
        },
      ]}
      onSubmit={async () => (arn === undefined ? undefined : attach.make(arn))}
    >
      <FormField label="Managed policy">
        <Select
          selectedOption={options.find(({ value }) => value === arn) ?? null}
          options={options}
          placeholder="Choose a policy"
          filteringType="auto"
          statusType={policies.isPending ? "loading" : policies.isError ? "error" : "finished"}
          loadingText="Reading managed policies"
          errorText="The managed policies could not be read"
          empty="No managed policy is left to attach; create one with `aws iam create-policy`, or write an inline policy"
          onChange={({ detail }) => setArn(detail.selectedOption.value)}
        />
      </FormField>
    </ChangeDialog>
  );
}
