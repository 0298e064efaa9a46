// The form that creates or edits a policy: details and document, and beside them what it would do.

import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Finding } from "@withhold/policy";
import { useCallback, useState } from "react";
import type { ReactElement, ReactNode } from "react";
import type { ApiError } from "../api/api-error.js";
import { ActionButton } from "../elements/action-button.js";
import { useAddressWord } from "../elements/address-state.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { useFollow } from "../elements/follow.js";
import { ShowCli } from "../elements/show-cli.js";
import type { CliCall } from "../elements/show-cli.js";
import { DetailsForm } from "./details-form.js";
import type { DocumentHistory } from "./document-history.js";
import "./editor.css";
import { editorTokens } from "./editor-tokens.js";
import type { JsonPlace } from "./json-editor.js";
import { firstObstacle, minifiedText } from "./policy-text.js";
import type { PolicyDetails } from "./policy-details.js";
import { PolicyDocument } from "./policy-document.js";

interface PolicyFormProps {
  readonly type: string;
  readonly details: PolicyDetails;
  readonly onDetails: (details: PolicyDetails) => void;
  readonly document: DocumentHistory;
  readonly findings: readonly Finding[];
  readonly onDocument: (change: (before: DocumentHistory) => DocumentHistory) => void;
  readonly isMinified: boolean;
  readonly onMinified: (isMinified: boolean) => void;
  /** Tags, for a new policy. */
  readonly tags?: ReactNode;
  /** Above the buttons: attach too, confirm what is deleted. */
  readonly choices?: ReactNode;
  /** What it would do; absent where nothing can be computed. */
  readonly panel: ReactElement | undefined;
  readonly notice?: ReactNode;
  /** On the button that saves. */
  readonly action: string;
  readonly operation: string;
  readonly operationInput: object;
  readonly onSave: () => void;
  readonly isSaving: boolean;
  readonly error: ApiError | undefined;
  /** Why it cannot be saved yet. */
  readonly because: string | undefined;
  readonly cli: readonly CliCall[];
  /** The screen that cancelling goes back to. */
  readonly back: string;
}

export function PolicyForm(props: PolicyFormProps): ReactElement {
  const { type, details, document, findings, error, because, isMinified } = props;
  const { hrefOf, onFollow } = useFollow();
  const [, setTab] = useAddressWord("tab");
  const [place, setPlace] = useState<JsonPlace>();
  const obstacle = firstObstacle(findings);
  const goTo = useCallback(
    ({ position }: Finding): void => {
      setTab("json");
      setPlace({ position });
    },
    [setTab],
  );
  const nameError = error?.code === "DuplicatePolicyException" ? error.message : undefined;
  const canMinify = minifiedText(document.text) !== undefined;
  return (
    <div
      style={editorTokens}
      className={props.panel === undefined ? "editor-page" : "editor-page editor-page-beside"}
    >
      <SpaceBetween size="l">
        {props.notice}
        <DetailsForm details={details} onChange={props.onDetails} nameError={nameError}>
          {props.tags}
        </DetailsForm>
        <PolicyDocument
          type={type}
          document={document}
          findings={findings}
          onChange={props.onDocument}
          place={place}
          onGoTo={goTo}
        />
      </SpaceBetween>
      {props.panel !== undefined && <div className="editor-page-panel">{props.panel}</div>}
      <SpaceBetween size="m">
        <Checkbox
          checked={isMinified && canMinify}
          disabled={!canMinify}
          onChange={({ detail }) => props.onMinified(detail.checked)}
          description="As the AWS console stores it; otherwise the text is stored as it is written here"
        >
          Store without white space
        </Checkbox>
        {props.choices}
        <ErrorAlert error={error} header="Not saved; nothing that you typed is lost" />
        {because !== undefined && (
          <Box color="text-body-secondary" textAlign="right">
            {because}
            {obstacle !== undefined && (
              <>
                {" "}
                <Button variant="inline-link" onClick={() => goTo(obstacle)}>
                  Go to the first error
                </Button>
              </>
            )}
          </Box>
        )}
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" href={hrefOf(props.back)} onFollow={onFollow}>
              Cancel
            </Button>
            <ActionButton
              operation={props.operation}
              input={props.operationInput}
              variant="primary"
              because={because}
              loading={props.isSaving}
              onClick={props.onSave}
            >
              {props.action}
            </ActionButton>
          </SpaceBetween>
        </Box>
        <ShowCli calls={props.cli} />
      </SpaceBetween>
    </div>
  );
}
