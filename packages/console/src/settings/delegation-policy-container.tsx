// The delegation policy: shown, edited, deleted.

import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement } from "react";
import { ActionButton } from "../elements/action-button.js";
import { CopiedText } from "../elements/copied-text.js";
import { NumberedText } from "../elements/numbered-text.js";
import { contentText } from "../organization/content-lines.js";
import { ReadingFailure } from "../organization/reading-failure.js";
import { LoadingScreen } from "../shell/loading-screen.js";
import { DelegationPolicyForm } from "./delegation-policy-form.js";
import { DeleteDelegationDialog } from "./delete-delegation-dialog.js";
import { useDelegationPolicy } from "./use-delegation-policy.js";

export function DelegationPolicyContainer(): ReactElement {
  const { data, error } = useDelegationPolicy();
  const [open, setOpen] = useState<"edit" | "delete">();
  if (data === undefined)
    return error === null ? (
      <LoadingScreen what="Reading the delegation policy" />
    ) : (
      <ReadingFailure error={error} header="The delegation policy could not be read" />
    );
  const { Content: content = "", ResourcePolicySummary: { Arn: arn = "" } = {} } = data ?? {};
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Lets member accounts manage policies. They also need permission of their own to do so."
          actions={
            open === "edit" ? undefined : (
              <SpaceBetween direction="horizontal" size="xs">
                <ActionButton
                  operation="DeleteResourcePolicy"
                  because={data === null ? "There is none" : undefined}
                  onClick={() => setOpen("delete")}
                  ariaLabel="Delete delegation policy"
                >
                  Delete
                </ActionButton>
                <ActionButton
                  operation="PutResourcePolicy"
                  onClick={() => setOpen("edit")}
                  variant={data === null ? "primary" : "normal"}
                  ariaLabel={data === null ? "Create delegation policy" : "Edit delegation policy"}
                >
                  {data === null ? "Create" : "Edit"}
                </ActionButton>
              </SpaceBetween>
            )
          }
        >
          Delegation policy
        </Header>
      }
    >
      {open === "edit" ? (
        <DelegationPolicyForm
          initial={content === "" ? "" : contentText(content, "formatted")}
          onClose={() => setOpen(undefined)}
        />
      ) : data === null ? (
        <Box textAlign="center" color="text-body-secondary" padding={{ vertical: "s" }}>
          Only the management account may manage policies. Create a delegation policy to let others, too.
        </Box>
      ) : (
        <SpaceBetween size="s">
          <CopiedText text={arn} what="ARN" />
          <NumberedText
            label="Delegation policy content"
            lines={linesOf(contentText(content, "formatted"))}
          />
        </SpaceBetween>
      )}
      {open === "delete" && <DeleteDelegationDialog onClose={() => setOpen(undefined)} />}
    </Container>
  );
}

function linesOf(text: string): readonly { number: number; text: string; findings: readonly [] }[] {
  return text.split("\n").map((line, index) => ({ number: index + 1, text: line, findings: [] }));
}
