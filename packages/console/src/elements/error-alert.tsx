// An error of the API: the cause in words, the code and the request id for whoever looks it up.

import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import type { ReactElement, ReactNode } from "react";
import { isAccessDenied } from "../api/api-error.js";
import type { ApiError } from "../api/api-error.js";

interface ErrorAlertProps {
  readonly error: ApiError | undefined;
  readonly header: string;
  /** What to do about it. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function ErrorAlert({ error, header, children, action }: ErrorAlertProps): ReactElement | null {
  if (error === undefined) return null;
  const { code, message, requestId } = error;
  return (
    <Alert type="error" header={header} action={action}>
      <div>{message}</div>
      {isAccessDenied(error) && <div>Ask whoever administers this account to allow it.</div>}
      {children}
      <Box variant="small" color="text-body-secondary">
        {code}
        {requestId !== undefined && ` · request ${requestId}`}
      </Box>
    </Alert>
  );
}
