// The visual editor: the default, the services in their columns, and what policies below may change.

import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { defaultEntry } from "@withhold/policy";
import type { Catalogue } from "@withhold/policy";
import type { ReactElement } from "react";
import { DefaultControl } from "./default-control.js";
import { LockControls } from "./lock-controls.js";
import { ServiceColumnsView } from "./service-columns-view.js";
import { serviceColumns } from "./service-columns.js";
import { readVisual } from "./visual-document.js";
import type { VisualDocument } from "./visual-document.js";
import type { VisualEdit } from "./visual-edit.js";

interface VisualEditorProps {
  readonly text: string;
  readonly catalogue: Catalogue;
  readonly onEdit: (edit: VisualEdit) => void;
  /** Begins anew; for a text that is blank. */
  readonly onBegin: () => void;
  readonly onShowJson: () => void;
}

export function VisualEditor({
  text,
  catalogue,
  onEdit,
  onBegin,
  onShowJson,
}: VisualEditorProps): ReactElement {
  const reading = readVisual(text);
  if (!reading.ok) {
    const isBlank = text.trim() === "";
    return (
      <Alert
        type={isBlank ? "info" : "error"}
        header={isBlank ? "The document is empty" : "The visual editor cannot show this document"}
        action={
          isBlank ? (
            <Button onClick={onBegin}>Begin a policy</Button>
          ) : (
            <Button onClick={onShowJson}>Mend it in the JSON tab</Button>
          )
        }
      >
        {isBlank
          ? "Nothing is written in the JSON tab."
          : `Line ${reading.line}, column ${reading.column}: ${reading.message}. The text is kept as it is.`}
      </Alert>
    );
  }
  const { document } = reading;
  return (
    <SpaceBetween size="l">
      <DefaultControl
        document={document}
        onChoose={(to) => onEdit({ kind: "move", keys: [defaultEntry], to })}
      />
      <KeptNote document={document} onShowJson={onShowJson} />
      <ServiceColumnsView
        columns={serviceColumns(document, catalogue)}
        onMove={(keys, to) => onEdit({ kind: "move", keys, to })}
      />
      <LockControls document={document} catalogue={catalogue} onEdit={onEdit} />
    </SpaceBetween>
  );
}

/** What the visual editor cannot show is said, and kept. */
function KeptNote({
  document: { entries, kept },
  onShowJson,
}: {
  readonly document: VisualDocument;
  readonly onShowJson: () => void;
}): ReactElement | null {
  const hidden = entries.flatMap((entry) => (entry.kind === "kept" ? [entry] : []));
  if (hidden.length === 0 && kept.length === 0) return null;
  return (
    <Alert
      type="info"
      header="Some of this policy is edited in the JSON tab"
      action={<Button onClick={onShowJson}>Show it</Button>}
    >
      {hidden.map(({ key, why }) => (
        <div key={key}>
          <Box variant="code">{key}</Box>: {why}
        </div>
      ))}
      {kept.map((key) => (
        <div key={key}>
          <Box variant="code">{key}</Box>
        </div>
      ))}
      <div>The visual editor keeps it as it is.</div>
    </Alert>
  );
}
