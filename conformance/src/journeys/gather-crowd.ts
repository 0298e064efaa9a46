// Act five of accounts that join and leave: of everything that can be listed, more than one page, set up by the crew.

import type { OperationName, Output } from "@withhold/organization";
import type { Client, Input } from "../clients/client.js";
import type { StandaloneAccount } from "../clients/operator.js";
import { take } from "../clients/take.js";
import { optOutDocument } from "./documents.js";
import type { Act, Step } from "./run-journey.js";
import type { Scene } from "./scene.js";

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

async function crewDoes<Name extends OperationName>(
  { crew }: Scene,
  operation: Name,
  input: Input,
): Promise<Output<Name>> {
  return take(await crew.call(operation, input));
}

async function attach(scene: Scene, Type: string, Name: string, Content: string): Promise<void> {
  const { Policy } = await crewDoes(scene, "CreatePolicy", { Type, Name, Description: "", Content });
  await crewDoes(scene, "AttachPolicy", {
    PolicyId: Policy?.PolicySummary?.Id,
    TargetId: scene.id("root"),
  });
}

const accountsAndUnits: Step = {
  name: "accounts, OUs and tags",
  run: async (scene) => {
    const ParentId = scene.id("root");
    for (const index of numbers(9)) {
      const account = { AccountName: `Crowd ${index}`, Email: `crowd-${index}@host.example` };
      const { CreateAccountStatus } = await crewDoes(scene, "CreateAccount", account);
      scene.keep(account.AccountName, CreateAccountStatus?.AccountId);
      await crewDoes(scene, "CreateOrganizationalUnit", { ParentId, Name: `Unit ${index}` });
    }
    const Tags = numbers(60).map((index) => ({ Key: `key ${index}`, Value: "" }));
    await crewDoes(scene, "TagResource", { ResourceId: ParentId, Tags });
  },
};

const services: Step = {
  name: "services, all administered by one account, and one by each of others",
  run: async (scene) => {
    for (const index of numbers(5)) {
      const ServicePrincipal = `service-${index}.amazonaws.com`;
      await crewDoes(scene, "EnableAWSServiceAccess", { ServicePrincipal });
      for (const name of ["Own", `Crowd ${index}`]) {
        const registration = { AccountId: scene.id(name), ServicePrincipal };
        await crewDoes(scene, "RegisterDelegatedAdministrator", registration);
      }
    }
  },
};

const policies: Step = {
  name: "policies, and effective policies that nobody can follow",
  run: async (scene) => {
    for (const PolicyType of ["AISERVICES_OPT_OUT_POLICY", "BACKUP_POLICY", "SERVICE_CONTROL_POLICY"]) {
      await crewDoes(scene, "EnablePolicyType", { RootId: scene.id("root"), PolicyType });
    }
    for (const index of numbers(5)) {
      await attach(scene, "AISERVICES_OPT_OUT_POLICY", `Policy ${index}`, optOutDocument({ lex: "optOut" }));
    }
    // Ten rules more than a plan may have.
    const vault = { target_backup_vault_name: { "@@assign": "vault" } };
    const rules = Object.fromEntries(numbers(20).map((index) => [`rule-${index}`, vault]));
    await attach(scene, "BACKUP_POLICY", "Rules", JSON.stringify({ plans: { daily: { rules } } }));
  },
};

async function inviteCy(scene: Scene, inviter: Client): Promise<void> {
  take(await inviter.call("CreateOrganization", {}));
  const Target = { Type: "ACCOUNT", Id: scene.id("Cy") };
  take(await inviter.call("InviteAccountToOrganization", { Target }));
}

export function gatherCrowd(newAccount: (name: string) => Promise<StandaloneAccount>): Act {
  return {
    title: "a crowd gathers",
    steps: [
      accountsAndUnits,
      services,
      policies,
      {
        name: "invitations by one organization, and of one account by many",
        run: async (scene) => {
          for (const index of numbers(5)) {
            const Target = { Type: "EMAIL", Id: `guest-${index}@other.example` };
            await crewDoes(scene, "InviteAccountToOrganization", { Target });
            const { key } = await newAccount(`Inviter${index}`);
            await inviteCy(scene, scene.crew.withKey(key));
          }
        },
      },
    ],
  };
}
