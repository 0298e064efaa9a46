// The screen of the policies of one type: what each does, where it is attached, create and delete.

import type { PolicyType } from "@aws-sdk/client-organizations";
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useMemo, useState } from "react";
import type { ReactElement } from "react";
import { useParams } from "react-router";
import { ActionButton } from "../elements/action-button.js";
import { useAddressWord } from "../elements/address-state.js";
import { ResourceTable } from "../elements/resource-table.js";
import { ReadingFailure } from "../organization/reading-failure.js";
import { usePolicies } from "../organization/use-organization.js";
import { typeStatus, useRoot } from "../organization/use-root.js";
import { aiOptOutType, paths, typeOfSegment } from "../paths.js";
import { NotFoundPage } from "../shell/not-found-page.js";
import { Page } from "../shell/page.js";
import { DeletePolicyDialog } from "./delete-policy-dialog.js";
import { EnableTypeDialog } from "./enable-type-dialog.js";
import { idOfPolicyRow, policiesColumns, policyRow } from "./policies-columns.js";
import { policyTypeFacts } from "../organization/policy-type-facts.js";
import type { PolicyTypeFacts } from "../organization/policy-type-facts.js";
import { whyNotChanged } from "./why-not-changed.js";

export function PoliciesPage(): ReactElement {
  const { type: name = "" } = useParams();
  const facts = policyTypeFacts(typeOfSegment(name));
  return facts === undefined ? <NotFoundPage /> : <PoliciesOfType key={facts.type} facts={facts} />;
}

const under = [{ text: "Policies", href: paths.policyTypes }];

function PoliciesOfType({ facts }: { readonly facts: PolicyTypeFacts }): ReactElement {
  const { type, name, purpose } = facts;
  const policies = usePolicies(type);
  const [selectedId, select] = useAddressWord("selected");
  const [isDeleting, setIsDeleting] = useState(false);
  const columns = useMemo(() => policiesColumns(type), [type]);
  const rows = useMemo(
    () => (policies.data?.policies ?? []).map((policy) => policyRow(policy)),
    [policies.data],
  );
  const selected = rows.find(({ Id: id }) => id === selectedId);
  const create = <CreateButton type={type} />;
  if (policies.error !== null && policies.data === undefined)
    return (
      <Page title={name} under={under}>
        <ReadingFailure error={policies.error} header="The policies could not be read" />
      </Page>
    );
  return (
    <Page title={name} under={under} description={purpose}>
      <SpaceBetween size="l">
        <TypeDisabled facts={facts} />
        <Unread reasons={policies.data?.unread.map(({ what, why }) => `${what}: ${why}`) ?? []} />
        <ResourceTable
          noun={["policy", "policies"]}
          title={name}
          items={rows}
          idOf={idOfPolicyRow}
          columns={columns}
          isLoading={policies.isPending}
          selection={{
            kind: "single",
            ids: selected === undefined ? [] : [selected.Id],
            onChange: ([item]) => select(item?.Id),
          }}
          empty={
            <SpaceBetween size="xs">
              <b>There are no policies of this type</b>
              <Box color="inherit">
                {type === aiOptOutType
                  ? "AWS may keep and use the content of every account. Create a policy, then attach it to the root to opt out all of them."
                  : "Create a policy, then attach it to the root, an OU or an account."}
              </Box>
              {create}
            </SpaceBetween>
          }
          actions={
            <>
              <ActionButton
                operation="DeletePolicy"
                {...(selected === undefined ? {} : { input: { PolicyId: selected.Id } })}
                because={
                  selected === undefined ? "Select a policy first" : whyNotChanged(selected, "deleted")
                }
                onClick={() => setIsDeleting(true)}
              >
                Delete
              </ActionButton>
              {create}
            </>
          }
        />
        {type === aiOptOutType && (
          <Box variant="small" color="text-body-secondary">
            Opting out does not block the use of an AI service. What a policy does is told as if it stood
            alone; what holds for an account comes of all policies above it.
          </Box>
        )}
      </SpaceBetween>
      {isDeleting && selected !== undefined && (
        <DeletePolicyDialog
          policy={selected}
          type={type}
          targets={selected.targetsKnown ? selected.targets.length : undefined}
          onClose={() => setIsDeleting(false)}
        />
      )}
    </Page>
  );
}

function CreateButton({ type }: { readonly type: PolicyType }): ReactElement {
  const root = useRoot();
  const status = root.data === undefined ? undefined : typeStatus(root.data, type);
  const because =
    status === undefined || status === "ENABLED"
      ? undefined
      : "Enable the policy type first: no policy of it can be attached until then";
  return (
    <ActionButton
      operation="CreatePolicy"
      input={{ Type: type }}
      because={because}
      to={paths.createPolicy(type)}
      variant="primary"
    >
      Create policy
    </ActionButton>
  );
}

function TypeDisabled({ facts: { type, name } }: { readonly facts: PolicyTypeFacts }): ReactElement | null {
  const root = useRoot();
  const [isEnabling, setIsEnabling] = useState(false);
  if (root.data === undefined || typeStatus(root.data, type) !== "DISABLED") return null;
  const rootId = root.data.Id ?? "";
  return (
    <>
      <Alert
        type="warning"
        header="This policy type is not enabled"
        action={
          <ActionButton
            operation="EnablePolicyType"
            input={{ RootId: rootId, PolicyType: type }}
            onClick={() => setIsEnabling(true)}
          >
            Enable
          </ActionButton>
        }
      >
        No policy of this type has any effect, and none can be attached.
      </Alert>
      {isEnabling && <EnableTypeDialog row={{ type, name, rootId }} onClose={() => setIsEnabling(false)} />}
    </>
  );
}

const reasonsMax = 1;

function Unread({ reasons }: { readonly reasons: readonly string[] }): ReactElement | null {
  if (reasons.length === 0) return null;
  return (
    <Alert type="warning" header="Not everything could be read">
      {reasons.slice(0, reasonsMax).map((reason) => (
        <div key={reason}>{reason}</div>
      ))}
      {reasons.length > reasonsMax && <div>and {reasons.length - reasonsMax} more</div>}
    </Alert>
  );
}
