// Two people edited one policy: what the other one saved, the difference, and what to do about it.

import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Suspense, lazy } from "react";
import type { ReactElement } from "react";
import { LoadingScreen } from "../shell/loading-screen.js";
import type { StoredPolicy } from "./policy-changes.js";
import { indentedText } from "./policy-text.js";

const TextDifference = lazy(async () => ({
  default: (await import("./text-difference.js")).TextDifference,
}));

interface ConflictDialogProps {
  readonly theirs: StoredPolicy;
  readonly mine: StoredPolicy;
  readonly isSaving: boolean;
  readonly onOverwrite: () => void;
  readonly onTake: () => void;
  readonly onClose: () => void;
}

export function ConflictDialog(props: ConflictDialogProps): ReactElement {
  const { theirs, mine, isSaving, onOverwrite, onTake, onClose } = props;
  return (
    <Modal
      visible
      size="max"
      header="Somebody else changed this policy"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Go on editing
            </Button>
            <Button onClick={onTake}>Take theirs, drop mine</Button>
            <Button variant="primary" loading={isSaving} onClick={onOverwrite}>
              Overwrite theirs with mine
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box>
          It was saved after you opened it here. Nothing is overwritten yet. Removed lines are theirs, added
          lines are yours.
        </Box>
        <Field what="Name" theirs={theirs.name} mine={mine.name} />
        <Field what="Description" theirs={theirs.description} mine={mine.description} />
        <Documents theirs={theirs.content} mine={mine.content} />
      </SpaceBetween>
    </Modal>
  );
}

function Field({
  what,
  theirs,
  mine,
}: {
  readonly what: string;
  readonly theirs: string;
  readonly mine: string;
}): ReactElement | null {
  if (theirs === mine) return null;
  return (
    <div>
      <Box variant="awsui-key-label">{what}</Box>
      <div>Theirs: {theirs === "" ? "–" : theirs}</div>
      <div>Yours: {mine === "" ? "–" : mine}</div>
    </div>
  );
}

/** White space is no difference that matters here. */
function Documents({ theirs, mine }: { readonly theirs: string; readonly mine: string }): ReactElement {
  const [said, wanted] = [indentedText(theirs) ?? theirs, indentedText(mine) ?? mine];
  if (said === wanted) {
    return (
      <Box color="text-body-secondary">
        {theirs === mine ? "The documents are the same." : "The documents differ in white space only."}
      </Box>
    );
  }
  return (
    <Suspense fallback={<LoadingScreen what="Comparing" />}>
      <TextDifference theirs={said} mine={wanted} />
    </Suspense>
  );
}
