// An ARN or id with a button that copies it.

import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import type { ReactElement } from "react";

interface CopiedTextProps {
  readonly text: string;
  /** What it is: `ARN`. */
  readonly what: string;
}

export function CopiedText({ text, what }: CopiedTextProps): ReactElement {
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={text}
      copyButtonAriaLabel={`Copy ${what}`}
      copySuccessText={`${what} copied`}
      copyErrorText={`${what} could not be copied`}
    />
  );
}
