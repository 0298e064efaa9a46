// The screen: edit policy.

import type { PolicyType } from "@aws-sdk/client-organizations";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useParams } from "react-router";
import { EditPolicyForm } from "../editor/edit-policy-form.js";
import { describePolicy } from "../editor/policy-changes.js";
import { ReadingFailure } from "../organization/reading-failure.js";
import { policiesKey } from "../organization/use-organization.js";
import { paths, typeOfSegment } from "../paths.js";
import { useApi } from "../session/session-context.js";
import { LoadingScreen } from "../shell/loading-screen.js";
import { NotFoundPage } from "../shell/not-found-page.js";
import { Page } from "../shell/page.js";
import { policyTypeFacts } from "../organization/policy-type-facts.js";

export function EditPolicyPage(): ReactElement {
  const { type: segment = "", id = "" } = useParams();
  const facts = policyTypeFacts(typeOfSegment(segment));
  return facts === undefined ? (
    <NotFoundPage />
  ) : (
    <EditPolicy key={id} id={id} type={facts.type} typeName={facts.name} />
  );
}

interface EditPolicyProps {
  readonly id: string;
  readonly type: PolicyType;
  readonly typeName: string;
}

function EditPolicy({ id, type, typeName }: EditPolicyProps): ReactElement {
  const api = useApi();
  // Read anew when the page is opened; the form keeps what it began with, and asks again before it saves.
  const { data: policy, error } = useQuery({
    queryKey: [...policiesKey, "edited", id],
    queryFn: async () => describePolicy(api, id),
    staleTime: 0,
    gcTime: 0,
  });
  const under = [
    { text: "Policies", href: paths.policyTypes },
    { text: typeName, href: paths.policies(type) },
    { text: policy?.name ?? id, href: paths.policy(type, id) },
  ];
  return (
    <Page title={policy === undefined ? "Edit policy" : `Edit ${policy.name}`} under={under}>
      {policy === undefined && error === null && <LoadingScreen what="Reading the policy" />}
      {policy === undefined && error !== null && (
        <ReadingFailure error={error} header="The policy could not be read" />
      )}
      {policy !== undefined && <EditPolicyForm policy={policy} type={type} />}
    </Page>
  );
}
