// Attaching one of the policies of a type to a node.

import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { AttachPolicyCommand } from "@aws-sdk/client-organizations";
import { useMemo, useState } from "react";
import type { ReactElement } from "react";
import { apiError } from "../../api/api-error.js";
import { useChange } from "../../api/change.js";
import { ChangeDialog } from "../../elements/change-dialog.js";
import { ErrorAlert } from "../../elements/error-alert.js";
import { ScreenLink } from "../../elements/screen-link.js";
import type { EvaluatedOrganization } from "../../organization/use-organization.js";
import { policiesKey } from "../../organization/use-organization.js";
import { aiOptOutType, paths } from "../../paths.js";
import { impactOf } from "../impact.js";
import { ImpactSummary } from "../impact-summary.js";
import type { NodeRow } from "../node-rows.js";
import { policyTypeName } from "../policy-types.js";
import { usePolicySummaries } from "../use-attached.js";
import { effectiveKey } from "../use-effective-policy.js";

interface AttachPolicyDialogProps {
  readonly organization: EvaluatedOrganization;
  readonly type: string;
  readonly node: NodeRow;
  readonly attachedIds: readonly string[];
  readonly onClose: () => void;
}

export function AttachPolicyDialog(props: AttachPolicyDialogProps): ReactElement {
  const { organization, type, node, attachedIds, onClose } = props;
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
  const impact = useMemo(
    () =>
      policyId === undefined || type !== aiOptOutType
        ? undefined
        : impactOf(organization.snapshot, [{ kind: "policy-attached", policyId, targetId: node.id }]),
    [organization.snapshot, policyId, type, node.id],
  );
  const attach = useChange({
    call: async (api, asked: typeof input) => {
      await api.organizations((client) => client.send(new AttachPolicyCommand(asked)));
      return asked;
    },
    done: () => `Policy ${chosen?.label ?? ""} attached to ${node.name}`,
    changes: [policiesKey, effectiveKey],
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
        label={policyTypeName(type)}
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
      {impact !== undefined && <ImpactSummary impact={impact} />}
    </ChangeDialog>
  );
}
