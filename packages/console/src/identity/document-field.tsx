// A policy document of IAM, written as JSON.

import FormField from "@cloudscape-design/components/form-field";
import Textarea from "@cloudscape-design/components/textarea";
import type { ReactElement } from "react";
import { jsonProblem } from "./json-problem.js";

interface DocumentFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function DocumentField({ label, description, value, onChange }: DocumentFieldProps): ReactElement {
  const problem = value === "" ? undefined : jsonProblem(value);
  return (
    <FormField stretch label={label} description={description} errorText={problem}>
      <div className="document-field">
        <Textarea
          value={value}
          rows={Math.min(24, Math.max(10, value.split("\n").length + 1))}
          spellcheck={false}
          invalid={problem !== undefined}
          onChange={({ detail }) => onChange(detail.value)}
        />
      </div>
    </FormField>
  );
}
