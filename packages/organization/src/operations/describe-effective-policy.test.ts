import { describe, expect, test } from "vitest";
import { ExampleCell, aiType, choice, nowhere } from "../example-cell.fixture.js";

const notFound = "EffectivePolicyNotFoundException";

describe("what the policies come to", () => {
  test("root, OUs and account merge in this order", () => {
    const cell = new ExampleCell();
    cell.attach(cell.policy("w", choice("lex", "optIn")), cell.workloads);
    cell.attach(cell.policy("p", choice("lex", "optOut")), cell.production);
    cell.attach(cell.policy("a", choice("polly", "optIn")), cell.app);
    expect(cell.choices()).toEqual({ default: "optOut", lex: "optOut", polly: "optIn" });
    expect(cell.choices(cell.management)).toEqual({ default: "optOut" });
  });

  test("of two policies at one place the first attached wins, until it is attached again", () => {
    const cell = new ExampleCell();
    cell.attach(cell.spare, cell.app);
    cell.attach(cell.policy("Lex out", choice("lex", "optOut")), cell.app);
    expect(cell.choices()).toMatchObject({ lex: "optIn" });
    cell.detach(cell.spare, cell.app);
    cell.attach(cell.spare, cell.app);
    expect(cell.choices()).toMatchObject({ lex: "optOut" });
  });

  test("a detached policy takes what it said with it, the first attached and the last", () => {
    const cell = new ExampleCell();
    const polly = cell.policy("Polly out", choice("polly", "optOut"));
    for (const policy of [cell.spare, polly]) cell.attach(policy, cell.root);
    expect(cell.choices()).toEqual({ default: "optOut", lex: "optIn", polly: "optOut" });
    cell.detach(polly, cell.root);
    expect(cell.choices()).toEqual({ default: "optOut", lex: "optIn" });
    cell.detach(cell.optOut, cell.root);
    expect(cell.choices()).toEqual({ lex: "optIn" });
  });

  test("an update to a lock makes exceptions below vanish, and the next one brings them back", () => {
    const cell = new ExampleCell();
    cell.act("UpdatePolicy", { PolicyId: cell.optOut, Content: choice("lex", "optOut") });
    cell.attach(cell.spare, cell.app);
    expect(cell.choices()).toEqual({ lex: "optIn" });
    cell.act("UpdatePolicy", { PolicyId: cell.optOut, Content: choice("lex", "optOut", true) });
    expect(cell.choices()).toEqual({ lex: "optOut" });
    cell.act("UpdatePolicy", { PolicyId: cell.optOut, Content: choice("lex", "optOut") });
    expect(cell.choices()).toEqual({ lex: "optIn" });
  });

  test("a moved account leaves its old chain and follows the new one at once", () => {
    const cell = new ExampleCell();
    const sandbox = cell.unit(cell.root, "Sandbox");
    cell.attach(cell.spare, cell.workloads);
    cell.attach(cell.policy("s", choice("polly", "optIn")), sandbox);
    expect(cell.choices()).toEqual({ default: "optOut", lex: "optIn" });
    cell.move(cell.app, cell.production, sandbox);
    expect(cell.choices()).toEqual({ default: "optOut", polly: "optIn" });
  });

  test("a policy attached far above reaches an OU and an account made later", () => {
    const cell = new ExampleCell();
    const late = cell.account("late");
    cell.move(late, cell.root, cell.unit(cell.production, "Late"));
    expect(cell.choices(late)).toEqual({ default: "optOut" });
  });
});

