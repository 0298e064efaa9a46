// A small organization for the console's journeys: an OU, an account in it and one beside it.

import { take } from "../clients/take.js";
import type { ConsoleTest } from "./console-visit.js";

export const aiType = "AISERVICES_OPT_OUT_POLICY";
export const aiPolicies = "/policies/aiservices-opt-out-policy";

interface ConsoleOrganization {
  readonly rootId: string;
  /** `Research`, under the root. */
  readonly unitId: string;
  /** `Payments`, under the root. */
  readonly outerId: string;
  /** `Lab`, in the OU. */
  readonly innerId: string;
}

export async function createConsoleOrganization(
  { client }: ConsoleTest,
  { isEnabled = true }: { readonly isEnabled?: boolean } = {},
): Promise<ConsoleOrganization> {
  take(await client.call("CreateOrganization", {}));
  const rootId = take(await client.call("ListRoots", {})).Roots?.[0]?.Id ?? "";
  const account = async (AccountName: string): Promise<string> => {
    const request = { AccountName, Email: `${AccountName.toLowerCase()}@example.com` };
    const { CreateAccountStatus } = take(await client.call("CreateAccount", request));
    return CreateAccountStatus?.AccountId ?? "";
  };
  const outerId = await account("Payments");
  const innerId = await account("Lab");
  const unit = { ParentId: rootId, Name: "Research" };
  const { OrganizationalUnit } = take(await client.call("CreateOrganizationalUnit", unit));
  const unitId = OrganizationalUnit?.Id ?? "";
  const move = { AccountId: innerId, SourceParentId: rootId, DestinationParentId: unitId };
  take(await client.call("MoveAccount", move));
  if (isEnabled) take(await client.call("EnablePolicyType", { RootId: rootId, PolicyType: aiType }));
  return { rootId, unitId, outerId, innerId };
}

/** Gives the policy's id. */
export async function createAttachedPolicy(
  { client }: ConsoleTest,
  Name: string,
  content: object,
  ...targets: readonly string[]
): Promise<string> {
  const policy = { Type: aiType, Name, Description: "", Content: JSON.stringify(content, undefined, 2) };
  const PolicyId = take(await client.call("CreatePolicy", policy)).Policy?.PolicySummary?.Id ?? "";
  for (const TargetId of targets) take(await client.call("AttachPolicy", { PolicyId, TargetId }));
  return PolicyId;
}

/** As the API stores it. */
export async function storedContent({ client }: ConsoleTest, PolicyId: string): Promise<string> {
  return take(await client.call("DescribePolicy", { PolicyId })).Policy?.Content ?? "";
}

export async function policyIdOf({ client }: ConsoleTest, name: string): Promise<string | undefined> {
  const { Policies = [] } = take(await client.call("ListPolicies", { Filter: aiType }));
  return Policies.find(({ Name }) => Name === name)?.Id;
}
