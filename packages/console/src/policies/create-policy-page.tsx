// The screen: create policy.

import type { ReactElement } from "react";
import { useParams } from "react-router";
import { CreatePolicyForm } from "../editor/create-policy-form.js";
import { paths, typeOfSegment } from "../paths.js";
import { NotFoundPage } from "../shell/not-found-page.js";
import { Page } from "../shell/page.js";
import { policyTypeFacts } from "../organization/policy-type-facts.js";

export function CreatePolicyPage(): ReactElement {
  const { type: segment = "" } = useParams();
  const facts = policyTypeFacts(typeOfSegment(segment));
  if (facts === undefined) return <NotFoundPage />;
  const { type, name, purpose } = facts;
  const under = [
    { text: "Policies", href: paths.policyTypes },
    { text: name, href: paths.policies(type) },
  ];
  return (
    <Page title="Create policy" description={`${name}. ${purpose}`} under={under}>
      <CreatePolicyForm key={type} type={type} />
    </Page>
  );
}
