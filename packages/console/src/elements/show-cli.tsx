// "Show CLI": the AWS CLI command that makes the same change, to copy.

import Box from "@cloudscape-design/components/box";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactElement } from "react";
import { cliCommand } from "../api/cli-command.js";
import type { AwsService } from "../api/cli-command.js";

export interface CliCall {
  readonly service?: AwsService;
  readonly operation: string;
  readonly input: object;
}

/** `commands`: where one takes something from what another answers. */
type ShowCliProps = { readonly calls: readonly CliCall[] } | { readonly commands: string };

/** Nothing where there is no call yet. */
export function ShowCli(props: ShowCliProps): ReactElement | null {
  const text =
    "commands" in props
      ? props.commands
      : props.calls
          .map(({ service = "organizations", operation, input }) =>
            cliCommand(service, operation, input, location.origin),
          )
          .join("\n\n");
  if (text === "") return null;
  return (
    <ExpandableSection headerText="Show CLI" variant="footer">
      <SpaceBetween size="xs">
        <Box variant="pre">
          <code className="cli-command">{text}</code>
        </Box>
        <CopyToClipboard
          copyButtonText="Copy"
          copySuccessText="Command copied"
          copyErrorText="The command could not be copied"
          textToCopy={text}
        />
      </SpaceBetween>
    </ExpandableSection>
  );
}
