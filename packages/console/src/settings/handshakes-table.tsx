// A table of handshakes with what one may do with the one that is selected.

import { useMemo, useState } from "react";
import type { ReactElement, ReactNode } from "react";
import Alert from "@cloudscape-design/components/alert";
import { apiError, isAccessDenied } from "../api/api-error.js";
import { ActionButton } from "../elements/action-button.js";
import { useAddressWord } from "../elements/address-state.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { ResourceTable } from "../elements/resource-table.js";
import { HandshakeDialog, handshakeAnswers } from "./handshake-dialog.js";
import type { HandshakeAnswer } from "./handshake-dialog.js";
import type { HandshakeRow } from "./handshake-row.js";
import { handshakesColumns, idOfHandshakeRow } from "./handshakes-columns.js";
import { useHandshakes } from "./use-handshakes.js";
import type { HandshakesOf } from "./use-handshakes.js";

interface HandshakesTableProps {
  readonly of: HandshakesOf;
  readonly title: string;
  readonly description: string;
  readonly empty: ReactNode;
  readonly answers: (row: HandshakeRow | undefined) => readonly HandshakeAnswer[];
  readonly actions?: ReactNode;
}

export function HandshakesTable(props: HandshakesTableProps): ReactElement {
  const { of, title, description, empty, answers, actions } = props;
  const { data, error } = useHandshakes(of);
  const [selectedId, select] = useAddressWord(`${of}-selected`);
  const [asked, setAsked] = useState<HandshakeAnswer>();
  const columns = useMemo(() => handshakesColumns(of), [of]);
  const selected = data?.find(({ id }) => id === selectedId);
  if (error !== null && data === undefined) return <Failure of={of} error={error} />;
  return (
    <>
      <ResourceTable
        noun={["handshake", "handshakes"]}
        name={`${of}-`}
        title={title}
        description={description}
        items={data ?? []}
        isLoading={data === undefined}
        idOf={idOfHandshakeRow}
        columns={columns}
        empty={empty}
        selection={{
          kind: "single",
          ids: selected === undefined ? [] : [selected.id],
          onChange: ([row]) => select(row?.id),
        }}
        actions={
          <>
            {answers(selected).map((answer) => (
              <ActionButton
                key={answer}
                operation={handshakeAnswers[answer].operation}
                {...(selected === undefined ? {} : { input: { HandshakeId: selected.id } })}
                because={whyNotAnswered(selected)}
                onClick={() => setAsked(answer)}
              >
                {handshakeAnswers[answer].verb}
              </ActionButton>
            ))}
            {actions}
          </>
        }
      />
      {asked !== undefined && selected !== undefined && (
        <HandshakeDialog answer={asked} row={selected} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}

function whyNotAnswered(row: HandshakeRow | undefined): string | undefined {
  if (row === undefined) return "Select a handshake first";
  return row.isOpen ? undefined : "It has ended";
}

interface FailureProps {
  readonly of: HandshakesOf;
  readonly error: unknown;
}

/** That an account sees nothing of an organization's invitations is no failure. */
function Failure({ of, error }: FailureProps): ReactElement {
  const said = apiError(error);
  if (of === "organization" && said.code === "AWSOrganizationsNotInUseException")
    return (
      <Alert type="info" header="This account is in no organization">
        Accept an invitation below to join one, or create your own on the overview.
      </Alert>
    );
  if (of === "organization" && isAccessDenied(said))
    return (
      <Alert type="info" header="Invitations of the organization are not shown">
        {said.message} ({said.code}). Sign in to the management account to see them.
      </Alert>
    );
  return <ErrorAlert error={said} header="The invitations could not be read" />;
}
