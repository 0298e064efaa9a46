// The default: what holds for every service without an entry of its own, those of the future included.

import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import { defaultEntry } from "@withhold/policy";
import { useId } from "react";
import type { ReactElement } from "react";
import { defaultChoice } from "./visual-document.js";
import type { EntryChoice, VisualDocument } from "./visual-document.js";

interface DefaultControlProps {
  readonly document: VisualDocument;
  readonly onChoose: (choice: EntryChoice | "none") => void;
}

const meanings: Readonly<Record<EntryChoice | "none", string>> = {
  optOut: "Every service is opted out unless it is moved to opted in, and so is each that AWS adds later",
  optIn:
    "Every service is opted in unless it is moved to opted out: the content of those to come may be used too",
  none: "Only services that are moved have a choice; those that AWS adds later have none, and AWS may use their content",
};

export function DefaultControl({ document, onChoose }: DefaultControlProps): ReactElement {
  const labelId = useId();
  const entry = document.entries.find(({ key }) => key === defaultEntry);
  const chosen = defaultChoice(document) ?? "none";
  const isKept = entry?.kind === "kept";
  return (
    <FormField
      label={<span id={labelId}>Default for all present and future services</span>}
      description={isKept ? `This entry is edited in the JSON tab: ${entry.why}` : meanings[chosen]}
      stretch
    >
      {isKept ? (
        <Box color="text-status-inactive">Not shown here</Box>
      ) : (
        <SegmentedControl
          ariaLabelledby={labelId}
          selectedId={chosen}
          onChange={({ detail }) => {
            const to = detail.selectedId;
            if (to === "optOut" || to === "optIn" || to === "none") onChoose(to);
          }}
          options={[
            { id: "optOut", text: "Opted out" },
            { id: "optIn", text: "Opted in" },
            { id: "none", text: "Not set" },
          ]}
        />
      )}
    </FormField>
  );
}
