import { describe, expect, test } from "vitest";
import { ExampleCell, aiType, drawn, scpType } from "../example-cell.fixture.js";

const attachedTo = (cell: ExampleCell, TargetId: string, Filter: typeof scpType | typeof aiType): string[] =>
  (cell.act("ListPoliciesForTarget", { TargetId, Filter }).Policies ?? []).map(({ Id }) => drawn(Id));

describe("CreateOrganization", () => {
  test("with all features enables service control policies, attached everywhere", () => {
    const cell = new ExampleCell();
    for (const node of [cell.root, cell.management, cell.workloads, cell.app])
      expect(attachedTo(cell, node, scpType)).toEqual(["p-FullAWSAccess"]);
  });

  test("for consolidated billing enables no policy type", () => {
    const cell = new ExampleCell();
    const as = cell.outsider;
    const { Organization } = cell.act("CreateOrganization", { FeatureSet: "CONSOLIDATED_BILLING" }, { as });
    expect(Organization).toMatchObject({ FeatureSet: "CONSOLIDATED_BILLING", AvailablePolicyTypes: [] });
    expect(cell.act("ListRoots", {}, { as }).Roots?.[0]?.PolicyTypes).toEqual([]);
  });

  test("a member account cannot found a second organization", () => {
    const cell = new ExampleCell();
    expect(cell.refusal("CreateOrganization", {}, { as: cell.app })).toBe("AlreadyInOrganizationException");
  });

  test("ARNs keep the partition of the creating request, whatever later requests say", () => {
    const cell = new ExampleCell();
    const manner = { as: cell.outsider, partition: "aws-us-gov" };
    cell.act("CreateOrganization", {}, manner);
    const { Roots } = cell.act("ListRoots", {}, { ...manner, partition: "aws" });
    expect(Roots?.[0]?.Arn).toMatch(/^arn:aws-us-gov:organizations::222222222222:root\/o-/);
    const { Policies } = cell.act("ListPolicies", { Filter: scpType }, { ...manner, partition: "aws" });
    expect(Policies?.[0]?.Arn).toBe(
      "arn:aws-us-gov:organizations::aws:policy/service_control_policy/p-FullAWSAccess",
    );
  });
});

describe("CreateAccount", () => {
  const create = (cell: ExampleCell, Email: string) =>
    cell.act("CreateAccount", { AccountName: "b", Email }).CreateAccountStatus;

  test("the account stands under the root and starts with AWS's own policies", () => {
    const cell = new ExampleCell();
    const account = cell.account("new");
    const last = cell.act("ListAccounts", {}).Accounts?.at(-1);
    expect(last).toMatchObject({ Id: account, Paths: [`${cell.organization}/${cell.root}/${account}/`] });
    expect(attachedTo(cell, account, scpType)).toEqual(["p-FullAWSAccess"]);
    expect(attachedTo(cell, account, aiType)).toEqual([]);
  });

  test.each(["app@acme.example", "APP@Acme.example", "solo@other.example"])(
    "%s is taken anywhere in the cell: the request fails, is recorded, and makes no account",
    (email) => {
      const cell = new ExampleCell();
      const accounts = cell.cell.accounts.size;
      const failed = create(cell, email);
      expect(failed).toMatchObject({ State: "FAILED", FailureReason: "EMAIL_ALREADY_EXISTS" });
      expect(cell.cell.accounts.size).toBe(accounts);
      expect(cell.recorded.at(-1)?.event.type).toBe("account-creation.failed");
      const CreateAccountRequestId = drawn(failed?.Id);
      expect(cell.act("DescribeCreateAccountStatus", { CreateAccountRequestId })).toStrictEqual({
        CreateAccountStatus: failed,
      });
    },
  );

  test("a request belongs to its organization", () => {
    const cell = new ExampleCell();
    const as = cell.outsider;
    cell.act("CreateOrganization", {}, { as });
    const CreateAccountRequestId = drawn(create(cell, "b@acme.example")?.Id);
    expect(cell.refusal("DescribeCreateAccountStatus", { CreateAccountRequestId }, { as })).toBe(
      "CreateAccountStatusNotFoundException",
    );
  });
});

describe("CreateOrganizationalUnit", () => {
  test("the same name is free under another parent", () => {
    const cell = new ExampleCell();
    const input = { ParentId: cell.workloads, Name: "Workloads" };
    expect(cell.refusal("CreateOrganizationalUnit", input)).toBe("accepted");
  });

  test("starts with AWS's own policies of enabled types and nothing else", () => {
    const cell = new ExampleCell();
    const unit = cell.unit(cell.root, "New");
    expect([attachedTo(cell, unit, scpType), attachedTo(cell, unit, aiType)]).toEqual([
      ["p-FullAWSAccess"],
      [],
    ]);
  });

  test("starts without service control policies while they are disabled", () => {
    const cell = new ExampleCell();
    cell.disable(scpType);
    expect(attachedTo(cell, cell.unit(cell.root, "New"), scpType)).toEqual([]);
  });
});

describe("tags given at creation", () => {
  const Tags = [
    { Key: "team", Value: "ledger" },
    { Key: "Team", Value: "" },
  ];
  const create: Record<string, (cell: ExampleCell) => string | undefined> = {
    account: (cell) =>
      cell.act("CreateAccount", { AccountName: "b", Email: "b@acme.example", Tags }).CreateAccountStatus
        ?.AccountId,
    unit: (cell) =>
      cell.act("CreateOrganizationalUnit", { ParentId: cell.root, Name: "New", Tags }).OrganizationalUnit?.Id,
    policy: (cell) => {
      const input = { Type: "TAG_POLICY", Name: "New", Description: "", Content: "{}", Tags } as const;
      return cell.act("CreatePolicy", input).Policy?.PolicySummary?.Id;
    },
  };
  test.each(Object.entries(create))("stand on the %s, keys told apart by case", (_, create) => {
    const cell = new ExampleCell();
    const id = drawn(create(cell));
    expect(cell.act("ListTagsForResource", { ResourceId: id })).toStrictEqual({ Tags });
  });
});

test("a deleted policy leaves no tags behind", () => {
  const cell = new ExampleCell();
  const Tags = [{ Key: "team", Value: "ledger" }];
  const input = { Type: "TAG_POLICY", Name: "New", Description: "", Content: "{}", Tags } as const;
  const PolicyId = drawn(cell.act("CreatePolicy", input).Policy?.PolicySummary?.Id);
  cell.act("DeletePolicy", { PolicyId });
  expect(cell.cell.organizations.get(cell.organization)?.tags.size).toBe(0);
});

describe("MoveAccount", () => {
  test("back and forth, the account stands where the last move put it", () => {
    const cell = new ExampleCell();
    cell.move(cell.app, cell.production, cell.root);
    cell.move(cell.app, cell.root, cell.workloads);
    const app = cell.act("ListAccounts", {}).Accounts?.find(({ Id }) => Id === cell.app);
    expect(app?.Paths).toEqual([`${cell.organization}/${cell.root}/${cell.workloads}/${cell.app}/`]);
  });

  test("the management account moves like any other", () => {
    const cell = new ExampleCell();
    cell.move(cell.management, cell.root, cell.production);
    expect(cell.act("DescribeOrganization", {}).Organization?.MasterAccountId).toBe(cell.management);
  });
});
