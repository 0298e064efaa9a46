// What is wrong or doubtful in the document, each with its place, its rule and, where there is one, its fix.

import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import type { Finding, Fix } from "@withhold/policy";
import type { ReactElement } from "react";

interface FindingsListProps {
  readonly findings: readonly Finding[];
  /** Said where there are none. */
  readonly none: string;
  readonly onGoTo: (finding: Finding) => void;
  readonly onFix: (fix: Fix) => void;
}

const severities = { error: "Error", warning: "Warning", info: "Note" } as const;

export function FindingsList({ findings, none, onGoTo, onFix }: FindingsListProps): ReactElement {
  if (findings.length === 0) return <StatusIndicator type="success">{none}</StatusIndicator>;
  return (
    <ul className="editor-findings" aria-label="Findings">
      {findings.map((finding) => {
        const { rule, severity, position, message, fix } = finding;
        const place = `Line ${position.line}, column ${position.column}`;
        return (
          <li key={`${rule} ${position.line} ${position.column} ${message}`}>
            <StatusIndicator type={severity}>{severities[severity]}</StatusIndicator>
            <Box>{message}</Box>
            <div>
              <Box variant="small" color="text-body-secondary" display="inline">
                <Button variant="inline-link" onClick={() => onGoTo(finding)} ariaLabel={`Go to ${place}`}>
                  {place}
                </Button>{" "}
                · rule <Box variant="code">{rule}</Box>
                {fix !== undefined && (
                  <>
                    {" · "}
                    <Button variant="inline-link" onClick={() => onFix(fix)}>
                      {`Fix: ${fix.what}`}
                    </Button>
                    {!fix.keepsMeaning && " (changes what the policy says)"}
                  </>
                )}
              </Box>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
