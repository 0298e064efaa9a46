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

test("a new organization has no policy type enabled, and its default policies are attached to nothing", () => {
  const cell = new ExampleCell();
  const as = cell.outsider;
  cell.act("CreateOrganization", {}, { as });
  const { Roots } = cell.act("ListRoots", {}, { as });
  expect(Roots?.map(({ PolicyTypes }) => PolicyTypes)).toEqual([[]]);
  for (const PolicyId of ["p-FullAWSAccess", "p-RCPFullAWSAccess"]) {
    expect(cell.act("ListTargetsForPolicy", { PolicyId }, { as }).Targets).toEqual([]);
  }
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
