import { describe, expect, test } from "vitest";
import {
  ExampleCell,
  aiType,
  choice,
  denyAll,
  denyEveryone,
  drawn,
  rcpType,
  scpType,
} from "../example-cell.fixture.js";
import type { PolicyKind } from "../example-cell.fixture.js";

const attached = (cell: ExampleCell, TargetId: string, Filter: PolicyKind): string[] =>
  (cell.act("ListPoliciesForTarget", { TargetId, Filter }).Policies ?? []).map(({ Id }) => drawn(Id));

describe("content", () => {
  test("comes back byte for byte", () => {
    const cell = new ExampleCell();
    const content = ` {"services" :\n\t{"lex":{"opt_out_policy":{"@@assign":"\\u006fptOut"}}}}\r\n`;
    const PolicyId = cell.policy("spaced", content);
    expect(cell.act("DescribePolicy", { PolicyId }).Policy?.Content).toBe(content);
    cell.act("UpdatePolicy", { PolicyId, Content: `${content} ` });
    expect(cell.act("DescribePolicy", { PolicyId }).Policy?.Content).toBe(`${content} `);
  });

  test("a refusal names every place", () => {
    const cell = new ExampleCell();
    const Content = '{"services":{"lex":{"opt_out_policy":{"@@assign":"out"}},"lexx":{}}}';
    const create = (): unknown =>
      cell.act("CreatePolicy", { Type: aiType, Name: "bad", Description: "", Content });
    expect(create).toThrow(/lex\b.*\n.*lexx/);
  });

  const malformed: readonly [PolicyKind, string][] = [
    [aiType, "{"],
    [aiType, '{"services":{}}'],
    [aiType, choice("nosuchservice", "optOut")],
    [aiType, choice("lex", "optOut").replace("optOut", "OptOut")],
    [aiType, '{"services":{"lex":{"opt_out_policy":{"@@append":["optOut"]}}}}'],
    [scpType, "{"],
    [scpType, "[]"],
    [scpType, '"text"'],
  ];
  test.each(malformed)("of type %s is refused when it is %s", (Type, Content) => {
    const cell = new ExampleCell();
    const input = { Type, Name: "bad", Description: "", Content };
    expect(cell.refusal("CreatePolicy", input)).toBe("MalformedPolicyDocumentException");
  });

  test("warnings do not refuse, such as one about an unconfirmed service", () => {
    expect(new ExampleCell().policy("unconfirmed", choice("glue", "optOut"))).toMatch(/^p-/);
  });
});

describe("names", () => {
  test("are unique per type only", () => {
    const cell = new ExampleCell();
    expect(cell.policy("Opt out", "{}", "TAG_POLICY")).toMatch(/^p-/);
  });

  test("of AWS's own policies are taken", () => {
    const cell = new ExampleCell();
    const input = { Type: scpType, Name: "FullAWSAccess", Description: "", Content: denyAll } as const;
    expect(cell.refusal("CreatePolicy", input)).toBe("DuplicatePolicyException");
  });

  test("a policy may keep its own", () => {
    const cell = new ExampleCell();
    expect(cell.refusal("UpdatePolicy", { PolicyId: cell.spare, Name: "Lex in" })).toBe("accepted");
  });

  test.each(["renamed", "deleted"])("of a policy that was %s is free again", (how) => {
    const cell = new ExampleCell();
    if (how === "renamed") cell.act("UpdatePolicy", { PolicyId: cell.spare, Name: "Other" });
    else cell.act("DeletePolicy", { PolicyId: cell.spare });
    expect(cell.policy("Lex in", choice("lex", "optIn"))).toMatch(/^p-/);
  });

  test("a new name is taken at once", () => {
    const cell = new ExampleCell();
    cell.act("UpdatePolicy", { PolicyId: cell.spare, Name: "Other" });
    const input = { PolicyId: cell.optOut, Name: "Other" };
    expect(cell.refusal("UpdatePolicy", input)).toBe("DuplicatePolicyException");
  });
});

describe("UpdatePolicy", () => {
  test("changes what is given and keeps the rest; an empty description is one", () => {
    const cell = new ExampleCell();
    const PolicyId = cell.spare;
    cell.act("UpdatePolicy", { PolicyId, Description: "first" });
    expect(cell.act("UpdatePolicy", { PolicyId, Name: "Other" }).Policy).toMatchObject({
      PolicySummary: { Name: "Other", Description: "first" },
      Content: choice("lex", "optIn"),
    });
    const { Policy } = cell.act("UpdatePolicy", { PolicyId, Description: "" });
    expect(Policy?.PolicySummary).toMatchObject({ Name: "Other", Description: "" });
  });

  test("that gives nothing answers and leaves no record", () => {
    const cell = new ExampleCell();
    const records = cell.recorded.length;
    const { Policy } = cell.act("UpdatePolicy", { PolicyId: cell.spare });
    expect(Policy).toStrictEqual(cell.act("DescribePolicy", { PolicyId: cell.spare }).Policy);
    expect(cell.recorded).toHaveLength(records);
  });
});

