// Deleting a policy, once it is attached nowhere.

import { DeletePolicyCommand } from "@aws-sdk/client-organizations";
import type { PolicySummary } from "@aws-sdk/client-organizations";
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { counted } from "../organization/impact.js";
import { policiesKey } from "../organization/use-organization.js";
import { paths } from "../paths.js";

interface DeletePolicyDialogProps {
  readonly policy: PolicySummary;
  readonly type: string;
  /** How many it is attached to; undefined where that is not known, and then the API says. */
  readonly targets: number | undefined;
  readonly onClose: () => void;
  /** Before the dialog closes. */
  readonly onDeleted?: () => void;
}

export function DeletePolicyDialog(props: DeletePolicyDialogProps): ReactElement {
  const { policy, type, targets, onClose, onDeleted } = props;
  const { Id: id = "", Name: name = id } = policy;
  const navigate = useNavigate();
  const input = { PolicyId: id };
  const { make, isMaking, error } = useChange({
    call: async (api, asked: typeof input) =>
      api.organizations((client) => client.send(new DeletePolicyCommand(asked))),
    done: () => `Policy ${name} deleted`,
    // Of the lists: the policy itself is not there to be read anew.
    changes: [[...policiesKey, type]],
  });
  const isAttached = targets !== undefined && targets > 0;
  const submit = async (): Promise<unknown> => {
    const deleted = await make(input);
    if (deleted !== undefined) onDeleted?.();
    return deleted;
  };
  const showTargets = (): void => {
    onClose();
    void navigate(paths.policy(type, id, "targets"));
  };
  return (
    <ChangeDialog
      header={`Delete policy ${name}?`}
      action="Delete"
      onSubmit={submit}
      onClose={onClose}
      isMaking={isMaking}
      error={error}
      cli={isAttached ? [] : [{ operation: "DeletePolicy", input }]}
      {...(isAttached ? { because: "Detach it first" } : { typeToConfirm: name })}
    >
      {isAttached ? (
        <Alert
          type="warning"
          header="It is attached"
          action={
            <Button formAction="none" onClick={showTargets}>
              Show targets
            </Button>
          }
        >
          {name} is attached to {counted(targets, ["target", "targets"])}. Detach it there first; a policy
          that is attached cannot be deleted.
        </Alert>
      ) : (
        <Box>
          The policy, its content and its tags are gone for good.{" "}
          {targets === 0
            ? "It is attached nowhere."
            : "Where it is attached is unknown; while it is, it will not be deleted."}
        </Box>
      )}
    </ChangeDialog>
  );
}
