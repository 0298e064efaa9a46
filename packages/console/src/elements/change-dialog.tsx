// A dialog that makes one change: what will be done, the CLI command, the error if it fails; nothing typed is lost.

import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { ReactElement, ReactNode } from "react";
import type { ApiError } from "../api/api-error.js";
import { ErrorAlert } from "./error-alert.js";
import { ShowCli } from "./show-cli.js";
import type { CliCall } from "./show-cli.js";

interface ChangeDialogProps {
  readonly header: string;
  /** On the button that does it: `Attach policy`. */
  readonly action: string;
  readonly onSubmit: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly isMaking: boolean;
  readonly error: ApiError | undefined;
  /** The same by the AWS CLI. */
  readonly cli: readonly CliCall[];
  /** Why it cannot be submitted yet; undefined where it can. */
  readonly because?: string | undefined;
  /** Before what cannot be undone: the word or name to type. */
  readonly typeToConfirm?: string;
  readonly size?: "medium" | "large" | "max";
  readonly children: ReactNode;
}

/** Closes by itself when `onSubmit` gives something; with `useChange`, `make` gives undefined on failure. */
export function ChangeDialog(props: ChangeDialogProps): ReactElement {
  const { header, action, onSubmit, onClose, isMaking, error, cli, typeToConfirm, size = "medium" } = props;
  const [typed, setTyped] = useState("");
  const isConfirmed = typeToConfirm === undefined || typed === typeToConfirm;
  const because = props.because ?? (isConfirmed ? undefined : `Type ${typeToConfirm} first`);
  const submit = async (): Promise<void> => {
    if (because === undefined && (await onSubmit()) !== undefined) onClose();
  };
  const confirm = typeToConfirm !== undefined && (
    <FormField
      label={
        <>
          To confirm, type <b>{typeToConfirm}</b>
        </>
      }
    >
      <Input
        value={typed}
        onChange={({ detail }) => setTyped(detail.value)}
        placeholder={typeToConfirm}
        autoComplete="off"
      />
    </FormField>
  );
  return (
    <Modal
      visible
      header={header}
      size={size}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button
              variant="primary"
              loading={isMaking}
              disabled={because !== undefined}
              {...(because === undefined ? {} : { disabledReason: because })}
              onClick={() => void submit()}
            >
              {action}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <SpaceBetween size="m">
          {props.children}
          {confirm}
          <ErrorAlert
            error={error}
            header={error?.isPartial === true ? "Only a part was done" : "Nothing was changed"}
          />
          <ShowCli calls={cli} />
        </SpaceBetween>
      </form>
    </Modal>
  );
}
