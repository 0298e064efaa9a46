// Text with line numbers, and notes below the lines that they are about.

import Box from "@cloudscape-design/components/box";
import Icon from "@cloudscape-design/components/icon";
import type { Finding } from "@withhold/policy";
import type { ReactElement } from "react";

interface NumberedTextProps {
  /** What it is, for those who do not see it. */
  readonly label: string;
  readonly lines: readonly {
    readonly number: number;
    readonly text: string;
    readonly findings: readonly Finding[];
  }[];
}

export function NumberedText({ label, lines }: NumberedTextProps): ReactElement {
  return (
    <ol className="numbered-text" aria-label={label}>
      {lines.map(({ number, text, findings }) => (
        <li key={number}>
          <span className="numbered-text-number" aria-hidden="true">
            <Box variant="code" color="text-body-secondary">
              {number}
            </Box>
          </span>
          <div>
            <Box variant="code">
              <span className="numbered-text-line">{text === "" ? " " : text}</span>
            </Box>
            {findings.map((finding, index) => (
              <Note key={index} finding={finding} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

const icons = { error: "status-negative", warning: "status-warning", info: "status-info" } as const;
const words = { error: "Error", warning: "Warning", info: "Note" } as const;

function Note({ finding: { rule, severity, message, fix } }: { readonly finding: Finding }): ReactElement {
  return (
    <div className="numbered-text-note">
      <Box color={`text-status-${severity}`}>
        <Icon name={icons[severity]} ariaLabel={words[severity]} /> {message} ({rule})
        {fix !== undefined && `; to mend it: ${fix.what}`}
      </Box>
    </div>
  );
}
