import { expect, test } from "vitest";
import { treeNodes } from "./tree-nodes.js";

test("nodes come in the order of the tree, OUs before accounts, names in natural order, with their path", () => {
  const nodes = treeNodes({
    organization: {},
    root: { Id: "r-1", Name: "Root" },
    units: [
      { Id: "ou-2", Name: "Team 10", parentId: "r-1" },
      { Id: "ou-1", Name: "Team 9", parentId: "r-1" },
      { Id: "ou-3", Name: "Lab", parentId: "ou-1" },
    ],
    accounts: [
      { Id: "1", Name: "Payments", parentId: "r-1" },
      { Id: "2", Name: "Images", parentId: "ou-3" },
    ],
    unread: [],
    readAt: new Date(0),
  });
  expect(nodes.map(({ id, depth, path }) => `${depth} ${id} ${path}`)).toEqual([
    "0 r-1 ",
    "1 ou-1 Root",
    "2 ou-3 Root / Team 9",
    "3 2 Root / Team 9 / Lab",
    "1 ou-2 Root",
    "1 1 Root",
  ]);
});
