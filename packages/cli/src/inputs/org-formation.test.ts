// The tree of org-formation's organization.yml.

import { expect, test } from "vitest";
import { documentOf } from "./document.fixture.js";
import { readOrgFormation } from "./org-formation.js";

const file = `
AWSTemplateFormatVersion: "2010-09-09-OC"
Organization:
  Root:
    Type: OC::ORG::MasterAccount
    Properties: { AccountName: Main, AccountId: 012345678901 }
  OrganizationRoot:
    Type: OC::ORG::OrganizationRoot
    Properties: { ServiceControlPolicies: !Ref Deny }
  Dev:
    Type: OC::ORG::Account
    Properties: { AccountName: Development, RootEmail: d@example.com }
  Outer:
    Type: OC::ORG::OrganizationalUnit
    Properties: { OrganizationalUnitName: outer, OrganizationalUnits: !Ref Inner }
  Inner:
    Type: OC::ORG::OrganizationalUnit
    Properties: { OrganizationalUnitName: inner, Accounts: [!Ref Dev], ServiceControlPolicies: [!Ref Deny] }
  Deny:
    Type: OC::ORG::ServiceControlPolicy
    Properties: { PolicyName: DenyAll, PolicyDocument: { Version: 2012-10-17 } }
`;

test("the tree, its service control policies, and that it cannot hold opt-outs", async () => {
  const snapshot = readOrgFormation(await documentOf(file, "organization.yml"), "2026-01-01T00:00:00Z");
  expect(snapshot).toEqual({
    version: 1,
    provenance: { source: "organization.yml", readAt: "2026-01-01T00:00:00Z" },
    managementAccountId: "012345678901",
    root: { id: "root" },
    units: [
      { id: "Outer", name: "outer", parentId: "root" },
      { id: "Inner", name: "inner", parentId: "Outer" },
    ],
    accounts: [
      { id: "012345678901", name: "Main", parentId: "root" },
      { id: "Dev", name: "Development", parentId: "Inner" },
    ],
    policies: [
      { id: "Deny", name: "DenyAll", type: "SERVICE_CONTROL_POLICY", content: '{"Version":"2012-10-17"}' },
    ],
    attachments: [
      { policyId: "Deny", targetId: "root" },
      { policyId: "Deny", targetId: "Inner" },
    ],
    attachmentOrder: "known",
    unread: [
      {
        what: "AI services opt-out policies",
        why: "org-formation has no resource for them, so this file cannot tell which are attached",
      },
    ],
  });
});
