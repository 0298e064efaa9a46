// Which way to close it, where the lock alone does not, or a policy at the root could be changed instead.

import Alert from "@cloudscape-design/components/alert";
import FormField from "@cloudscape-design/components/form-field";
import RadioGroup from "@cloudscape-design/components/radio-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactElement } from "react";
import { ScreenLink } from "../../elements/screen-link.js";
import { servicesText } from "../../organization/impact.js";
import { aiOptOutType, paths } from "../../paths.js";
import type { Hindrance, OptOutPlan, OptOutWay } from "./opt-out-plan.js";

const namesMax = 5;

interface WayChoiceProps {
  readonly plans: readonly OptOutPlan[];
  readonly chosen: OptOutWay;
  readonly onChoose: (way: OptOutWay) => void;
  readonly hindrances: readonly Hindrance[];
  readonly refusals: readonly string[];
}

export function WayChoice({ plans, chosen, onChoose, hindrances, refusals }: WayChoiceProps): ReactElement {
  return (
    <SpaceBetween size="m">
      {hindrances.length > 0 && (
        <Alert type="warning" header="A policy at the root keeps the lock from closing">
          <ul>
            {hindrances.map((hindrance) => (
              <li key={hindrance.policy.id}>
                <ScreenLink to={paths.policy(aiOptOutType, hindrance.policy.id)}>
                  {hindrance.policy.name}
                </ScreenLink>
                {why(hindrance)}
              </li>
            ))}
          </ul>
          Of policies at one place the first attached wins, and a lock binds only what stands below it.
        </Alert>
      )}
      {refusals.length > 0 && (
        <Alert type="info" header="The lock cannot simply be attached">
          {refusals.map((refusal) => (
            <div key={refusal}>{refusal}.</div>
          ))}
        </Alert>
      )}
      {plans.length > 1 && (
        <FormField
          label="How to close it"
          description="Each way was evaluated: after it nobody below the root can opt in"
        >
          <RadioGroup
            value={chosen}
            items={plans.map((plan) => ({ value: plan.way, ...wayWords(plan) }))}
            onChange={({ detail }) => {
              const plan = plans.find(({ way }) => way === detail.value);
              if (plan !== undefined) onChoose(plan.way);
            }}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}

function why({ services, isUnread }: Hindrance): string {
  if (isUnread) return " could not be read, so that nobody knows what it says.";
  return ` says something of its own for ${servicesText(services, namesMax)}.`;
}

function wayWords({ way, steps }: OptOutPlan): { readonly label: string; readonly description: string } {
  const names = steps.flatMap((step) =>
    step.kind === "update-policy" || step.kind === "detach-policy" ? [step.policyName] : [],
  );
  switch (way) {
    case "lock":
      return {
        label: "Attach a policy that locks everything",
        description: "What is attached already stays as it is",
      };
    case "mend":
      return {
        label: `Change policy ${names.join(", ")}`,
        description: "The smallest change to what is attached to the root already",
      };
    case "replace":
      return {
        label: `Attach a policy that locks everything in place of ${names.join(", ")}`,
        description: "What is detached stays, attached to nothing at the root",
      };
  }
}
