import { describe, expect, test } from "vitest";
import { evolve } from "../evolve.js";
import { ExampleCell, aiType, drawn } from "../example-cell.fixture.js";

const Tags = [{ Key: "team", Value: "ledger" }];
const remove = (cell: ExampleCell, AccountId: string) =>
  cell.act("RemoveAccountFromOrganization", { AccountId }, { quotas: { closedAccountDaysMin: 0 } });

describe("an account that was removed", () => {
  function removed(): ExampleCell {
    const cell = new ExampleCell();
    cell.attach(cell.spare, cell.app);
    cell.act("TagResource", { ResourceId: cell.app, Tags });
    remove(cell, cell.app);
    return cell;
  }

  test("is nowhere in the organization any more", () => {
    const cell = removed();
    expect(cell.act("ListAccounts", {}).Accounts?.map(({ Id }) => Id)).toEqual([cell.management]);
    expect(cell.act("ListAccountsForParent", { ParentId: cell.production }).Accounts).toEqual([]);
    expect(cell.refusal("DescribeAccount", { AccountId: cell.app })).toBe("AccountNotFoundException");
    expect(cell.refusal("ListTagsForResource", { ResourceId: cell.app })).toBe("TargetNotFoundException");
  });

  test("leaves its policies detached, so that they can be deleted", () => {
    const cell = removed();
    expect(cell.targets(cell.spare)).toEqual([]);
    expect(cell.targets("p-FullAWSAccess")).not.toContain(cell.app);
    expect(cell.refusal("DeletePolicy", { PolicyId: cell.spare })).toBe("accepted");
  });

  test("leaves no tags behind", () => {
    const cell = removed();
    expect(cell.cell.organizations.get(cell.organization)?.tags.size).toBe(0);
  });

  test("has no effective policy there, and may found an organization of its own", () => {
    const cell = removed();
    const as = cell.app;
    expect(cell.refusal("DescribeEffectivePolicy", { PolicyType: aiType }, { as })).toBe(
      "AWSOrganizationsNotInUseException",
    );
    const { Organization } = cell.act("CreateOrganization", {}, { as });
    expect(Organization).toMatchObject({ MasterAccountId: as, MasterAccountEmail: "app@acme.example" });
    expect(cell.act("ListAccounts", {}, { as }).Accounts).toMatchObject([
      { Id: as, JoinedMethod: "INVITED", JoinedTimestamp: new Date(cell.now) },
    ]);
  });

  test("keeps its address, which is unique in the cell", () => {
    const cell = removed();
    const input = { AccountName: "b", Email: "app@acme.example" };
    expect(cell.act("CreateAccount", input).CreateAccountStatus?.State).toBe("FAILED");
  });

  test("that was invited never has to wait", () => {
    const cell = new ExampleCell();
    const wait = (AccountId: string) =>
      cell.refusal("RemoveAccountFromOrganization", { AccountId }, { quotas: { createdAccountDaysMin: 4 } });
    const joined = { type: "account.joined", accountId: cell.outsider, parentId: cell.root } as const;
    evolve(cell.cell, { ...joined, organizationId: cell.organization, method: "INVITED" }, cell.now);
    expect([wait(cell.app), wait(cell.outsider)]).toEqual([
      "ConstraintViolationException: WAIT_PERIOD_ACTIVE",
      "accepted",
    ]);
  });
});

describe("a closed account", () => {
  test("stays where it is, with its policies, is shown as closed, and can be moved", () => {
    const cell = new ExampleCell();
    cell.act("CloseAccount", { AccountId: cell.app });
    expect(cell.act("ListAccountsForParent", { ParentId: cell.production }).Accounts).toMatchObject([
      { Id: cell.app, Status: "SUSPENDED", State: "CLOSED" },
    ]);
    expect(cell.choices()).toEqual({ default: "optOut" });
    cell.move(cell.app, cell.production, cell.root);
    expect(cell.act("ListParents", { ChildId: cell.app }).Parents).toEqual([{ Id: cell.root, Type: "ROOT" }]);
  });

  test("keeps its organization from being deleted until it is removed", () => {
    const cell = new ExampleCell();
    cell.act("CloseAccount", { AccountId: cell.app });
    expect(cell.refusal("DeleteOrganization", {})).toBe("OrganizationNotEmptyException");
    remove(cell, cell.app);
    expect(cell.refusal("DeleteOrganization", {})).toBe("accepted");
  });
});

