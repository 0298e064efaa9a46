// Editing the delegation policy as text, with the place of what is no JSON, and a template to begin with.

import { PutResourcePolicyCommand } from "@aws-sdk/client-organizations";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { ShowCli } from "../elements/show-cli.js";
import { delegationProblem } from "./delegation-policy.js";
import { TemplateDialog } from "./template-dialog.js";
import { delegationPolicyKey } from "./use-delegation-policy.js";

interface DelegationPolicyFormProps {
  /** Empty where there is no policy yet. */
  readonly initial: string;
  readonly onClose: () => void;
}

export function DelegationPolicyForm({ initial, onClose }: DelegationPolicyFormProps): ReactElement {
  const [text, setText] = useState(initial);
  const [isChoosing, setIsChoosing] = useState(false);
  const problem = delegationProblem(text);
  const input = { Content: text };
  const { make, isMaking, error } = useChange({
    call: async (api, asked: typeof input) =>
      api.organizations((client) => client.send(new PutResourcePolicyCommand(asked))),
    done: () => "Delegation policy saved",
    changes: [delegationPolicyKey],
  });
  return (
    <SpaceBetween size="m">
      <FormField
        label="Delegation policy"
        stretch
        description={
          initial === ""
            ? "JSON, in the language of IAM policies."
            : "JSON, in the language of IAM policies. Saving replaces the policy as a whole."
        }
        {...(text !== "" && problem !== undefined ? { errorText: problem } : {})}
      >
        <Textarea
          className="code-text"
          value={text}
          onChange={({ detail }) => setText(detail.value)}
          rows={Math.min(30, Math.max(12, text.split("\n").length + 1))}
          spellcheck={false}
        />
      </FormField>
      <ErrorAlert error={error} header="The policy was not saved" />
      <SpaceBetween direction="horizontal" size="xs">
        <Button onClick={() => setIsChoosing(true)}>Use the template</Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
        <Button
          variant="primary"
          loading={isMaking}
          disabled={problem !== undefined}
          {...(problem === undefined ? {} : { disabledReason: problem })}
          onClick={() => void make(input).then((made) => made !== undefined && onClose())}
        >
          Save
        </Button>
      </SpaceBetween>
      {problem === undefined && <ShowCli calls={[{ operation: "PutResourcePolicy", input }]} />}
      {isChoosing && (
        <TemplateDialog
          replaces={text.trim() !== ""}
          onChoose={(template) => {
            setText(template);
            setIsChoosing(false);
          }}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </SpaceBetween>
  );
}
