// Editing a policy: what was changed since it was read is never overwritten unasked.

import type { PolicyType, UpdatePolicyRequest } from "@aws-sdk/client-organizations";
import Alert from "@cloudscape-design/components/alert";
import { useRef, useState } from "react";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { useChange } from "../api/change.js";
import { useAddressWord } from "../elements/address-state.js";
import { policiesKey, usePolicies } from "../organization/use-organization.js";
import { aiOptOutType, paths } from "../paths.js";
import { ConfirmDeletion } from "./confirm-deletion.js";
import { ConflictDialog } from "./conflict-dialog.js";
import { EnableTypeNotice } from "./enable-type-notice.js";
import { ImpactPanel } from "./impact-panel.js";
import { PolicyChanged, updatePolicy } from "./policy-changes.js";
import type { StoredPolicy } from "./policy-changes.js";
import { PolicyForm } from "./policy-form.js";
import { savedMessage } from "./saved-message.js";
import { useDraft } from "./use-draft.js";
import { useProposedText } from "./proposed-text.js";
import { usePolicyImpact } from "./use-policy-impact.js";
import { UnsavedGuard } from "./unsaved-guard.js";

interface Update {
  readonly input: UpdatePolicyRequest;
  /** What it is taken to be on the server. */
  readonly known: StoredPolicy;
}

interface EditPolicyFormProps {
  readonly policy: StoredPolicy;
  readonly type: PolicyType;
}

export function EditPolicyForm({ policy, type }: EditPolicyFormProps): ReactElement {
  const { id } = policy;
  const [known, setKnown] = useState(policy);
  const [theirs, setTheirs] = useState<StoredPolicy>();
  const [targetId, setTargetId] = useAddressWord("target");
  const [isConfirmed, setIsConfirmed] = useState(false);
  const draft = useDraft(type, policy, policy.content, useProposedText());
  const isSaved = useRef(false);
  const navigate = useNavigate();
  const { data: policies } = usePolicies(type);
  const targets = policies?.policies.find(({ Id }) => Id === id)?.targets.length;
  const impact = usePolicyImpact(
    draft.obstacle === undefined && type === aiOptOutType
      ? {
          kind: "update",
          policyId: id,
          content: draft.content,
          ...(targetId === undefined ? {} : { targetId }),
        }
      : undefined,
    draft.obstacle,
  );
  const update = useChange({
    call: async (api, { input, known }: Update) => {
      try {
        await updatePolicy(api, input, known);
        return input;
      } catch (thrown) {
        if (thrown instanceof PolicyChanged) setTheirs(thrown.theirs);
        throw thrown;
      }
    },
    done: ({ Name: name = known.name }) => savedMessage({ type, id, name, what: "updated" }),
    changes: [policiesKey],
  });
  const inputSince = ({ name, description, content }: StoredPolicy): UpdatePolicyRequest => ({
    PolicyId: id,
    ...(draft.details.name === name ? {} : { Name: draft.details.name }),
    ...(draft.details.description === description ? {} : { Description: draft.details.description }),
    ...(draft.content === content ? {} : { Content: draft.content }),
  });
  const input = inputSince(known);
  const deletes =
    impact.status === "known" &&
    impact.impact.report.deletions.length > 0 &&
    targets !== 0 &&
    input.Content !== undefined;
  const because =
    (known.isAwsManaged ? "AWS manages this policy; create one of your own" : undefined) ??
    (Object.keys(input).length === 1 ? "Nothing is changed yet" : undefined) ??
    draft.because ??
    (deletes && !isConfirmed ? "Confirm that stored content will be deleted" : undefined);
  const save = async (since: StoredPolicy): Promise<void> => {
    if ((await update.make({ input: inputSince(since), known: since })) === undefined) return;
    isSaved.current = true;
    await navigate(paths.policy(type, id));
  };
  const take = (now: StoredPolicy): void => {
    setKnown(now);
    draft.begin(now, now.content);
    setTheirs(undefined);
  };
  return (
    <>
      <PolicyForm
        type={type}
        details={draft.details}
        onDetails={draft.setDetails}
        document={draft.document}
        findings={draft.findings}
        onDocument={draft.changeDocument}
        isMinified={draft.isMinified}
        onMinified={draft.setMinified}
        notice={
          <>
            {known.isAwsManaged && <ManagedNotice />}
            <EnableTypeNotice type={type} />
          </>
        }
        panel={
          type === aiOptOutType ? (
            <ImpactPanel
              state={impact}
              targetId={targetId}
              onTarget={setTargetId}
              presentTargets={targets ?? 0}
            />
          ) : undefined
        }
        choices={
          deletes && (
            <ConfirmDeletion impact={impact.impact} isConfirmed={isConfirmed} onChange={setIsConfirmed} />
          )
        }
        action="Save changes"
        operation="UpdatePolicy"
        operationInput={{ PolicyId: id }}
        onSave={() => void save(known)}
        isSaving={update.isMaking}
        error={update.error}
        because={because}
        cli={[{ operation: "UpdatePolicy", input }]}
        back={paths.policy(type, id)}
      />
      {theirs !== undefined && (
        <ConflictDialog
          theirs={theirs}
          mine={{ ...theirs, ...draft.details, content: draft.content }}
          isSaving={update.isMaking}
          onOverwrite={() => void save(theirs)}
          onTake={() => take(theirs)}
          onClose={() => setTheirs(undefined)}
        />
      )}
      {draft.isChanged && <UnsavedGuard isSaved={isSaved} />}
    </>
  );
}

function ManagedNotice(): ReactElement {
  return (
    <Alert type="info" header="AWS manages this policy">
      It cannot be changed. What you try here is not saved.
    </Alert>
  );
}
