// The screen of one policy: its facts, its content, what it is attached to, its tags.

import type { Policy } from "@aws-sdk/client-organizations";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { useState } from "react";
import type { ReactElement } from "react";
import { Navigate, useNavigate, useParams } from "react-router";
import { TagsTab } from "../tags/tags-tab.js";
import { apiError } from "../api/api-error.js";
import { ActionButton } from "../elements/action-button.js";
import { useAddressWord } from "../elements/address-state.js";
import { ErrorAlert } from "../elements/error-alert.js";
import { ScreenLink } from "../elements/screen-link.js";
import { paths, typeOfSegment } from "../paths.js";
import { LoadingScreen } from "../shell/loading-screen.js";
import { NotFoundPage } from "../shell/not-found-page.js";
import { Page } from "../shell/page.js";
import { DeletePolicyDialog } from "./delete-policy-dialog.js";
import { PolicyContent } from "./policy-content.js";
import { PolicyDetails } from "./policy-details.js";
import { policyTypeFacts } from "../organization/policy-type-facts.js";
import type { PolicyTypeFacts } from "../organization/policy-type-facts.js";
import { TargetsTab } from "./targets-tab.js";
import { usePolicy, usePolicyTargets } from "./use-policy.js";
import { whyNotChanged } from "./why-not-changed.js";

/** What the API says of an id that is none, or of a policy that is gone. */
const unknownCodes: ReadonlySet<string> = new Set([
  "PolicyNotFoundException",
  "InvalidInputException",
  "ValidationException",
]);

export function PolicyPage(): ReactElement {
  const { type: name = "", id = "" } = useParams();
  const facts = policyTypeFacts(typeOfSegment(name));
  return facts === undefined ? <NotFoundPage /> : <PolicyById key={id} facts={facts} id={id} />;
}

function PolicyById({ facts, id }: { readonly facts: PolicyTypeFacts; readonly id: string }): ReactElement {
  const { data: policy, error } = usePolicy(id);
  const [tab] = useAddressWord("tab");
  const under = [
    { text: "Policies", href: paths.policyTypes },
    { text: facts.name, href: paths.policies(facts.type) },
  ];
  const said = error === null ? undefined : apiError(error);
  if (said !== undefined && unknownCodes.has(said.code))
    return (
      <Page title="There is no such policy" under={under}>
        <Box>
          No policy has the id {id} ({said.code}); it may have been deleted. See all{" "}
          <ScreenLink to={paths.policies(facts.type)}>{facts.name}</ScreenLink>.
        </Box>
      </Page>
    );
  if (policy !== undefined) {
    const { PolicySummary: { Type: type = facts.type } = {} } = policy;
    return type === facts.type ? (
      <Shown facts={facts} policy={policy} under={under} />
    ) : (
      <Navigate to={paths.policy(type, id, tab)} replace />
    );
  }
  return (
    <Page title={id} under={under}>
      {said === undefined ? (
        <LoadingScreen what="Reading the policy" />
      ) : (
        <ErrorAlert error={said} header="The policy could not be read" />
      )}
    </Page>
  );
}

interface ShownProps {
  readonly facts: PolicyTypeFacts;
  readonly policy: Policy;
  readonly under: readonly { readonly text: string; readonly href: string }[];
}

function Shown({ facts: { type }, policy, under }: ShownProps): ReactElement {
  const { PolicySummary: summary = {}, Content: content = "" } = policy;
  const { Id: id = "", Name: name = id } = summary;
  const targets = usePolicyTargets(id);
  const navigate = useNavigate();
  const [tab, setTab] = useAddressWord("tab");
  const [isDeleting, setIsDeleting] = useState(false);
  const count = targets.data?.length;
  const tabs = [
    { id: "content", label: "Content", content: <PolicyContent type={type} content={content} /> },
    {
      id: "targets",
      label: count === undefined ? "Targets" : `Targets (${count})`,
      content: <TargetsTab summary={summary} type={type} />,
    },
    {
      id: "tags",
      label: "Tags",
      content: (
        <TagsTab
          node={{ id, name }}
          because={
            summary.AwsManaged === true ? "AWS manages this policy, so that it cannot be tagged" : undefined
          }
        />
      ),
    },
  ];
  return (
    <Page
      title={name}
      under={under}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <ActionButton
            operation="UpdatePolicy"
            input={{ PolicyId: id }}
            because={whyNotChanged(summary, "edited")}
            to={paths.editPolicy(type, id)}
          >
            Edit
          </ActionButton>
          <ActionButton
            operation="DeletePolicy"
            input={{ PolicyId: id }}
            because={whyNotChanged(summary, "deleted")}
            onClick={() => setIsDeleting(true)}
          >
            Delete
          </ActionButton>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <PolicyDetails summary={summary} type={type} content={content} />
        <Tabs
          variant="container"
          tabs={tabs}
          activeTabId={tabs.some((one) => one.id === tab) ? (tab ?? "content") : "content"}
          onChange={({ detail }) => setTab(detail.activeTabId === "content" ? undefined : detail.activeTabId)}
        />
      </SpaceBetween>
      {isDeleting && (
        <DeletePolicyDialog
          policy={summary}
          type={type}
          targets={count}
          onClose={() => setIsDeleting(false)}
          onDeleted={() => void navigate(paths.policies(type), { replace: true })}
        />
      )}
    </Page>
  );
}
