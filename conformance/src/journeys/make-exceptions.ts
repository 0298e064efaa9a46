// Act two: OUs, accounts and their exceptions; then the root policy locks, and the exceptions are gone.

import { expect } from "vitest";
import { effective, lockedDocument, optOutDocument } from "./documents.js";
import type { Choices } from "./documents.js";
import type { Act, Step } from "./run-journey.js";
import type { Scene } from "./scene.js";

async function makeUnit(scene: Scene, name: string, parent: string): Promise<void> {
  const made = await scene.does("CreateOrganizationalUnit", { ParentId: scene.id(parent), Name: name });
  scene.keep(name, made.OrganizationalUnit?.Id);
}

async function makeAccount(scene: Scene, name: string): Promise<void> {
  const Email = `${name.toLowerCase()}@journey.example`;
  const { CreateAccountStatus } = await scene.does("CreateAccount", { AccountName: name, Email });
  expect(CreateAccountStatus).toMatchObject({ State: "SUCCEEDED", AccountName: name });
  scene.keep(name, CreateAccountStatus?.AccountId);
  scene.keep(`${name} request`, CreateAccountStatus?.Id);
}

async function move(scene: Scene, account: string, to: string): Promise<void> {
  const parents = { SourceParentId: scene.id("root"), DestinationParentId: scene.id(to) };
  await scene.does("MoveAccount", { AccountId: scene.id(account), ...parents });
}

async function except(scene: Scene, name: string, Content: string, target: string): Promise<void> {
  const made = { Type: "AISERVICES_OPT_OUT_POLICY", Name: name, Description: "", Content };
  const { Policy } = await scene.does("CreatePolicy", made);
  const PolicyId = scene.keep(name, Policy?.PolicySummary?.Id);
  await scene.does("AttachPolicy", { PolicyId, TargetId: scene.id(target) });
}

/** What holds for each account, asked for all at once. */
function holds(name: string, expected: Readonly<Record<string, Choices>>): Step {
  return {
    name,
    run: async (scene) => {
      const accounts = Object.keys(expected);
      const found = await Promise.all(accounts.map(async (account) => scene.effectiveOf(scene.id(account))));
      expect(Object.fromEntries(accounts.map((account, at) => [account, found[at]]))).toEqual(
        Object.fromEntries(accounts.map((account) => [account, effective(expected[account] ?? {})])),
      );
    },
  };
}

export const makeExceptions: Act = {
  title: "exceptions",
  steps: [
    {
      name: "an OU within an OU gets an exception",
      run: async (scene) => {
        await makeUnit(scene, "Research", "root");
        await makeUnit(scene, "Speech", "Research");
        await except(scene, "Speech in", optOutDocument({ transcribe: "optIn" }), "Speech");
      },
    },
    {
      name: "accounts are made under the root; a taken e-mail address fails the request",
      run: async (scene) => {
        await Promise.all(["Payments", "Recordings", "Lab"].map(async (name) => makeAccount(scene, name)));
        const again = { AccountName: "Again", Email: "lab@journey.example" };
        const { CreateAccountStatus } = await scene.does("CreateAccount", again);
        expect(CreateAccountStatus).toMatchObject({ State: "FAILED", FailureReason: "EMAIL_ALREADY_EXISTS" });
        const CreateAccountRequestId = scene.id("Lab request");
        const status = await scene.does("DescribeCreateAccountStatus", { CreateAccountRequestId });
        expect(status.CreateAccountStatus).toMatchObject({ State: "SUCCEEDED", AccountId: scene.id("Lab") });
      },
    },
    {
      name: "accounts move, and one gets a policy of its own",
      run: async (scene) => {
        await Promise.all(["Recordings", "Lab"].map(async (name) => move(scene, name, "Speech")));
        await except(
          scene,
          "Lab its own way",
          optOutDocument({ transcribe: "optOut", polly: "optIn" }),
          "Lab",
        );
      },
    },
    holds("each account's effective policy is what its chain comes to", {
      management: { default: "optOut" },
      Payments: { default: "optOut" },
      Recordings: { default: "optOut", transcribe: "optIn" },
      Lab: { default: "optOut", transcribe: "optOut", polly: "optIn" },
    }),
    {
      name: "the root policy is rewritten to lock all three levels",
      run: async (scene) => {
        const change = { PolicyId: scene.id("everything out"), Content: lockedDocument };
        const { Policy } = await scene.does("UpdatePolicy", change);
        expect(Policy?.Content).toBe(lockedDocument);
        expect(Policy?.PolicySummary?.Name).toBe("Everything out");
      },
    },
    holds("and every exception is without effect", {
      Payments: { default: "optOut" },
      Recordings: { default: "optOut" },
      Lab: { default: "optOut" },
    }),
  ],
};
