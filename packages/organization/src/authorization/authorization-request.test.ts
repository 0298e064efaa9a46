import { describe, expect, test } from "vitest";
import { ExampleCell, aiType, choice, delegationTo, nowhere, service } from "../example-cell.fixture.js";
import type { Input, OperationName } from "../operation-types.js";
import { authorizationRequests } from "./authorization-request.js";

const tags = [{ Key: "team", Value: "privacy" }];

/** `action resource key=value …`, a line for each question. */
function asked<Name extends OperationName>(
  name: Name,
  input: (cell: ExampleCell) => Input<Name>,
  cell = new ExampleCell(),
): readonly string[] {
  const organization = cell.cell.organizations.get(cell.organization);
  return authorizationRequests(name, input(cell), { organization, accountId: cell.app }).map(
    ({ action, resource, keys }) => {
      const known = keys.map(([key, value]) => ` ${key}=${String(value)}`).join("");
      return (
        `${action.replace("organizations:", "")} ${resource}${known}`
          // Drawn ids change with every call that the example makes.
          .replaceAll("arn:aws:organizations::111111111111:", "")
          .replaceAll(cell.organization, "o")
          .replaceAll(cell.spare, "SPARE")
          .replaceAll(cell.app, "APP")
          .replaceAll(cell.production, "PRODUCTION")
          .replaceAll(cell.workloads, "WORKLOADS")
          .replaceAll(cell.root, "ROOT")
      );
    },
  );
}

describe("what a call asks of policies", () => {
  test("every resource is a question of its own, with its tags", () => {
    const cell = new ExampleCell();
    cell.act("TagResource", { ResourceId: cell.app, Tags: tags });
    const input = { PolicyId: cell.spare, TargetId: cell.app };
    expect(asked("AttachPolicy", () => input, cell)).toEqual([
      `AttachPolicy policy/o/aiservices_opt_out_policy/SPARE organizations:PolicyType=${aiType}`,
      `AttachPolicy account/o/APP organizations:PolicyType=${aiType} aws:ResourceTag/team=privacy`,
    ]);
  });

  test("an account moves from where it is to where it goes", () => {
    const move = (cell: ExampleCell) => ({
      AccountId: cell.app,
      SourceParentId: cell.production,
      DestinationParentId: cell.root,
    });
    expect(asked("MoveAccount", move)).toEqual([
      "MoveAccount account/o/APP",
      "MoveAccount ou/o/PRODUCTION",
      "MoveAccount root/o/ROOT",
    ]);
  });

  test("what is made with tags must be allowed to be tagged", () => {
    const unit = ({ workloads }: ExampleCell) => ({ ParentId: workloads, Name: "New", Tags: tags });
    const request = "aws:RequestTag/team=privacy aws:TagKeys=team";
    expect(asked("CreateOrganizationalUnit", unit)).toEqual([
      `CreateOrganizationalUnit ou/o/WORKLOADS ${request}`,
      `TagResource ou/o/* ${request}`,
    ]);
    const policy = { Type: aiType, Name: "New", Description: "", Content: choice("lex", "optIn") } as const;
    expect(asked("CreatePolicy", () => policy)).toEqual([
      `CreatePolicy policy/o/aiservices_opt_out_policy/* organizations:PolicyType=${aiType}`,
    ]);
    const account = { AccountName: "New", Email: "new@acme.example", Tags: tags };
    expect(asked("CreateAccount", () => account)).toEqual([
      `CreateAccount * ${request}`,
      `TagResource account/o/* ${request}`,
    ]);
  });

  test("services and tags are keys", () => {
    const register = ({ app }: ExampleCell) => ({ AccountId: app, ServicePrincipal: service });
    const servicePrincipal = `organizations:ServicePrincipal=${service}`;
    expect(asked("RegisterDelegatedAdministrator", register)).toEqual([
      `RegisterDelegatedAdministrator account/o/APP ${servicePrincipal}`,
    ]);
    expect(asked("ListDelegatedAdministrators", () => ({ ServicePrincipal: service }))).toEqual([
      `ListDelegatedAdministrators * ${servicePrincipal}`,
    ]);
    expect(asked("UntagResource", ({ root }) => ({ ResourceId: root, TagKeys: ["a", "b"] }))).toEqual([
      "UntagResource root/o/ROOT aws:TagKeys=a,b",
    ]);
  });

  test("a resource policy is one once it is there", () => {
    const cell = new ExampleCell();
    const put = { Content: delegationTo(cell.app) };
    expect(asked("PutResourcePolicy", () => put, cell)).toEqual(["PutResourcePolicy *"]);
    cell.act("PutResourcePolicy", put);
    const [question] = asked("DeleteResourcePolicy", () => ({}), cell);
    expect(question).toMatch(/^DeleteResourcePolicy resourcepolicy\/o\/rp-\w{10}$/);
  });

  test("of an effective policy without a target the caller's own account is asked for", () => {
    expect(asked("DescribeEffectivePolicy", () => ({ PolicyType: aiType }) as const)).toEqual([
      `DescribeEffectivePolicy account/o/APP organizations:PolicyType=${aiType}`,
    ]);
  });

  test("AWS's own policies have an ARN without an organization, and what does not exist has none", () => {
    expect(asked("DescribePolicy", () => ({ PolicyId: "p-FullAWSAccess" }))).toEqual([
      "DescribePolicy arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess organizations:PolicyType=SERVICE_CONTROL_POLICY",
    ]);
    expect(asked("DescribePolicy", () => ({ PolicyId: nowhere.policy }))).toEqual(["DescribePolicy *"]);
  });

  test("without an organization there is nothing to name", () => {
    const asker = { organization: undefined, accountId: nowhere.account };
    expect(authorizationRequests("CreateOrganization", {}, asker)).toEqual([
      { action: "organizations:CreateOrganization", resource: "*", keys: [] },
    ]);
  });
});
