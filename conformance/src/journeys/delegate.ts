// Act three of accounts that join and leave: services, who administers them, and what the delegation policy lets others do.

import { expect } from "vitest";
import { optOutDocument } from "./documents.js";
import type { Act } from "./run-journey.js";
import type { Scene } from "./scene.js";

const ServicePrincipal = "config.amazonaws.com";

/** Names the account may read, and of opt-outs write, policies. */
function delegationTo(account: string): string {
  const Statement = {
    Sid: "OptOuts",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: ["organizations:CreatePolicy", "organizations:DescribeResourcePolicy"],
    Resource: "*",
  };
  return JSON.stringify({ Version: "2012-10-17", Statement });
}

const registration = (scene: Scene) => ({ AccountId: scene.id("Ada"), ServicePrincipal });

export const delegate: Act = {
  title: "delegation",
  steps: [
    {
      name: "a service is enabled before somebody administers it",
      run: async (scene) => {
        await scene.isRefused("RegisterDelegatedAdministrator", registration(scene), {
          error: "ConstraintViolationException",
          reason: "SERVICE_ACCESS_NOT_ENABLED",
        });
        await scene.does("EnableAWSServiceAccess", { ServicePrincipal });
        const { EnabledServicePrincipals } = await scene.does("ListAWSServiceAccessForOrganization");
        expect(EnabledServicePrincipals).toMatchObject([{ ServicePrincipal }]);
        await scene.does("RegisterDelegatedAdministrator", registration(scene));
      },
    },
    {
      name: "its administrator is listed from either end, and sees the whole organization",
      run: async (scene) => {
        const AccountId = scene.id("Ada");
        const [administrators, services, accounts] = await Promise.all([
          scene.does("ListDelegatedAdministrators", { ServicePrincipal }),
          scene.does("ListDelegatedServicesForAccount", { AccountId }),
          scene.as("Ada").does("ListAccounts"),
        ]);
        expect(administrators.DelegatedAdministrators).toMatchObject([{ Id: AccountId, Name: "Ada" }]);
        expect(services.DelegatedServices).toMatchObject([{ ServicePrincipal }]);
        expect(accounts.Accounts?.map(({ Name = "" }) => Name).toSorted()).toEqual([
          "Ada",
          "Management",
          "Own",
        ]);
      },
    },
    {
      name: "while it administers, neither can go",
      run: async (scene) => {
        const error = "ConstraintViolationException";
        await Promise.all([
          scene.isRefused("RegisterDelegatedAdministrator", registration(scene), {
            error: "AccountAlreadyRegisteredException",
          }),
          scene.isRefused(
            "DisableAWSServiceAccess",
            { ServicePrincipal },
            { error, reason: "DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE" },
          ),
          scene
            .as("Ada")
            .isRefused(
              "LeaveOrganization",
              {},
              { error, reason: "CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG" },
            ),
        ]);
      },
    },
    {
      name: "a delegation policy lets a member write opt-out policies, byte for byte as it was put",
      run: async (scene) => {
        const ada = scene.as("Ada");
        const policy = {
          Type: "AISERVICES_OPT_OUT_POLICY",
          Name: "By Ada",
          Description: "",
          Content: optOutDocument({ lex: "optOut" }),
        };
        await ada.isRefused("CreatePolicy", policy, { error: "AccessDeniedException" });
        const Content = delegationTo(scene.id("Ada"));
        const put = await scene.does("PutResourcePolicy", { Content });
        expect(put.ResourcePolicy?.Content).toBe(Content);
        const [own, theirs, created] = await Promise.all([
          scene.does("DescribeResourcePolicy"),
          ada.does("DescribeResourcePolicy"),
          ada.does("CreatePolicy", policy),
        ]);
        expect(own.ResourcePolicy?.Content).toBe(Content);
        expect(theirs).toEqual(own);
        expect(created.Policy?.PolicySummary).toMatchObject({ Name: "By Ada" });
      },
    },
    {
      name: "and it is all taken back",
      run: async (scene) => {
        await scene.does("DeregisterDelegatedAdministrator", registration(scene));
        await Promise.all([
          scene.does("DisableAWSServiceAccess", { ServicePrincipal }),
          scene.does("DeleteResourcePolicy"),
        ]);
        await Promise.all([
          scene.isRefused("DescribeResourcePolicy", {}, { error: "ResourcePolicyNotFoundException" }),
          scene.isRefused("DeregisterDelegatedAdministrator", registration(scene), {
            error: "AccountNotRegisteredException",
          }),
          scene.as("Ada").isRefused("ListAccounts", {}, { error: "AccessDeniedException" }),
        ]);
      },
    },
  ],
};
