// The text of a policy, indented, to read and to copy.

import Box from "@cloudscape-design/components/box";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { formatPolicy } from "@withhold/policy";
import type { ReactElement } from "react";

/** Copied as it is written, not as it is shown. */
export function PolicyText({ text }: { readonly text: string }): ReactElement {
  const formatted = formatPolicy(text);
  return (
    <SpaceBetween size="xxs">
      <Box variant="pre">
        <code className="cli-command">{formatted.ok ? formatted.text.trimEnd() : text}</code>
      </Box>
      <CopyToClipboard
        copyButtonText="Copy policy"
        copySuccessText="Policy copied"
        copyErrorText="The policy could not be copied"
        textToCopy={text}
      />
    </SpaceBetween>
  );
}
