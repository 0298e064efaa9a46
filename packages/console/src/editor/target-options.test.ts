import { describe, expect, it } from "vitest";
import type { TreeNode } from "../organization/tree-nodes.js";
import { targetName, targetOptions } from "./target-options.js";

const nodes: readonly TreeNode[] = [
  { id: "r-1", kind: "root", name: "Root", path: "", depth: 0 },
  { id: "ou-1", kind: "unit", name: "Labs", path: "Root", depth: 1 },
  { id: "1", kind: "account", name: "Lab", path: "Root / Labs", depth: 2 },
];

describe("targets", () => {
  it("are told by name, id and path", () => {
    expect(targetOptions(nodes)).toEqual([
      { value: "r-1", label: "Root", description: "r-1: every account", tags: [] },
      { value: "ou-1", label: "Labs", description: "OU ou-1", tags: ["Root"] },
      { value: "1", label: "Lab", description: "Account 1", tags: ["Root / Labs"] },
    ]);
    expect(targetName(nodes, "ou-1")).toBe("Labs (ou-1)");
    expect(targetName(nodes, "r-1")).toBe("the root (r-1)");
    expect(targetName(nodes, "2")).toBe("2");
    expect(targetName(undefined, "2")).toBe("2");
  });
});
