// What of the organization could not be read, and why; where there is none, how to create it.

import { Suspense, lazy } from "react";
import type { ReactElement } from "react";
import { apiError } from "../api/api-error.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { LoadingScreen } from "../shell/loading-screen.js";

/** Hardly anybody sees it, and the first screen does without. */
const NoOrganization = lazy(async () => ({
  default: (await import("./no-organization.js")).NoOrganization,
}));

interface ReadingFailureProps {
  readonly error: unknown;
  readonly header: string;
}

export function ReadingFailure({ error, header }: ReadingFailureProps): ReactElement {
  const said = apiError(error);
  if (said.code === "AWSOrganizationsNotInUseException") {
    return (
      <Suspense fallback={<LoadingScreen />}>
        <NoOrganization />
      </Suspense>
    );
  }
  return <ErrorAlert error={said} header={header} />;
}