test("a type need not be enabled for its policies to be created, updated and deleted", () => {
  const cell = new ExampleCell();
  const PolicyId = cell.policy("Tags", "{}", "TAG_POLICY");
  expect(cell.refusal("UpdatePolicy", { PolicyId, Content: '{"tags":{}}' })).toBe("accepted");
  expect(cell.refusal("DeletePolicy", { PolicyId })).toBe("accepted");
  expect(cell.refusal("DescribePolicy", { PolicyId })).toBe("PolicyNotFoundException");
});

test("PolicyInUseException says where the policy is attached and to how many more", () => {
  const cell = new ExampleCell();
  cell.attach(cell.optOut, cell.app);
  cell.attach(cell.optOut, cell.workloads);
  const remove = (): unknown => cell.act("DeletePolicy", { PolicyId: cell.optOut });
  expect(remove).toThrow(`\`${cell.root}\` and 2 more`);
});

describe("AWS's own policies", () => {
  test("FullAWSAccess may go once another service control policy stands in its place", () => {
    const cell = new ExampleCell();
    const deny = cell.policy("Deny", denyAll, scpType);
    cell.attach(deny, cell.app);
    cell.detach("p-FullAWSAccess", cell.app);
    expect(attached(cell, cell.app, scpType)).toEqual([deny]);
    expect(cell.refusal("DetachPolicy", { PolicyId: deny, TargetId: cell.app })).toBe(
      "ConstraintViolationException: MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
    );
  });

  test("enabling service control policies again attaches FullAWSAccess everywhere and nothing else", () => {
    const cell = new ExampleCell();
    cell.attach(cell.policy("Deny", denyAll, scpType), cell.app);
    cell.disable(scpType);
    expect(attached(cell, cell.app, scpType)).toEqual([]);
    const late = cell.unit(cell.root, "Late");
    cell.enable(scpType);
    for (const node of [cell.root, cell.workloads, cell.app, late])
      expect(attached(cell, node, scpType)).toEqual(["p-FullAWSAccess"]);
  });

  test("RCPFullAWSAccess is attached everywhere, to newcomers too, and nowhere detachable", () => {
    const cell = new ExampleCell();
    cell.enable(rcpType);
    for (const TargetId of [cell.root, cell.management, cell.account("new"), cell.unit(cell.root, "New")]) {
      expect(attached(cell, TargetId, rcpType)).toEqual(["p-RCPFullAWSAccess"]);
      const input = { PolicyId: "p-RCPFullAWSAccess", TargetId };
      expect(cell.refusal("DetachPolicy", input)).toBe("InvalidInputException: NON_DETACHABLE_POLICY");
    }
  });
});

test("a resource control policy of one's own detaches like any other", () => {
  const cell = new ExampleCell();
  cell.enable(rcpType);
  const own = cell.policy("Own", denyEveryone, rcpType);
  cell.attach(own, cell.app);
  cell.detach(own, cell.app);
  expect(attached(cell, cell.app, rcpType)).toEqual(["p-RCPFullAWSAccess"]);
});

test("an organization sees nothing of another in the same cell", () => {
  const cell = new ExampleCell();
  const as = cell.outsider;
  cell.act("CreateOrganization", {}, { as });
  const foreign = { PolicyId: cell.optOut, TargetId: cell.root };
  const RootId = drawn(cell.act("ListRoots", {}, { as }).Roots?.[0]?.Id);
  expect([
    cell.refusal("DescribePolicy", { PolicyId: cell.optOut }, { as }),
    cell.refusal("DetachPolicy", foreign, { as }),
    cell.refusal("AttachPolicy", { ...foreign, PolicyId: "p-FullAWSAccess" }, { as }),
    cell.refusal("ListPoliciesForTarget", { TargetId: cell.app, Filter: aiType }, { as }),
    cell.refusal("CreateOrganizationalUnit", { ParentId: cell.root, Name: "New" }, { as }),
    cell.refusal("DisablePolicyType", { RootId: cell.root, PolicyType: scpType }, { as }),
    cell.refusal(
      "MoveAccount",
      { AccountId: cell.app, SourceParentId: RootId, DestinationParentId: RootId },
      { as },
    ),
  ]).toEqual([
    "PolicyNotFoundException",
    "PolicyNotFoundException",
    "TargetNotFoundException",
    "TargetNotFoundException",
    "ParentNotFoundException",
    "RootNotFoundException",
    "AccountNotFoundException",
  ]);
  expect(cell.act("ListAccounts", {}, { as }).Accounts?.map(({ Id }) => Id)).toEqual([as]);
  expect(cell.act("ListPolicies", { Filter: aiType }, { as }).Policies).toEqual([]);
});
