// The fields of a policy beside its document: name, description and, for a new one, tags.

import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import type { ReactElement, ReactNode } from "react";
import { descriptionMax, descriptionProblem, nameMax, nameProblem } from "./policy-details.js";
import type { PolicyDetails } from "./policy-details.js";

interface DetailsFormProps {
  readonly details: PolicyDetails;
  readonly onChange: (details: PolicyDetails) => void;
  /** What the API said about the name. */
  readonly nameError: string | undefined;
  readonly children?: ReactNode;
}

export function DetailsForm(props: DetailsFormProps): ReactElement {
  const { details, onChange, nameError, children } = props;
  const [isLeft, setIsLeft] = useState(false);
  const problem = details.name === "" && !isLeft ? undefined : nameProblem(details);
  return (
    <Container header={<Header variant="h2">Details</Header>}>
      <SpaceBetween size="m">
        <FormField
          label="Policy name"
          constraintText={`1 to ${nameMax} characters; no other policy of this type has the name`}
          errorText={nameError ?? problem}
        >
          <Input
            value={details.name}
            onChange={({ detail }) => onChange({ ...details, name: detail.value })}
            onBlur={() => setIsLeft(true)}
            autoComplete={false}
            ariaRequired
          />
        </FormField>
        <FormField
          label={
            <>
              Policy description <i>- optional</i>
            </>
          }
          constraintText={`Up to ${descriptionMax} characters`}
          errorText={descriptionProblem(details)}
        >
          <Textarea
            value={details.description}
            onChange={({ detail }) => onChange({ ...details, description: detail.value })}
            rows={2}
          />
        </FormField>
        {children}
      </SpaceBetween>
    </Container>
  );
}
