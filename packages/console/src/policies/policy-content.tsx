// The content of a policy: its JSON with line numbers, and what is wrong or doubtful at its lines.

import Box from "@cloudscape-design/components/box";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useMemo } from "react";
import type { ReactElement } from "react";
import { useAddressWord } from "../elements/address-state.js";
import { NumberedText } from "../elements/numbered-text.js";
import { counted } from "../organization/impact.js";
import { aiOptOutType } from "../paths.js";
import { contentLines, contentText } from "../organization/content-lines.js";
import type { ContentForm, ContentLine } from "../organization/content-lines.js";

interface PolicyContentProps {
  readonly type: string;
  readonly content: string;
}

export function PolicyContent({ type, content }: PolicyContentProps): ReactElement {
  const [word, setWord] = useAddressWord("form");
  const form: ContentForm = word === "stored" ? "stored" : "formatted";
  const lines = useMemo(() => contentLines(content, form, type), [content, form, type]);
  return (
    <SpaceBetween size="m">
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <SegmentedControl
          label="Form of the content"
          selectedId={form}
          options={[
            { id: "formatted", text: "Formatted" },
            { id: "stored", text: "As stored" },
          ]}
          onChange={({ detail }) => setWord(detail.selectedId === "stored" ? "stored" : undefined)}
        />
        <CopyToClipboard
          copyButtonText="Copy"
          copyButtonAriaLabel="Copy content"
          copySuccessText="Content copied"
          copyErrorText="The content could not be copied"
          textToCopy={contentText(content, form)}
        />
        <Verdict type={type} lines={lines} />
      </SpaceBetween>
      <NumberedText label="Policy content" lines={lines} />
    </SpaceBetween>
  );
}

function Verdict({
  type,
  lines,
}: {
  readonly type: string;
  readonly lines: readonly ContentLine[];
}): ReactElement | null {
  const findings = lines.flatMap((line) => line.findings);
  if (findings.length > 0) {
    const isWrong = findings.some(({ severity }) => severity === "error");
    const isDoubtful = findings.some(({ severity }) => severity === "warning");
    return (
      <StatusIndicator type={isWrong ? "error" : isDoubtful ? "warning" : "info"}>
        {counted(findings.length, ["finding", "findings"])}
      </StatusIndicator>
    );
  }
  return type === aiOptOutType ? (
    <StatusIndicator type="success">No findings</StatusIndicator>
  ) : (
    <Box color="text-body-secondary">Doubtful content is found in AI services opt-out policies only</Box>
  );
}
