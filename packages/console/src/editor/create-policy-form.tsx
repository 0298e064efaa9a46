// Creating a policy, and attaching it at once where that is wanted.

import type { TagEditorProps } from "@cloudscape-design/components/tag-editor";
import type { CreatePolicyRequest, PolicyType } from "@aws-sdk/client-organizations";
import { useRef, useState } from "react";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import type { ApiError } from "../api/api-error.js";
import { useChange } from "../api/change.js";
import { useAddressWord } from "../elements/address-state.js";
import type { CliCall } from "../elements/show-cli.js";
import { policiesKey } from "../organization/use-organization.js";
import { typeStatus, useRoot } from "../organization/use-root.js";
import { useTreeNodes } from "../organization/use-tree-nodes.js";
import { aiOptOutType, paths } from "../paths.js";
import { useFlash } from "../shell/flash.js";
import { AttachChoice } from "./attach-choice.js";
import { ConfirmDeletion } from "./confirm-deletion.js";
import { EnableTypeNotice } from "./enable-type-notice.js";
import { ImpactPanel } from "./impact-panel.js";
import { createPolicy } from "./policy-changes.js";
import { PolicyForm } from "./policy-form.js";
import { PolicyTags } from "./policy-tags.js";
import { beginningOf } from "./policy-text.js";
import { savedMessage } from "./saved-message.js";
import { targetName } from "./target-options.js";
import { useDraft } from "./use-draft.js";
import { useProposedText } from "./proposed-text.js";
import { usePolicyImpact } from "./use-policy-impact.js";
import { UnsavedGuard } from "./unsaved-guard.js";

interface Creation {
  readonly input: CreatePolicyRequest;
  readonly targetId: string | undefined;
}

export function CreatePolicyForm({ type }: { readonly type: PolicyType }): ReactElement {
  const draft = useDraft(type, { name: "", description: "" }, beginningOf(type), useProposedText());
  const [tags, setTags] = useState<TagEditorProps.ChangeDetail>({ tags: [], valid: true });
  const [targetId, setTargetId] = useAddressWord("target");
  const [isAttaching, setIsAttaching] = useState(false);
  const [isConfirmed, setIsConfirmed] = useState(false);
  const { nodes } = useTreeNodes();
  const { data: root } = useRoot();
  const navigate = useNavigate();
  const flash = useFlash();
  const isSaved = useRef(false);
  const impact = usePolicyImpact(
    targetId === undefined || draft.obstacle !== undefined
      ? undefined
      : { kind: "create", content: draft.content, targetId },
    draft.obstacle,
  );
  const create = useChange({
    call: async (api, { input, targetId }: Creation) => createPolicy(api, input, targetId),
    done: ({ id, attachError }, { input, targetId }) =>
      savedMessage({
        type,
        id,
        name: input.Name ?? "",
        what:
          targetId === undefined || attachError !== undefined
            ? "created"
            : `created and attached to ${targetName(nodes, targetId)}`,
      }),
    changes: [policiesKey],
  });
  const willAttach = isAttaching && targetId !== undefined;
  const deletes = impact.status === "known" && impact.impact.report.deletions.length > 0;
  const input: CreatePolicyRequest = {
    Type: type,
    Name: draft.details.name,
    Description: draft.details.description,
    Content: draft.content,
    ...(tags.tags.length === 0
      ? {}
      : { Tags: tags.tags.map(({ key, value }) => ({ Key: key, Value: value })) }),
  };
  const because =
    draft.because ??
    (tags.valid ? undefined : "Mend the tags first") ??
    (willAttach ? attachObstacle() : undefined);
  function attachObstacle(): string | undefined {
    if (root !== undefined && typeStatus(root, type) !== "ENABLED")
      return "Enable the policy type first, or do not attach yet";
    if (
      type === aiOptOutType &&
      (impact.status === "reading" || (impact.status === "known" && impact.isStale))
    )
      return "The impact is still being computed";
    return deletes && !isConfirmed ? "Confirm that stored content will be deleted" : undefined;
  }
  const save = async (): Promise<void> => {
    const made = await create.make({ input, targetId: willAttach ? targetId : undefined });
    if (made === undefined) return;
    if (made.attachError !== undefined) flash.show(notAttached(made.attachError));
    isSaved.current = true;
    await navigate(paths.policy(type, made.id));
  };
  const calls: CliCall[] = [{ operation: "CreatePolicy", input }];
  if (willAttach)
    calls.push({ operation: "AttachPolicy", input: { PolicyId: "POLICY-ID", TargetId: targetId } });
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
        notice={<EnableTypeNotice type={type} />}
        tags={<PolicyTags tags={tags.tags} onChange={setTags} />}
        panel={
          type === aiOptOutType ? (
            <ImpactPanel
              state={impact}
              targetId={targetId}
              onTarget={setTargetId}
              presentTargets={undefined}
            />
          ) : undefined
        }
        choices={
          type === aiOptOutType && (
            <>
              <AttachChoice targetId={targetId} isAttaching={willAttach} onChange={setIsAttaching} />
              {willAttach && impact.status === "known" && (
                <ConfirmDeletion impact={impact.impact} isConfirmed={isConfirmed} onChange={setIsConfirmed} />
              )}
            </>
          )
        }
        action="Create policy"
        operation="CreatePolicy"
        operationInput={{ Type: type }}
        onSave={() => void save()}
        isSaving={create.isMaking}
        error={create.error}
        because={because}
        cli={calls}
        back={paths.policies(type)}
      />
      {(draft.isChanged || tags.tags.length > 0) && <UnsavedGuard isSaved={isSaved} />}
    </>
  );
}

function notAttached({ code, message }: ApiError) {
  return {
    type: "error",
    header: "The policy was created and is not attached",
    content: `${message} (${code}). Attach it on its Targets tab.`,
  } as const;
}
