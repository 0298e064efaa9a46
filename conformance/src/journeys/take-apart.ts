// Last act: the tree is looked at, tagged and renamed, and then taken apart until no organization is left.

import { expect } from "vitest";
import { take } from "../clients/take.js";
import type { Act } from "./run-journey.js";
import type { Scene } from "./scene.js";

const tags = (...pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([Key, Value]) => ({ Key, Value }));

/** Every member account leaves but those that are spared. */
async function removeAll({ crew }: Scene, spared: readonly string[]): Promise<void> {
  const { Accounts } = take(await crew.list("ListAccounts", {}, {}));
  const leaving = (Accounts ?? []).filter(({ Id = "" }) => !spared.includes(Id));
  expect(leaving.length).toBeGreaterThan(20);
  const replies = await Promise.all(
    leaving.map(async ({ Id }) => crew.call("RemoveAccountFromOrganization", { AccountId: Id })),
  );
  for (const reply of replies) take<object>(reply);
}

export const takeApart: Act = {
  title: "taking the organization apart",
  steps: [
    {
      name: "an account and its OU are found from either end",
      run: async (scene) => {
        const [Lab, Speech] = [scene.id("Lab"), scene.id("Speech")];
        const { Account } = await scene.does("DescribeAccount", { AccountId: Lab });
        expect(Account).toMatchObject({ Name: "Lab", Status: "ACTIVE", JoinedMethod: "CREATED" });
        expect(await scene.does("ListParents", { ChildId: Lab })).toEqual({
          Parents: [{ Id: Speech, Type: "ORGANIZATIONAL_UNIT" }],
        });
        const { Accounts } = take(await scene.client.list("ListAccountsForParent", { ParentId: Speech }, {}));
        expect(Accounts?.map(({ Name = "" }) => Name).toSorted()).toEqual(["Lab", "Recordings"]);
        const children = { ParentId: scene.id("Research"), ChildType: "ORGANIZATIONAL_UNIT" };
        const { Children } = take(await scene.client.list("ListChildren", children, { pageSize: 10 }));
        expect(Children).toHaveLength(24);
        expect(Children?.[0]).toEqual({ Id: Speech, Type: "ORGANIZATIONAL_UNIT" });
      },
    },
    {
      name: "a policy shows everything that it is attached to, and requests what became of them",
      run: async (scene) => {
        const { Targets } = take(
          await scene.client.list("ListTargetsForPolicy", { PolicyId: "p-FullAWSAccess" }, { pageSize: 20 }),
        );
        expect(Targets?.[0]).toMatchObject({ TargetId: scene.id("root"), Name: "Root", Type: "ROOT" });
        const States = ["SUCCEEDED"];
        const { CreateAccountStatuses } = take(
          await scene.client.list("ListCreateAccountStatus", { States }, { pageSize: 20 }),
        );
        const { Accounts } = take(await scene.crew.list("ListAccounts", {}, {}));
        expect(CreateAccountStatuses).toHaveLength((Accounts?.length ?? 0) - 1);
      },
    },
    {
      name: "tags are set, get another value and are taken off, in a lasting order",
      run: async (scene) => {
        const ResourceId = scene.id("Lab");
        await scene.does("TagResource", { ResourceId, Tags: tags(["team", "speech"], ["stage", "test"]) });
        await scene.does("TagResource", { ResourceId, Tags: tags(["owner", "ü"], ["team", "lab"]) });
        await scene.does("UntagResource", { ResourceId, TagKeys: ["stage"] });
        const { Tags } = take(await scene.client.list("ListTagsForResource", { ResourceId }, {}));
        expect(Tags).toEqual(tags(["team", "lab"], ["owner", "ü"]));
      },
    },
    {
      name: "an OU is renamed, but not to the name of its neighbour",
      run: async (scene) => {
        const unit = { OrganizationalUnitId: scene.id("Speech") };
        const { OrganizationalUnit } = await scene.does("UpdateOrganizationalUnit", {
          ...unit,
          Name: "Voice",
        });
        expect(OrganizationalUnit).toMatchObject({ Id: unit.OrganizationalUnitId, Name: "Voice" });
        expect(await scene.does("DescribeOrganizationalUnit", unit)).toEqual({ OrganizationalUnit });
        const taken = { ...unit, Name: "Crowd 0" };
        const refusal = { error: "DuplicateOrganizationalUnitException" };
        await scene.isRefused("UpdateOrganizationalUnit", taken, refusal);
      },
    },
    {
      name: "an account is closed, once; the management account never",
      run: async (scene) => {
        const AccountId = scene.id("Lab");
        await scene.does("CloseAccount", { AccountId });
        const { Account } = await scene.does("DescribeAccount", { AccountId });
        expect(Account).toMatchObject({ Status: "SUSPENDED" });
        await scene.isRefused("CloseAccount", { AccountId }, { error: "AccountAlreadyClosedException" });
        await scene.isRefused(
          "CloseAccount",
          { AccountId: scene.id("management") },
          { error: "ConstraintViolationException", reason: "CANNOT_CLOSE_MANAGEMENT_ACCOUNT" },
        );
      },
    },
    {
      name: "what holds something stays: the OU with accounts, the organization with members",
      run: async (scene) => {
        const unit = { OrganizationalUnitId: scene.id("Speech") };
        const notEmpty = { error: "OrganizationalUnitNotEmptyException" };
        await scene.isRefused("DeleteOrganizationalUnit", unit, notEmpty);
        await scene.isRefused("DeleteOrganization", {}, { error: "OrganizationNotEmptyException" });
      },
    },
    {
      name: "member accounts leave at once, also a closed one; the management account cannot",
      run: async (scene) => {
        const management = scene.id("management");
        await removeAll(scene, [management, scene.id("Lab")]);
        const lab = { AccountId: scene.id("Lab") };
        await scene.does("RemoveAccountFromOrganization", lab);
        await scene.does("DeleteOrganizationalUnit", { OrganizationalUnitId: scene.id("Speech") });
        await scene.isRefused("RemoveAccountFromOrganization", lab, { error: "AccountNotFoundException" });
        await scene.isRefused(
          "RemoveAccountFromOrganization",
          { AccountId: management },
          { error: "MasterCannotLeaveOrganizationException" },
        );
      },
    },
    {
      name: "the organization is deleted, and its account is in none",
      run: async (scene) => {
        await scene.does("DeleteOrganization");
        await scene.isRefused("DescribeOrganization", {}, { error: "AWSOrganizationsNotInUseException" });
      },
    },
  ],
};
