// Act seven: policies are detached and deleted, the type disabled, and nothing holds any more.

import { expect } from "vitest";
import { take } from "../clients/take.js";
import { effective } from "./documents.js";
import type { Act } from "./run-journey.js";

const aiType = "AISERVICES_OPT_OUT_POLICY";

export const windDown: Act = {
  title: "winding down",
  steps: [
    {
      name: "with the root policy detached, the exceptions alone are left",
      run: async (scene) => {
        await scene.does("DetachPolicy", {
          PolicyId: scene.id("everything out"),
          TargetId: scene.id("root"),
        });
        const own = effective({ transcribe: "optOut", polly: "optIn" });
        expect(await scene.effectiveOf(scene.id("Lab"))).toEqual(own);
        const question = { PolicyType: aiType, TargetId: scene.id("Payments") };
        await scene.isRefused("DescribeEffectivePolicy", question, {
          error: "EffectivePolicyNotFoundException",
        });
      },
    },
    {
      name: "a detached policy is deleted for good",
      run: async (scene) => {
        const policy = { PolicyId: scene.id("everything out") };
        await scene.does("DeletePolicy", policy);
        await scene.isRefused("DescribePolicy", policy, { error: "PolicyNotFoundException" });
      },
    },
    {
      name: "disabling the type detaches everything; enabling it again brings nothing back",
      run: async (scene) => {
        const type = { RootId: scene.id("root"), PolicyType: aiType };
        const { Root } = await scene.does("DisablePolicyType", type);
        expect(Root?.PolicyTypes).not.toContainEqual(expect.objectContaining({ Type: aiType }));
        const question = { PolicyType: aiType, TargetId: scene.id("Lab") };
        const nothing = { error: "EffectivePolicyNotFoundException" };
        await scene.isRefused("DescribeEffectivePolicy", question, nothing);
        take(await scene.crew.call("EnablePolicyType", type));
        await scene.isRefused("DescribeEffectivePolicy", question, nothing);
        take(await scene.crew.call("DescribePolicy", { PolicyId: scene.id("Lab its own way") }));
      },
    },
  ],
};
