// Attaching one of the policies of a type to a node.

import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { AttachPolicyCommand } from "@aws-sdk/client-organizations";
import type { Change } from "@withhold/policy";
import { useMemo, useState } from "react";
import type { ReactElement } from "react";
import { apiError } from "../../api/api-error.js";
import { useChange } from "../../api/change.js";
import { ChangeDialog } from "../../elements/change-dialog.js";
import { ErrorAlert } from "../../elements/error-alert.js";
import { ScreenLink } from "../../elements/screen-link.js";
import { ImpactPreview } from "../../organization/impact-preview.js";
import { useImpact } from "../../organization/use-impact.js";
import { policiesKey } from "../../organization/use-organization.js";
import { aiOptOutType, paths } from "../../paths.js";
import type { NodeRow } from "../node-rows.js";
import { enabledTypeName } from "../enabled-types.js";
import { usePolicySummaries } from "../use-attached.js";

interface AttachPolicyDialogProps {
  readonly type: string;
  readonly node: NodeRow;
  readonly attachedIds: readonly string[];
  readonly onClose: () => void;
}

export function AttachPolicyDialog(props: AttachPolicyDialogProps): ReactElement {
  const { type, node, attachedIds, onClose } = props;
  const { data: policies, error: readError, isPending } = usePolicySummaries(type);
  const [policyId, setPolicyId] = useState<string>();
  const input = { PolicyId: policyId ?? "", TargetId: node.id };
  const options = (policies ?? [])
    .filter(({ Id = "" }) => !attachedIds.includes(Id))
    .map(({ Id = "", Name = "", Description }) => ({
      value: Id,
      label: Name,
      ...(Description === undefined || Description === "" ? {} : { description: Description }),
      labelTag: Id,
    }));
  const chosen = options.find(({ value }) => value === policyId);
  const changes = useMemo(
    (): readonly Change[] =>
      policyId === undefined ? [] : [{ kind: "policy-attached", policyId, targetId: node.id }],
    [policyId, node.id],
  );
  const impact = useImpact(changes);
  const attach = useChange({
    call: async (api, asked: typeof input) => {
      await api.organizations((client) => client.send(new AttachPolicyCommand(asked)));
      return asked;
    },
    done: () => `Policy ${chosen?.label ?? ""} attached to ${node.name}`,
    changes: [policiesKey],
  });
  return (
    <ChangeDialog
      header={`Attach a policy to ${node.name}`}
      action="Attach policy"
      onSubmit={async () => attach.make(input)}
      onClose={onClose}
      isMaking={attach.isMaking}
      error={attach.error}
      cli={policyId === undefined ? [] : [{ operation: "AttachPolicy", input }]}
      because={policyId === undefined ? "Choose a policy first" : undefined}
      size="large"
    >
      <ErrorAlert
        error={readError === null ? undefined : apiError(readError)}
        header="The policies could not be read"
      />
      <FormField
        label={enabledTypeName(type)}
        description={
          <>
            It is not there? <ScreenLink to={paths.createPolicy(type)}>Create a policy</ScreenLink>
          </>
        }
      >
        <Select
          options={options}
          selectedOption={chosen ?? null}
          onChange={({ detail }) => setPolicyId(detail.selectedOption.value)}
          placeholder="Choose a policy"
          filteringType="auto"
          filteringAriaLabel="Find policies"
          statusType={isPending ? "loading" : "finished"}
          loadingText="Reading policies"
          empty="Every policy of this type is attached here already, or there is none"
          virtualScroll
        />
      </FormField>
      {policyId !== undefined && type === aiOptOutType && <ImpactPreview {...impact} />}
    </ChangeDialog>
  );
}
