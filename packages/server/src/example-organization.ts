// The example organization of `--example`: small, and with one account in every state that matters.

import { randomUUID } from "node:crypto";
import type { OperationName, Input, Output } from "@withhold/organization";
import type { Writer } from "./cell/writer.js";
import type { OperationRunner } from "./requests/run-operation.js";

const locked = { "@@operators_allowed_for_child_policies": ["@@none"] };
const out = { "@@assign": "optOut" };

const policies = {
  everythingOut: {
    name: "OptOutOfEverything",
    description: "No AI service keeps our content, and no account may say otherwise",
    document: { services: { ...locked, default: { ...locked, opt_out_policy: { ...locked, ...out } } } },
  },
  defaultOut: {
    name: "OptOutUnlessNeeded",
    description: "Opted out by default; teams may opt single services in",
    document: { services: { default: { opt_out_policy: out } } },
  },
  speechIn: {
    name: "SpeechResearch",
    description: "The speech team shares its recordings on purpose",
    document: { services: { transcribe: { opt_out_policy: { "@@assign": "optIn" } } } },
  },
} as const;

/** Fills a cell that holds no organization yet, as its first account, through the same operations that clients call. */
export async function makeExampleOrganization(writer: Writer, runner: OperationRunner): Promise<void> {
  const { cell } = writer.state;
  const { firstAccount: account } = cell;
  // Accounts outlive their organization, and so do their addresses, which the example would need again.
  if (account === undefined || cell.accounts.size > 1 || cell.organizations.size > 0) return;
  const { id: accountId } = account;
  const caller = {
    accountId,
    credential: { kind: "system", accountId },
    actor: { system: "example" },
    partition: "aws",
    facts: { region: "us-east-1", sourceIp: undefined },
  } as const;
  const run = async <Name extends OperationName>(name: Name, input: Input<Name>): Promise<Output<Name>> =>
    runner.run(name, input, { ...caller, requestId: randomUUID() });

  await run("CreateOrganization", {});
  const rootId = (await run("ListRoots", {})).Roots?.[0]?.Id ?? "";
  await run("EnablePolicyType", { RootId: rootId, PolicyType: "AISERVICES_OPT_OUT_POLICY" });

  const unit = async (Name: string, ParentId: string): Promise<string> =>
    (await run("CreateOrganizationalUnit", { ParentId, Name })).OrganizationalUnit?.Id ?? "";
  const member = async (AccountName: string, parentId: string): Promise<string> => {
    const Email = `${AccountName.toLowerCase().replaceAll(" ", "-")}@example.com`;
    const created = await run("CreateAccount", { AccountName, Email });
    const AccountId = created.CreateAccountStatus?.AccountId ?? "";
    await run("MoveAccount", { AccountId, SourceParentId: rootId, DestinationParentId: parentId });
    return AccountId;
  };
  const attach = async (policy: keyof typeof policies, TargetId: string): Promise<void> => {
    const { name: Name, description: Description, document } = policies[policy];
    const Content = JSON.stringify(document, undefined, 2);
    const created = await run("CreatePolicy", {
      Type: "AISERVICES_OPT_OUT_POLICY",
      Name,
      Description,
      Content,
    });
    await run("AttachPolicy", { PolicyId: created.Policy?.PolicySummary?.Id ?? "", TargetId });
  };

  const production = await unit("Production", rootId);
  await member("Payments", production);
  await member("Customer Support", production);
  const research = await unit("Research", rootId);
  const speech = await member("Speech Lab", research);
  await member("Vision Lab", research);
  const sandbox = await unit("Sandbox", rootId);
  await member("Playground", sandbox);

  await attach("everythingOut", production);
  await attach("defaultOut", research);
  await attach("speechIn", speech);
}
