// JSON to read and to copy.

import Box from "@cloudscape-design/components/box";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactElement } from "react";

interface JsonTextProps {
  readonly text: string;
  /** What it is: `effective policy`. */
  readonly what: string;
}

export function JsonText({ text, what }: JsonTextProps): ReactElement {
  const shown = indented(text);
  return (
    <SpaceBetween size="xxs">
      <CopyToClipboard
        copyButtonText={`Copy ${what}`}
        copySuccessText="Copied"
        copyErrorText="It could not be copied"
        textToCopy={shown}
      />
      <Box variant="pre">
        <code className="json-text">{shown}</code>
      </Box>
    </SpaceBetween>
  );
}

function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
