// How large the document is: as written and without white space, against what the API allows.

import Box from "@cloudscape-design/components/box";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { ReactElement } from "react";
import type { PolicySize } from "./policy-text.js";

const count = (characters: number): string => characters.toLocaleString("en");

export function DocumentSize({
  size: { written, minified, max },
}: {
  readonly size: PolicySize;
}): ReactElement {
  const short = minified === undefined ? "" : `, ${count(minified)} minified`;
  const text = `${count(written)}${max === undefined ? "" : ` of ${count(max)}`} characters${short}`;
  const isTooLarge = max !== undefined && written > max;
  const fitsMinified = isTooLarge && minified !== undefined && minified <= max;
  if (isTooLarge) {
    return (
      <StatusIndicator type={fitsMinified ? "warning" : "error"}>
        {text}
        {fitsMinified ? ": too large as written, and fits minified" : ": too large"}
      </StatusIndicator>
    );
  }
  return (
    <Box variant="small" color="text-body-secondary">
      {text}
    </Box>
  );
}
