// The delegation policy as it is edited: where its text is wrong, and a template for AI services opt-out policies.

import { characterCount, parseJson, positionAt } from "@withhold/policy";
import type { Organization } from "@aws-sdk/client-organizations";
import { aiOptOutType } from "../paths.js";

/** AWS's limit, in characters. */
export const delegationCharactersMax = 40_000;

/** What keeps a text from being put; undefined where nothing does that the page can see. The server checks the rest. */
export function delegationProblem(text: string): string | undefined {
  if (text.trim() === "") return "Enter a policy, or begin with the template";
  const length = characterCount(text);
  if (length > delegationCharactersMax)
    return `${length.toLocaleString("en-GB")} characters, and ${delegationCharactersMax.toLocaleString("en-GB")} are allowed`;
  const json = parseJson(text);
  if (!json.ok) return `${placeOf(text, json.at)}: ${json.message}`;
  if (json.root.kind !== "object") return `${placeOf(text, json.root.at)}: a policy is one JSON object`;
  return undefined;
}

function placeOf(text: string, at: number): string {
  const { line, column } = positionAt(text, at);
  return `Line ${line}, column ${column}`;
}

/** Lets an account manage AI services opt-out policies and read the organization; nothing else. */
export function delegationTemplate(accountId: string, organization: Organization): string {
  const { Id: id = "", Arn: arn = "" } = organization;
  const partition = arn.split(":")[1] ?? "aws";
  const who = { AWS: `arn:${partition}:iam::${accountId}:root` };
  const policies = arn.replace(`:organization/${id}`, `:policy/${id}/${aiOptOutType.toLowerCase()}/*`);
  const ofType = { StringEquals: { "organizations:PolicyType": aiOptOutType } };
  const policy = {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "ReadOrganization",
        Effect: "Allow",
        Principal: who,
        Action: ["organizations:Describe*", "organizations:List*"],
        Resource: "*",
      },
      {
        Sid: "ManageAiOptOutPolicies",
        Effect: "Allow",
        Principal: who,
        Action: [
          "CreatePolicy",
          "UpdatePolicy",
          "DeletePolicy",
          "AttachPolicy",
          "DetachPolicy",
          "EnablePolicyType",
          "DisablePolicyType",
        ].map((action) => `organizations:${action}`),
        Resource: "*",
        Condition: ofType,
      },
      {
        Sid: "TagAiOptOutPolicies",
        Effect: "Allow",
        Principal: who,
        Action: ["organizations:TagResource", "organizations:UntagResource"],
        Resource: policies,
      },
    ],
  };
  return JSON.stringify(policy, undefined, 2);
}
