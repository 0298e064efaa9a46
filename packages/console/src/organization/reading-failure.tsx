// What of the organization could not be read, and why; where there is none, how to create it.

import type { ReactElement } from "react";
import { apiError } from "../api/api-error.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { NoOrganization } from "./no-organization.js";

interface ReadingFailureProps {
  readonly error: unknown;
  readonly header: string;
}

export function ReadingFailure({ error, header }: ReadingFailureProps): ReactElement {
  const said = apiError(error);
  if (said.code === "AWSOrganizationsNotInUseException") return <NoOrganization />;
  return <ErrorAlert error={said} header={header} />;
}
