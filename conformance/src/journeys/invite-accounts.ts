// Act one of accounts that join and leave: invitations, as both sides see them, to each of their ends.

import type { HandshakeState } from "@aws-sdk/client-organizations";
import { expect } from "vitest";
import { take } from "../clients/take.js";
import type { Input } from "../clients/client.js";
import type { Act } from "./run-journey.js";
import type { Scene } from "./scene.js";

const invalidTransition = { error: "InvalidHandshakeTransitionException" };

async function invite(scene: Scene, kept: string, input: Input): Promise<string> {
  const { Handshake } = await scene.does("InviteAccountToOrganization", input);
  expect(Handshake).toMatchObject({ Action: "INVITE", State: "OPEN" });
  return scene.keep(kept, Handshake?.Id);
}

/** Sender and recipient are shown the same, in this state. */
async function bothSee(sender: Scene, recipient: Scene, id: string, State: HandshakeState): Promise<void> {
  const handshake = { HandshakeId: id };
  const [sent, received] = await Promise.all([
    sender.does("DescribeHandshake", handshake),
    recipient.does("DescribeHandshake", handshake),
  ]);
  expect(sent.Handshake).toMatchObject({ Id: id, State });
  expect(received).toEqual(sent);
}

export const inviteAccounts: Act = {
  title: "invitations",
  steps: [
    {
      name: "an organization for consolidated billing alone has no policy types",
      run: async (scene) => {
        const { Organization } = await scene.does("CreateOrganization", {
          FeatureSet: "CONSOLIDATED_BILLING",
        });
        expect(Organization).toMatchObject({ FeatureSet: "CONSOLIDATED_BILLING" });
        scene.keep("organization", Organization?.Id);
        scene.keep("management", Organization?.MasterAccountId);
        const { Roots } = take(await scene.crew.call("ListRoots", {}));
        const RootId = scene.keep("root", Roots?.[0]?.Id);
        const type = { RootId, PolicyType: "AISERVICES_OPT_OUT_POLICY" };
        const unavailable = { error: "PolicyTypeNotAvailableForOrganizationException" };
        await scene.isRefused("EnablePolicyType", type, unavailable);
        const own = { AccountName: "Own", Email: "own@host.example" };
        const { CreateAccountStatus } = take(await scene.crew.call("CreateAccount", own));
        scene.keep("Own", CreateAccountStatus?.AccountId);
      },
    },
    {
      name: "who is invited by id sees it, from whom and why, and so does who invited",
      run: async (scene) => {
        const Target = { Type: "ACCOUNT", Id: scene.id("Ada") };
        const Tags = [{ Key: "team", Value: "Zoë" }];
        const id = await invite(scene, "Ada's", { Target, Tags, Notes: "Join us, bitte" });
        const ada = scene.as("Ada");
        await bothSee(scene, ada, id, "OPEN");
        const [received, sent] = await Promise.all([
          ada.does("ListHandshakesForAccount"),
          scene.does("ListHandshakesForOrganization", { Filter: { ActionType: "INVITE" } }),
        ]);
        expect(received.Handshakes?.map(({ Id }) => Id)).toEqual([id]);
        expect(sent).toEqual(received);
        const resources = received.Handshakes?.[0]?.Resources;
        expect(resources).toContainEqual({ Type: "NOTES", Value: "Join us, bitte" });
        expect(resources?.[0]?.Resources).toContainEqual({
          Type: "ORGANIZATION_FEATURE_SET",
          Value: "CONSOLIDATED_BILLING",
        });
      },
    },
    {
      name: "a second invitation is refused, and so is who has no say in the first",
      run: async (scene) => {
        const Target = { Type: "EMAIL", Id: scene.id("Ada's address") };
        const handshake = { HandshakeId: scene.id("Ada's") };
        await Promise.all([
          scene.isRefused(
            "InviteAccountToOrganization",
            { Target },
            { error: "DuplicateHandshakeException" },
          ),
          scene.isRefused("AcceptHandshake", handshake, { error: "AccessDeniedException" }),
          scene.as("Ada").isRefused("CancelHandshake", handshake, { error: "AccessDeniedException" }),
          scene.as("Bob").isRefused("DescribeHandshake", handshake, { error: "HandshakeNotFoundException" }),
        ]);
      },
    },
    {
      name: "who is invited by e-mail address declines, once and for all",
      run: async (scene) => {
        const bob = scene.as("Bob");
        const id = await invite(scene, "Bob's", {
          Target: { Type: "EMAIL", Id: scene.id("Bob's address") },
        });
        const { Handshake } = await bob.does("DeclineHandshake", { HandshakeId: id });
        expect(Handshake).toMatchObject({ Id: id, State: "DECLINED" });
        await bothSee(scene, bob, id, "DECLINED");
        const already = { error: "HandshakeAlreadyInStateException" };
        await bob.isRefused("DeclineHandshake", { HandshakeId: id }, already);
        await bob.isRefused("AcceptHandshake", { HandshakeId: id }, invalidTransition);
      },
    },
    {
      name: "an invitation that was taken back cannot be accepted",
      run: async (scene) => {
        const cy = scene.as("Cy");
        const id = await invite(scene, "Cy's", { Target: { Type: "ACCOUNT", Id: scene.id("Cy") } });
        const { Handshake } = await scene.does("CancelHandshake", { HandshakeId: id });
        expect(Handshake).toMatchObject({ Id: id, State: "CANCELED" });
        await bothSee(scene, cy, id, "CANCELED");
        await cy.isRefused("AcceptHandshake", { HandshakeId: id }, invalidTransition);
      },
    },
    {
      name: "one of sixteen days ago has expired, for both",
      run: async (scene) => {
        const [late, id] = [scene.as("Late"), scene.id("unanswered")];
        await bothSee(scene.as("Early"), late, id, "EXPIRED");
        await late.isRefused("AcceptHandshake", { HandshakeId: id }, invalidTransition);
      },
    },
    {
      name: "who accepts is a member at once, with the tags of the invitation",
      run: async (scene) => {
        const [ada, AccountId] = [scene.as("Ada"), scene.id("Ada")];
        const { Handshake } = await ada.does("AcceptHandshake", { HandshakeId: scene.id("Ada's") });
        expect(Handshake).toMatchObject({ State: "ACCEPTED" });
        const [{ Account }, { Tags }, { Organization }] = await Promise.all([
          scene.does("DescribeAccount", { AccountId }),
          scene.does("ListTagsForResource", { ResourceId: AccountId }),
          ada.does("DescribeOrganization"),
        ]);
        expect(Account).toMatchObject({ Id: AccountId, JoinedMethod: "INVITED", Status: "ACTIVE" });
        expect(Tags).toEqual([{ Key: "team", Value: "Zoë" }]);
        expect(Organization?.Id).toBe(scene.id("organization"));
        const again = { Target: { Type: "ACCOUNT", Id: AccountId } };
        await scene.isRefused("InviteAccountToOrganization", again, {
          error: "HandshakeConstraintViolationException",
          reason: "ALREADY_IN_AN_ORGANIZATION",
        });
      },
    },
  ],
};