describe("DeleteOrganization", () => {
  test("takes OUs, policies and tags with it, and the management account may begin again", () => {
    const cell = new ExampleCell();
    cell.act("TagResource", { ResourceId: cell.root, Tags });
    remove(cell, cell.app);
    cell.act("DeleteOrganization", {});
    expect(cell.refusal("DescribeOrganization", {})).toBe("AWSOrganizationsNotInUseException");
    const { Organization } = cell.act("CreateOrganization", {});
    expect(Organization?.Id).not.toBe(cell.organization);
    expect(cell.act("ListPolicies", { Filter: aiType }).Policies).toEqual([]);
    const [root] = cell.act("ListRoots", {}).Roots ?? [];
    const ParentId = drawn(root?.Id);
    expect(cell.act("ListOrganizationalUnitsForParent", { ParentId }).OrganizationalUnits).toEqual([]);
    expect(cell.act("ListCreateAccountStatus", {}).CreateAccountStatuses).toEqual([]);
  });
});

describe("organizational units", () => {
  const rename = (cell: ExampleCell, OrganizationalUnitId: string, Name?: string) =>
    cell.act("UpdateOrganizationalUnit", { OrganizationalUnitId, ...(Name === undefined ? {} : { Name }) });

  test("a renamed OU keeps everything, and its old name is free", () => {
    const cell = new ExampleCell();
    rename(cell, cell.workloads, "Services");
    expect(cell.act("DescribeOrganizationalUnit", { OrganizationalUnitId: cell.workloads })).toMatchObject({
      OrganizationalUnit: { Id: cell.workloads, Name: "Services" },
    });
    expect(cell.choices()).toEqual({ default: "optOut" });
    cell.unit(cell.root, "Workloads");
    expect(cell.refusal("CreateOrganizationalUnit", { ParentId: cell.root, Name: "Services" })).toBe(
      "DuplicateOrganizationalUnitException",
    );
  });

  test.each(["Workloads", undefined])("the name %s changes nothing and leaves no record", (name) => {
    const cell = new ExampleCell();
    const records = cell.recorded.length;
    expect(rename(cell, cell.workloads, name).OrganizationalUnit?.Name).toBe("Workloads");
    expect(cell.recorded).toHaveLength(records);
  });

  test("the name of an OU under another parent is free", () => {
    const cell = new ExampleCell();
    expect(rename(cell, cell.production, "Workloads").OrganizationalUnit?.Name).toBe("Workloads");
  });

  test("a deleted OU leaves its policies detached, its tags gone and its name free", () => {
    const cell = new ExampleCell();
    const unit = cell.unit(cell.root, "Sandbox");
    cell.attach(cell.spare, unit);
    cell.act("TagResource", { ResourceId: unit, Tags });
    cell.act("DeleteOrganizationalUnit", { OrganizationalUnitId: unit });
    expect(cell.targets(cell.spare)).toEqual([]);
    expect(cell.cell.organizations.get(cell.organization)?.tags.size).toBe(0);
    expect(cell.unit(cell.root, "Sandbox")).not.toBe(unit);
  });

  test.each([
    ["OUs", (cell: ExampleCell) => cell.workloads],
    ["accounts", (cell: ExampleCell) => cell.production],
  ])("an OU that holds %s is not deleted", (_, unit) => {
    const cell = new ExampleCell();
    expect(cell.refusal("DeleteOrganizationalUnit", { OrganizationalUnitId: unit(cell) })).toBe(
      "OrganizationalUnitNotEmptyException",
    );
  });
});
