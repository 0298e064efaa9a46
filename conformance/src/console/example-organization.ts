// An organization that has something of everything, for looking at every screen.

import { take } from "../clients/take.js";
import { aiType, createAttachedPolicy } from "./console-organization.js";
import type { ConsoleTest } from "./console-visit.js";

export interface ExampleIds {
  readonly rootId: string;
  readonly unitId: string;
  /** In the OU, with a policy of its own that opts in what the OU's policy locks. */
  readonly accountId: string;
  /** Attached to the OU. */
  readonly policyId: string;
  /** Attached nowhere. */
  readonly draftId: string;
}

const memberCount = 24;
const locked = { "@@operators_allowed_for_child_policies": ["@@none"] };
const choose = (choice: string) => ({ opt_out_policy: { "@@assign": choice } });

/** In an organization that was just created. */
export async function fillExampleOrganization(test: ConsoleTest): Promise<ExampleIds> {
  const { client } = test;
  const rootId = take(await client.call("ListRoots", {})).Roots?.[0]?.Id ?? "";
  take(await client.call("EnablePolicyType", { RootId: rootId, PolicyType: aiType }));
  const unit = async (Name: string, ParentId: string): Promise<string> =>
    take(await client.call("CreateOrganizationalUnit", { Name, ParentId })).OrganizationalUnit?.Id ?? "";
  const workloads = await unit("Workloads", rootId);
  const units = [
    await unit("Production", workloads),
    await unit("Staging", workloads),
    await unit("Sandbox", rootId),
  ];
  const [unitId = "", , sandbox = ""] = units;
  const accounts: string[] = [];
  for (let index = 0; index < memberCount; index += 1) {
    const request = { AccountName: `team-${index + 1}`, Email: `team-${index + 1}@example.com` };
    const { CreateAccountStatus } = take(await client.call("CreateAccount", request));
    const AccountId = CreateAccountStatus?.AccountId ?? "";
    accounts.push(AccountId);
    const DestinationParentId = units[index % units.length];
    take(await client.call("MoveAccount", { AccountId, SourceParentId: rootId, DestinationParentId }));
  }
  const [accountId = ""] = accounts;
  const guard = { default: choose("optOut"), lex: choose("optOut") };
  await createAttachedPolicy(test, "opt-out-by-default", { services: guard }, rootId);
  await createAttachedPolicy(test, "sandbox-lex", { services: { lex: choose("optIn") } }, sandbox);
  const rekognition = { ...locked, opt_out_policy: { ...locked, "@@assign": "optOut" } };
  const policyId = await createAttachedPolicy(test, "no-faces", { services: { rekognition } }, unitId);
  const wishes = { services: { rekognition: choose("optIn"), comprehend: choose("optIn") } };
  await createAttachedPolicy(test, "team-1-wishes", wishes, accountId);
  const draftId = await createAttachedPolicy(test, "draft", { services: { polly: choose("optOut") } });
  const Tags = [{ Key: "owner", Value: "privacy" }];
  for (const ResourceId of [policyId, accountId])
    take(await client.call("TagResource", { ResourceId, Tags }));
  const ServicePrincipal = "config.amazonaws.com";
  take(await client.call("EnableAWSServiceAccess", { ServicePrincipal }));
  take(await client.call("RegisterDelegatedAdministrator", { AccountId: accountId, ServicePrincipal }));
  const invited = { Target: { Type: "EMAIL", Id: "partner@example.org" }, Notes: "Join us" };
  take(await client.call("InviteAccountToOrganization", invited));
  return { rootId, unitId, accountId, policyId, draftId };
}
