// Act two of accounts that join and leave: from consolidated billing to all features, which every invited account has to approve.

import { expect } from "vitest";
import { take } from "../clients/take.js";
import type { Act } from "./run-journey.js";
import type { Scene } from "./scene.js";

const approvals = { Filter: { ActionType: "APPROVE_ALL_FEATURES" } };

/** What the account is asked to approve. */
async function askedOf(scene: Scene, name: string): Promise<string> {
  const { Handshakes } = await scene.as(name).does("ListHandshakesForAccount", approvals);
  expect(Handshakes).toHaveLength(1);
  expect(Handshakes?.[0]).toMatchObject({ Action: "APPROVE_ALL_FEATURES", State: "OPEN" });
  return scene.keep(`${name}'s approval`, Handshakes?.[0]?.Id);
}

async function stateOf(scene: Scene, kept: string): Promise<string | undefined> {
  const { Handshake } = await scene.does("DescribeHandshake", { HandshakeId: scene.id(kept) });
  return Handshake?.State;
}

/** Somebody joins behind the scenes. */
async function join(scene: Scene, name: string): Promise<void> {
  const Target = { Type: "ACCOUNT", Id: scene.id(name) };
  const { Handshake } = take(await scene.crew.call("InviteAccountToOrganization", { Target }));
  take(await scene.as(name).crew.call("AcceptHandshake", { HandshakeId: Handshake?.Id }));
}

export const enableAllFeatures: Act = {
  title: "all features",
  steps: [
    {
      name: "the management account asks, and every account that was invited is asked",
      run: async (scene) => {
        await join(scene, "Bob");
        const { Handshake } = await scene.does("EnableAllFeatures");
        expect(Handshake).toMatchObject({ Action: "ENABLE_ALL_FEATURES", State: "REQUESTED" });
        const ParentHandshakeId = scene.keep("request", Handshake?.Id);
        const asked = await Promise.all([askedOf(scene, "Ada"), askedOf(scene, "Bob")]);
        const { Handshakes } = await scene.does("ListHandshakesForOrganization", {
          Filter: { ParentHandshakeId },
        });
        expect(Handshakes?.map(({ Id = "" }) => Id).toSorted()).toEqual(asked.toSorted());
      },
    },
    {
      name: "meanwhile it asks for nothing else",
      run: async (scene) => {
        const error = "HandshakeConstraintViolationException";
        const Target = { Type: "ACCOUNT", Id: scene.id("Cy") };
        await Promise.all([
          scene.isRefused(
            "EnableAllFeatures",
            {},
            { error, reason: "ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION" },
          ),
          scene.isRefused(
            "InviteAccountToOrganization",
            { Target },
            { error, reason: "INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES" },
          ),
        ]);
      },
    },
    {
      name: "one agrees and one does not, which keeps it from the whole organization",
      run: async (scene) => {
        await Promise.all([
          scene.as("Ada").does("AcceptHandshake", { HandshakeId: scene.id("Ada's approval") }),
          scene.as("Bob").does("DeclineHandshake", { HandshakeId: scene.id("Bob's approval") }),
        ]);
        expect(await Promise.all(["request", "Bob's approval"].map((kept) => stateOf(scene, kept)))).toEqual([
          "REQUESTED",
          "DECLINED",
        ]);
        const refusal = { error: "InvalidHandshakeTransitionException" };
        await scene.isRefused("AcceptHandshake", { HandshakeId: scene.id("request") }, refusal);
      },
    },
    {
      name: "without who declined, the management account completes it",
      run: async (scene) => {
        await scene.does("RemoveAccountFromOrganization", { AccountId: scene.id("Bob") });
        expect(await stateOf(scene, "request")).toBe("OPEN");
        await scene.does("AcceptHandshake", { HandshakeId: scene.id("request") });
        const [{ Organization }] = await Promise.all([
          scene.as("Ada").does("DescribeOrganization"),
          scene
            .as("Bob")
            .isRefused("DescribeOrganization", {}, { error: "AWSOrganizationsNotInUseException" }),
          scene.isRefused(
            "EnableAllFeatures",
            {},
            {
              error: "HandshakeConstraintViolationException",
              reason: "ORGANIZATION_ALREADY_HAS_ALL_FEATURES",
            },
          ),
        ]);
        expect(Organization?.FeatureSet).toBe("ALL");
      },
    },
  ],
};
