// The steps as commands of the AWS CLI, for a shell: the id of the policy is kept from one to the next.

import { cliCommand } from "../../api/cli-command.js";
import { createdPolicyId, stepCall } from "./opt-out-step.js";
import type { OptOutStep } from "./opt-out-step.js";

export function optOutCommands(steps: readonly OptOutStep[], endpoint: string): string {
  return steps.map((step) => command(step, endpoint)).join("\n\n");
}

function command(step: OptOutStep, endpoint: string): string {
  const { service = "organizations", operation, input } = stepCall(step);
  const text = cliCommand(service, operation, input, endpoint);
  if (step.kind === "create-policy")
    return `POLICY_ID=$(${text} \\\n  --query Policy.PolicySummary.Id --output text)`;
  return text.replace(`--policy-id ${createdPolicyId}`, '--policy-id "$POLICY_ID"');
}
