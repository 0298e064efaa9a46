// Around screens that need the organization: progress while it is read, and what to do where there is none.

import type { ReactElement, ReactNode } from "react";
import { LoadingScreen } from "../shell/loading-screen.js";
import { ReadingFailure } from "./reading-failure.js";
import { useOrganization, useTreeProgress } from "./use-organization.js";
import type { EvaluatedOrganization } from "./use-organization.js";

interface OrganizationGateProps {
  readonly children: (organization: EvaluatedOrganization) => ReactNode;
}

export function OrganizationGate({ children }: OrganizationGateProps): ReactNode {
  const { organization, error } = useOrganization();
  if (organization !== undefined) return children(organization);
  if (error === undefined) return <Reading />;
  return <ReadingFailure error={error} header="The organization could not be read" />;
}

function Reading(): ReactElement {
  const progress = useTreeProgress();
  const found =
    progress === undefined ? "" : `: ${progress.accounts} accounts in ${progress.units} OUs so far`;
  return <LoadingScreen what={`Reading the organization${found}`} />;
}
