// Act one: from an account without an organization to one whose root is opted out.

import { expect } from "vitest";
import { InFile } from "../clients/client.js";
import { take } from "../clients/take.js";
import { effective, optOutDocument } from "./documents.js";
import type { Act } from "./run-journey.js";

const aiType = "AISERVICES_OPT_OUT_POLICY";

export const foundOrganization: Act = {
  title: "founding an organization",
  steps: [
    {
      name: "an account without an organization is told so",
      run: async (scene) =>
        scene.isRefused("DescribeOrganization", {}, { error: "AWSOrganizationsNotInUseException" }),
    },
    {
      name: "the caller's account becomes the management account",
      run: async (scene) => {
        const { Account, Arn, UserId } = take(await scene.client.identity());
        expect({ Arn, UserId }).toEqual({ Arn: `arn:aws:iam::${Account}:root`, UserId: Account });
        const { Organization } = await scene.does("CreateOrganization");
        expect(Organization).toMatchObject({ MasterAccountId: Account, FeatureSet: "ALL" });
        scene.keep("management", Account);
        scene.keep("organization", Organization?.Id);
      },
    },
    {
      name: "the organization and its root can be looked at",
      run: async (scene) => {
        const { Organization } = await scene.does("DescribeOrganization");
        expect(Organization?.Id).toBe(scene.id("organization"));
        const { Roots } = await scene.does("ListRoots");
        expect(Roots).toHaveLength(1);
        expect(Roots?.[0]?.PolicyTypes).toEqual([]);
        scene.keep("root", Roots?.[0]?.Id);
      },
    },
    {
      name: "a policy is made from a file before its type is enabled, and cannot be attached yet",
      run: async (scene) => {
        const Content = new InFile(optOutDocument({ default: "optOut" }));
        const made = { Type: aiType, Name: "Everything out", Description: "Für alle", Content };
        const { Policy } = await scene.does("CreatePolicy", made);
        expect(Policy?.PolicySummary).toMatchObject({
          Name: "Everything out",
          Description: "Für alle",
          Type: aiType,
        });
        const PolicyId = scene.keep("everything out", Policy?.PolicySummary?.Id);
        const attachment = { PolicyId, TargetId: scene.id("root") };
        await scene.isRefused("AttachPolicy", attachment, { error: "PolicyTypeNotEnabledException" });
      },
    },
    {
      name: "service control policies are enabled, and the one that allows everything is attached",
      run: async (scene) => {
        const type = { RootId: scene.id("root"), PolicyType: "SERVICE_CONTROL_POLICY" };
        const { Root } = await scene.does("EnablePolicyType", type);
        expect(Root?.PolicyTypes).toEqual([{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }]);
        const { Targets } = await scene.does("ListTargetsForPolicy", { PolicyId: "p-FullAWSAccess" });
        expect(Targets).toHaveLength(2);
      },
    },
    {
      name: "the type is enabled, once",
      run: async (scene) => {
        const type = { RootId: scene.id("root"), PolicyType: aiType };
        const { Root } = await scene.does("EnablePolicyType", type);
        expect(Root?.PolicyTypes).toContainEqual({ Type: aiType, Status: "ENABLED" });
        await scene.isRefused("EnablePolicyType", type, { error: "PolicyTypeAlreadyEnabledException" });
      },
    },
    {
      name: "attached to the root, the policy holds where none held before",
      run: async (scene) => {
        const TargetId = scene.id("management");
        const question = { PolicyType: aiType, TargetId };
        await scene.isRefused("DescribeEffectivePolicy", question, {
          error: "EffectivePolicyNotFoundException",
        });
        await scene.does("AttachPolicy", {
          PolicyId: scene.id("everything out"),
          TargetId: scene.id("root"),
        });
        expect(await scene.effectiveOf(TargetId)).toEqual(effective({ default: "optOut" }));
      },
    },
  ],
};
