import { describe, expect, test } from "vitest";
import { ExampleCell, denyAll, denyEveryone, rcpType, scpType } from "../example-cell.fixture.js";

describe.each([
  { type: scpType, policy: "p-FullAWSAccess", content: denyAll },
  { type: rcpType, policy: "p-RCPFullAWSAccess", content: denyEveryone },
] as const)("the default policy of $type", ({ type, policy, content }) => {
  const everything = (cell: ExampleCell): string[] => [
    cell.root,
    cell.workloads,
    cell.production,
    cell.management,
    cell.app,
  ];
  const enabled = (): ExampleCell => {
    const cell = new ExampleCell();
    if (type === rcpType) cell.enable(type);
    return cell;
  };

  test("is attached to everything, and to what is created later", () => {
    const cell = enabled();
    const later = [cell.unit(cell.root, "Later"), cell.account("later")];
    expect(cell.targets(policy).toSorted()).toEqual([...everything(cell), ...later].toSorted());
  });

  test("alone comes back when the type is enabled again", () => {
    const cell = enabled();
    const own = cell.policy("Own", content, type);
    cell.attach(own, cell.app);
    cell.act("DisablePolicyType", { RootId: cell.root, PolicyType: type });
    expect([cell.targets(policy), cell.targets(own)]).toEqual([[], []]);
    cell.enable(type);
    expect(cell.targets(policy).toSorted()).toEqual(everything(cell).toSorted());
    expect(cell.targets(own)).toEqual([]);
  });

  test("counts toward the five that an entity may have", () => {
    const cell = enabled();
    for (const name of ["a", "b", "c", "d"]) cell.attach(cell.policy(name, content, type), cell.app);
    const fifth = cell.policy("e", content, type);
    expect(cell.refusal("AttachPolicy", { PolicyId: fifth, TargetId: cell.app })).toBe(
      "ConstraintViolationException: MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
    );
  });
});

describe("a new organization", () => {
  const founded = (): { readonly cell: ExampleCell; readonly as: string; readonly root: string } => {
    const cell = new ExampleCell();
    const as = cell.outsider;
    cell.act("CreateOrganization", {}, { as });
    return { cell, as, root: cell.act("ListRoots", {}, { as }).Roots?.[0]?.Id ?? "" };
  };
  const listed = ({ cell, as }: ReturnType<typeof founded>) =>
    cell.act("ListRoots", {}, { as }).Roots?.[0]?.PolicyTypes;
  const holders = ({ cell, as }: ReturnType<typeof founded>, PolicyId = "p-FullAWSAccess") =>
    cell.act("ListTargetsForPolicy", { PolicyId }, { as }).Targets?.map(({ TargetId }) => TargetId);

  test("has service control policies in force, `FullAWSAccess` on everything, and lists no type", () => {
    const made = founded();
    const { cell, as, root } = made;
    const account = cell.act("CreateAccount", { AccountName: "new", Email: "new@example.org" }, { as });
    const unit = cell.act("CreateOrganizationalUnit", { ParentId: root, Name: "New" }, { as });
    const all = [root, as, account.CreateAccountStatus?.AccountId ?? "", unit.OrganizationalUnit?.Id ?? ""];
    expect(listed(made)).toEqual([]);
    expect(new Set(holders(made))).toEqual(new Set(all));
    expect(holders(made, "p-RCPFullAWSAccess")).toEqual([]);
  });

  test("takes service control policies without more ado, and lists the type once it is enabled", () => {
    const made = founded();
    const { cell, as, root: RootId } = made;
    const Policy = { Type: scpType, Name: "Own", Description: "", Content: denyAll } as const;
    const PolicyId = cell.act("CreatePolicy", Policy, { as }).Policy?.PolicySummary?.Id ?? "";
    cell.act("AttachPolicy", { PolicyId, TargetId: RootId }, { as });
    const before = holders(made);
    cell.act("EnablePolicyType", { RootId, PolicyType: scpType }, { as });
    expect(listed(made)).toEqual([{ Type: scpType, Status: "ENABLED" }]);
    expect([holders(made), holders(made, PolicyId)]).toEqual([before, [RootId]]);
    expect(cell.refusal("EnablePolicyType", { RootId, PolicyType: scpType }, { as })).toBe(
      "PolicyTypeAlreadyEnabledException",
    );
  });

  test("refuses to disable what nobody enabled", () => {
    const { cell, as, root: RootId } = founded();
    expect(cell.refusal("DisablePolicyType", { RootId, PolicyType: scpType }, { as })).toBe(
      "PolicyTypeNotEnabledException",
    );
  });

  test("for consolidated billing has none", () => {
    const cell = new ExampleCell();
    const as = cell.outsider;
    cell.act("CreateOrganization", { FeatureSet: "CONSOLIDATED_BILLING" }, { as });
    expect(cell.act("ListTargetsForPolicy", { PolicyId: "p-FullAWSAccess" }, { as }).Targets).toEqual([]);
  });
});

test("a service control policy may go once another is attached, but never the last one", () => {
  const cell = new ExampleCell();
  const own = cell.policy("Own", denyAll, scpType);
  cell.attach(own, cell.app);
  cell.detach("p-FullAWSAccess", cell.app);
  expect(cell.refusal("DetachPolicy", { PolicyId: own, TargetId: cell.app })).toBe(
    "ConstraintViolationException: MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
  );
});
