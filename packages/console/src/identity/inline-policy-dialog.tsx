// Writing an inline policy, from a template or by hand.

import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useState } from "react";
import type { ReactElement } from "react";
import { useChange } from "../api/change.js";
import { ChangeDialog } from "../elements/change-dialog.js";
import { DocumentField } from "./document-field.js";
import { jsonProblem } from "./json-problem.js";
import { permissionsKey } from "./permissions-key.js";
import { policyTemplates } from "./policy-templates.js";
import { nameOf, operationOn, putInline } from "./subject.js";
import type { InlinePolicy, Subject } from "./subject.js";

interface InlinePolicyDialogProps {
  readonly subject: Subject;
  /** To be edited; a new one when absent. */
  readonly policy?: InlinePolicy;
  readonly onClose: () => void;
}

export function InlinePolicyDialog({ subject, policy, onClose }: InlinePolicyDialogProps): ReactElement {
  const [name, setName] = useState(policy?.name ?? "");
  const [document, setDocument] = useState(policy?.document ?? "");
  const put = useChange({
    call: async (api, written: InlinePolicy) => putInline(api, subject, written),
    done: (_, written) => `Policy ${written.name} of ${subject.kind} ${subject.name} saved`,
    changes: [permissionsKey(subject), ["permission"]],
  });
  return (
    <ChangeDialog
      size="large"
      header={policy === undefined ? `Write an inline policy for ${subject.name}` : `Edit ${policy.name}`}
      action="Save policy"
      onClose={onClose}
      isMaking={put.isMaking}
      error={put.error}
      because={name === "" ? "Name the policy first" : jsonProblem(document)}
      cli={[
        {
          service: "iam",
          operation: operationOn(subject, "Put"),
          input: { ...nameOf(subject), PolicyName: name, PolicyDocument: document },
        },
      ]}
      onSubmit={async () => put.make({ name, document })}
    >
      {policy === undefined && (
        <FormField label="Begin with" description="A template to change as you need it">
          <Select
            selectedOption={null}
            placeholder="Choose a template"
            options={policyTemplates.map(({ id, name: label, description }) => ({
              value: id,
              label,
              description,
            }))}
            onChange={({ detail }) => {
              const template = policyTemplates.find(({ id }) => id === detail.selectedOption.value);
              if (template === undefined) return;
              setDocument(JSON.stringify(template.document, undefined, 2));
              if (name === "") setName(template.id);
            }}
          />
        </FormField>
      )}
      <FormField label="Policy name">
        <Input
          value={name}
          disabled={policy !== undefined}
          onChange={({ detail }) => setName(detail.value)}
          autoComplete="off"
        />
      </FormField>
      <DocumentField label="Policy document" value={document} onChange={setDocument} />
    </ChangeDialog>
  );
}
