import { describe, expect, test } from "vitest";
import { ExampleCell, aiType, choice, delegationTo, nowhere, service } from "../example-cell.fixture.js";
import type { Input, OperationName } from "../operation-types.js";
import { byAddress, byId, invited, migrating } from "../handshakes.fixture.js";
import type { Account } from "../state/account.js";
import { authorizationRequests } from "./authorization-request.js";

const tags = [{ Key: "team", Value: "privacy" }];

function accountIn({ cell }: ExampleCell, id: string): Account {
  const account = cell.accounts.get(id);
  if (account === undefined) throw new Error(`no account ${id}`);
  return account;
}

/** `action resource key=value …`, a line for each question. */
function asked<Name extends OperationName>(
  name: Name,
  input: (cell: ExampleCell) => Input<Name>,
  cell = new ExampleCell(),
  as = cell.app,
): readonly string[] {
  return authorizationRequests(name, input(cell), { cell: cell.cell, account: accountIn(cell, as) }).map(
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
    const cell = new ExampleCell();
    expect(asked("CreateOrganization", () => ({}), cell, cell.outsider)).toEqual(["CreateOrganization *"]);
    expect(asked("DescribeAccount", () => ({ AccountId: cell.app }), cell, cell.outsider)).toEqual([
      "DescribeAccount *",
    ]);
  });
});

describe("handshakes", () => {
  const answers = ["AcceptHandshake", "CancelHandshake", "DeclineHandshake", "DescribeHandshake"] as const;

  test.each(answers)("%s is for the ARN, to both sides, in an organization or not", (name) => {
    const cell = new ExampleCell();
    const HandshakeId = invited(cell);
    for (const as of [cell.outsider, cell.management]) {
      expect(asked(name, () => ({ HandshakeId }), cell, as)).toEqual([
        `${name} handshake/o/invite/${HandshakeId}`,
      ]);
    }
  });

  test.each(answers)("%s gives away nothing of others", (name) => {
    const cell = new ExampleCell();
    const HandshakeId = invited(cell);
    expect(asked(name, () => ({ HandshakeId }), cell)).toEqual([`${name} *`]);
    expect(asked(name, () => ({ HandshakeId: "h-nowhere000" }), cell, cell.outsider)).toEqual([`${name} *`]);
  });

  test("an invitation of another organization is accepted by leaving one's own", () => {
    const cell = new ExampleCell();
    const as = cell.outsider;
    const id = cell.act("CreateOrganization", {}, { as }).Organization?.Id ?? "";
    const sent = cell.act("InviteAccountToOrganization", byId(cell.app), { as });
    const HandshakeId = sent.Handshake?.Id ?? "";
    const arn = `arn:aws:organizations::222222222222:handshake/${id}/invite/${HandshakeId}`;
    expect(asked("AcceptHandshake", () => ({ HandshakeId }), cell)).toEqual([
      `AcceptHandshake ${arn}`,
      "LeaveOrganization *",
    ]);
    expect(asked("DeclineHandshake", () => ({ HandshakeId }), cell)).toEqual([`DeclineHandshake ${arn}`]);
  });

  test("nobody leaves by agreeing to all features", () => {
    const { cell, as, request, approval } = migrating(new ExampleCell());
    const accepted = (HandshakeId: string, by: string) =>
      asked("AcceptHandshake", () => ({ HandshakeId }), cell, by);
    const [ofMember, ...moreOfMember] = accepted(approval, cell.app);
    expect(ofMember).toMatch(new RegExp(`:handshake/o-\\w+/approve_all_features/${approval}$`));
    const [ofSender, ...moreOfSender] = accepted(request, as);
    expect(ofSender).toMatch(new RegExp(`:handshake/o-\\w+/enable_all_features/${request}$`));
    expect([...moreOfMember, ...moreOfSender]).toEqual([]);
  });

  test("who is invited by id is named, who is invited by address is not", () => {
    const invite = (input: Input<"InviteAccountToOrganization">) =>
      asked("InviteAccountToOrganization", () => input);
    expect(invite({ ...byId("444455556666"), Tags: tags })).toEqual([
      "InviteAccountToOrganization account/o/444455556666 aws:RequestTag/team=privacy aws:TagKeys=team",
      "TagResource account/o/444455556666 aws:RequestTag/team=privacy aws:TagKeys=team",
    ]);
    expect(invite(byAddress("solo@other.example"))).toEqual(["InviteAccountToOrganization account/o/*"]);
  });
});
