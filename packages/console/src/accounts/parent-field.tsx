// Choosing where something is to stand: the root or an OU.

import FormField from "@cloudscape-design/components/form-field";
import type { ReactElement } from "react";
import { NodePicker } from "../elements/node-picker.js";
import type { NodeRows } from "./node-rows.js";

interface ParentFieldProps {
  readonly label: string;
  readonly rows: NodeRows;
  readonly parentId: string | undefined;
  readonly onChange: (parentId: string) => void;
}

const kinds = ["root", "unit"] as const;

export function ParentField({ label, rows, parentId, onChange }: ParentFieldProps): ReactElement {
  const parent = parentId === undefined ? undefined : rows.byId.get(parentId);
  return (
    <FormField
      label={label}
      stretch
      description={parent && [parent.path, parent.name].join(" / ").replace(/^ \/ /, "")}
    >
      <NodePicker
        label={label}
        kinds={kinds}
        selectionType="single"
        selected={parentId === undefined ? [] : [{ id: parentId }]}
        onChange={([chosen]) => chosen !== undefined && onChange(chosen.id)}
      />
    </FormField>
  );
}
