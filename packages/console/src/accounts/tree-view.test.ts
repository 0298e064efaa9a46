import { describe, expect, test } from "vitest";
import { nodeFilter } from "./node-filter.js";
import { nodeOrder } from "./node-properties.js";
import { nodeRows } from "./node-rows.js";
import type { NodeRow } from "./node-rows.js";
import { optOutOfAll, organizationWith } from "./organization.fixture.js";
import { ancestorsOf, openedByFilter, treeView } from "./tree-view.js";

const rows = nodeRows(
  organizationWith({
    contents: { "p-all": optOutOfAll },
    attachments: [{ policyId: "p-all", targetId: "ou-root-prod" }],
  }),
);
const byName = nodeOrder("name", false);
const names = (nodes: readonly NodeRow[]): readonly string[] => nodes.map(({ name }) => name);
const token = (propertyKey: string, operator: string, value: string) => ({ propertyKey, operator, value });

describe("without a filter", () => {
  test("everything is seen: OUs before accounts, each in order", () => {
    const view = treeView(rows, undefined, byName);
    expect(names(view.childrenOf("r-root"))).toEqual(["Lab", "Production", "Management"]);
    expect(names(treeView(rows, undefined, nodeOrder("name", true)).childrenOf("r-root"))).toEqual([
      "Production",
      "Lab",
      "Management",
    ]);
    expect(view.matchesBelow("r-root")).toBe(0);
  });
});

describe("with a filter", () => {
  const query = { tokens: [token("name", "=", "Data")], operation: "and" } as const;
  const view = treeView(rows, nodeFilter(rows, query), byName);

  test("what matches is seen with all that leads there, and nothing beside it", () => {
    expect(names(view.childrenOf("r-root"))).toEqual(["Production"]);
    expect(names(view.childrenOf("ou-root-prod"))).toEqual(["EU"]);
    expect(names(view.childrenOf("ou-root-eu"))).toEqual(["Data"]);
    expect(view.matchesBelow("ou-root-prod")).toBe(1);
    expect(openedByFilter(rows.root, view)).toEqual(new Set(["r-root", "ou-root-prod", "ou-root-eu"]));
  });

  test("an OU that matches does not show children that do not", () => {
    const units = treeView(
      rows,
      nodeFilter(rows, { tokens: [token("name", "=", "Production")], operation: "and" }),
      byName,
    );
    expect(names(units.childrenOf("r-root"))).toEqual(["Production"]);
    expect(units.childrenOf("ou-root-prod")).toEqual([]);
  });

  test("any text member is searched, and tokens join as the query says", () => {
    const found = (tokens: ReturnType<typeof token>[], operation: "and" | "or") =>
      names(nodeFilter(rows, { tokens, operation }) ?? []);
    expect(found([token("optOut", "=", "Fully opted out"), token("kind", "=", "Account")], "and")).toEqual([
      "Web",
      "Data",
    ]);
    expect(found([token("email", ":", "bench@"), token("id", "^", "2222")], "or")).toEqual(["Web", "Bench"]);
  });

  test("no token is no filter", () => {
    expect(nodeFilter(rows, { tokens: [], operation: "and" })).toBeUndefined();
  });
});

test("a filter that matches thousands opens no more than a person can read", () => {
  const accounts = Array.from({ length: 2000 }, (_, index) => ({
    Id: String(500_000_000_000 + index),
    Name: `Many ${index}`,
    parentId: ["ou-root-prod", "ou-root-lab", "ou-root-eu"][index % 3] ?? "r-root",
  }));
  const many = nodeRows(organizationWith({ contents: {}, attachments: [], accounts }));
  const matches = nodeFilter(many, { tokens: [token("name", ":", "Many")], operation: "and" });
  expect(matches).toHaveLength(2000);
  const view = treeView(many, matches, byName);
  const opened = openedByFilter(many.root, view);
  expect(opened).toEqual(new Set(["r-root", "ou-root-lab"]));
  expect(view.matchesBelow("r-root")).toBe(2000);
});

test("the way up from a node, nearest first", () => {
  expect(ancestorsOf(rows, "333333333333")).toEqual(["ou-root-eu", "ou-root-prod", "r-root"]);
  expect(ancestorsOf(rows, "r-root")).toEqual([]);
});
