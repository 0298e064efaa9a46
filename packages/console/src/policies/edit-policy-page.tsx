// The screen: edit policy.

import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useParams } from "react-router";
import { apiError } from "../api/api-error.js";
import { EditPolicyForm } from "../editor/edit-policy-form.js";
import { describePolicy } from "../editor/policy-changes.js";
import { policyTypeName } from "../editor/policy-type-name.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { ScreenLink } from "../elements/screen-link.js";
import { policiesKey } from "../organization/use-organization.js";
import { paths, typeOfSegment } from "../paths.js";
import { useApi } from "../session/session-context.js";
import { LoadingScreen } from "../shell/loading-screen.js";
import { Page } from "../shell/page.js";

export function EditPolicyPage(): ReactElement {
  const { type: segment = "", id = "" } = useParams();
  const type = typeOfSegment(segment);
  const api = useApi();
  // Read anew when the page is opened; the form keeps what it began with, and asks again before it saves.
  const { data: policy, error } = useQuery({
    queryKey: [...policiesKey, type, id],
    queryFn: async () => describePolicy(api, id),
    staleTime: 0,
    gcTime: 0,
  });
  const name = policyTypeName(type);
  return (
    <Page
      title={policy === undefined ? "Edit policy" : `Edit ${policy.name}`}
      description={name}
      under={[
        { text: name, href: paths.policies(type) },
        { text: policy?.name ?? id, href: paths.policy(type, id) },
      ]}
    >
      {policy === undefined && error === null && <LoadingScreen what="Reading the policy" />}
      {error !== null && policy === undefined && (
        <ErrorAlert error={apiError(error)} header="The policy could not be read">
          <ScreenLink to={paths.policies(type)}>Back to the list</ScreenLink>
        </ErrorAlert>
      )}
      {policy !== undefined && <EditPolicyForm key={id} policy={policy} />}
    </Page>
  );
}
