// The screen: create policy.

import type { ReactElement } from "react";
import { useParams } from "react-router";
import { CreatePolicyForm } from "../editor/create-policy-form.js";
import { policyTypeName } from "../editor/policy-type-name.js";
import { paths, typeOfSegment } from "../paths.js";
import { Page } from "../shell/page.js";

export function CreatePolicyPage(): ReactElement {
  const { type: segment = "" } = useParams();
  const type = typeOfSegment(segment);
  const name = policyTypeName(type);
  return (
    <Page title="Create policy" description={name} under={[{ text: name, href: paths.policies(type) }]}>
      <CreatePolicyForm key={type} type={type} />
    </Page>
  );
}
