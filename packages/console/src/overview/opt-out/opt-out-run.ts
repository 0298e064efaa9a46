// Making the steps of opting out, one after the other; the first that fails stops it.

import {
  AttachPolicyCommand,
  CreatePolicyCommand,
  DescribePolicyCommand,
  DetachPolicyCommand,
  EnablePolicyTypeCommand,
  UpdatePolicyCommand,
} from "@aws-sdk/client-organizations";
import type {
  AttachPolicyCommandInput,
  CreatePolicyCommandInput,
  EnablePolicyTypeCommandInput,
  UpdatePolicyCommandInput,
} from "@aws-sdk/client-organizations";
import type { Api } from "../../api/api.js";
import { PartlyMade } from "../../api/partly-made.js";
import { stepCall } from "./opt-out-step.js";
import type { OptOutStep } from "./opt-out-step.js";

export type StepStatus = "waiting" | "working" | "done" | "failed";

/** The policy says something else than when the steps were planned. */
class PolicyChangedError extends Error {
  override readonly name = "PolicyChanged";

  constructor(policyName: string) {
    super(`somebody changed policy \`${policyName}\` meanwhile; look at the steps again, then go on`);
  }
}

/** Throws what the step that failed threw, as `PartlyMade` after others; `onStatus` has said which one that was. */
export async function runOptOut(
  api: Api,
  steps: readonly OptOutStep[],
  onStatus: (index: number, status: StepStatus) => void,
): Promise<void> {
  let created: string | undefined;
  for (const [index, step] of steps.entries()) {
    onStatus(index, "working");
    try {
      created = (await makeStep(api, step, created)) ?? created;
    } catch (error) {
      onStatus(index, "failed");
      throw index === 0 ? error : new PartlyMade(`made ${index} of ${steps.length} steps`, error);
    }
    onStatus(index, "done");
  }
}

/** The id of the policy, where the step creates one. */
async function makeStep(
  api: Api,
  step: OptOutStep,
  created: string | undefined,
): Promise<string | undefined> {
  const { input } = stepCall(step, created);
  switch (step.kind) {
    case "enable-type":
      await api.organizations((client) =>
        client.send(new EnablePolicyTypeCommand(input as EnablePolicyTypeCommandInput)),
      );
      return undefined;
    case "create-policy": {
      const { Policy: policy } = await api.organizations((client) =>
        client.send(new CreatePolicyCommand(input as CreatePolicyCommandInput)),
      );
      return policy?.PolicySummary?.Id;
    }
    case "update-policy": {
      const { Policy: now } = await api.organizations((client) =>
        client.send(new DescribePolicyCommand({ PolicyId: step.policyId })),
      );
      if (now?.Content !== step.before) throw new PolicyChangedError(step.policyName);
      await api.organizations((client) =>
        client.send(new UpdatePolicyCommand(input as UpdatePolicyCommandInput)),
      );
      return undefined;
    }
    case "attach-policy":
      await api.organizations((client) =>
        client.send(new AttachPolicyCommand(input as AttachPolicyCommandInput)),
      );
      return undefined;
    case "detach-policy":
      await api.organizations((client) =>
        client.send(new DetachPolicyCommand(input as AttachPolicyCommandInput)),
      );
      return undefined;
  }
}