describe("enabling and disabling the type", () => {
  test("disabling detaches every policy everywhere and deletes none", () => {
    const cell = new ExampleCell();
    cell.attach(cell.spare, cell.app);
    cell.disable(aiType);
    for (const TargetId of [cell.root, cell.app])
      expect(cell.act("ListPoliciesForTarget", { TargetId, Filter: aiType })).toStrictEqual({ Policies: [] });
    expect(cell.act("ListPolicies", { Filter: aiType }).Policies).toHaveLength(2);
    expect(cell.refusal("DeletePolicy", { PolicyId: cell.optOut })).toBe("accepted");
  });

  test("without the type there is no effective policy, and enabling it again restores none", () => {
    const cell = new ExampleCell();
    const ask = (): string =>
      cell.refusal("DescribeEffectivePolicy", { PolicyType: aiType, TargetId: cell.app });
    expect(ask()).toBe("accepted");
    cell.disable(aiType);
    expect(ask()).toBe(notFound);
    cell.enable(aiType);
    expect(ask()).toBe(notFound);
    cell.attach(cell.optOut, cell.root);
    expect(ask()).toBe("accepted");
  });

  test("the refusal says whether the type is off or nothing is set", () => {
    const cell = new ExampleCell();
    const ask = (): unknown => cell.act("DescribeEffectivePolicy", { PolicyType: "TAG_POLICY" });
    expect(ask).toThrow("policy type TAG_POLICY is not enabled");
    cell.enable("TAG_POLICY");
    expect(ask).toThrow("no policy on its chain sets anything");
  });
});

describe("an effective policy that sets nothing does not exist", () => {
  const nothingSet: Record<string, (cell: ExampleCell) => void> = {
    "nothing attached on the chain": (cell) => cell.detach(cell.optOut, cell.root),
    "a lock without a value": (cell) => {
      const lock = { opt_out_policy: { "@@operators_allowed_for_child_policies": ["@@none"] } };
      const Content = JSON.stringify({ services: { lex: lock } });
      cell.act("UpdatePolicy", { PolicyId: cell.optOut, Content });
    },
    "a policy attached elsewhere only": (cell) => {
      cell.detach(cell.optOut, cell.root);
      cell.attach(cell.optOut, cell.management);
    },
  };
  test.each(Object.entries(nothingSet))("%s", (_, change) => {
    const cell = new ExampleCell();
    change(cell);
    const input = { PolicyType: aiType, TargetId: cell.app } as const;
    expect(cell.refusal("DescribeEffectivePolicy", input)).toBe(notFound);
    expect(cell.refusal("DescribeEffectivePolicy", input, { as: cell.app })).toBe(notFound);
  });
});

describe("whose effective policy", () => {
  const mine = (as: string, cell: ExampleCell): string | undefined =>
    cell.act("DescribeEffectivePolicy", { PolicyType: aiType }, { as }).EffectivePolicy?.TargetId;

  test("without a target: the caller's own", () => {
    const cell = new ExampleCell();
    expect([mine(cell.app, cell), mine(cell.management, cell)]).toEqual([cell.app, cell.management]);
  });

  test("a member account may name itself, and gets what the management account sees", () => {
    const cell = new ExampleCell();
    const input = { PolicyType: aiType, TargetId: cell.app } as const;
    expect(cell.act("DescribeEffectivePolicy", input, { as: cell.app })).toStrictEqual(
      cell.act("DescribeEffectivePolicy", input),
    );
  });

  test("a member account learns of no other, whether it exists or not", () => {
    const cell = new ExampleCell();
    const sibling = cell.account("sibling");
    for (const TargetId of [
      sibling,
      cell.management,
      nowhere.account,
      cell.outsider,
      cell.root,
      cell.production,
    ]) {
      const input = { PolicyType: aiType, TargetId } as const;
      expect(cell.refusal("DescribeEffectivePolicy", input, { as: cell.app })).toBe("AccessDeniedException");
    }
  });

  test.each(["root", "workloads", "production"] as const)("the %s is not a target", (target) => {
    const cell = new ExampleCell();
    const input = { PolicyType: aiType, TargetId: cell[target] } as const;
    expect(cell.refusal("DescribeEffectivePolicy", input)).toBe(
      "InvalidInputException: TARGET_NOT_SUPPORTED",
    );
  });

  test("an account of another organization is as good as none", () => {
    const cell = new ExampleCell();
    const input = { PolicyType: aiType, TargetId: cell.outsider } as const;
    expect(cell.refusal("DescribeEffectivePolicy", input)).toBe("TargetNotFoundException");
    cell.act("CreateOrganization", {}, { as: cell.outsider });
    expect(cell.refusal("DescribeEffectivePolicy", input)).toBe("TargetNotFoundException");
  });
});
