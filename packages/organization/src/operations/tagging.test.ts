import { describe, expect, test } from "vitest";
import { ExampleCell } from "../example-cell.fixture.js";

const tag = (cell: ExampleCell, ResourceId: string, ...pairs: [string, string][]) =>
  cell.act("TagResource", { ResourceId, Tags: pairs.map(([Key, Value]) => ({ Key, Value })) });
const tagsOf = (cell: ExampleCell, ResourceId: string) =>
  (cell.act("ListTagsForResource", { ResourceId }).Tags ?? []).map(({ Key, Value }) => `${Key}=${Value}`);

describe.each(["root", "workloads", "app", "optOut"] as const)("tags of the %s", (resource) => {
  test("keep the order in which their keys were first set; a new value stands in the place of the old", () => {
    const cell = new ExampleCell();
    const id = cell[resource];
    tag(cell, id, ["b", "1"], ["a", "1"]);
    tag(cell, id, ["c", "1"], ["b", "2"]);
    expect(tagsOf(cell, id)).toEqual(["b=2", "a=1", "c=1"]);
  });

  test("that were taken off and set again come last", () => {
    const cell = new ExampleCell();
    const id = cell[resource];
    tag(cell, id, ["b", "1"], ["a", "1"]);
    cell.act("UntagResource", { ResourceId: id, TagKeys: ["b", "b", "never there"] });
    expect(cell.recorded.at(-1)?.event).toMatchObject({ type: "resource.untagged", keys: ["b"] });
    tag(cell, id, ["b", "2"]);
    expect(tagsOf(cell, id)).toEqual(["a=1", "b=2"]);
  });
});

test("no tags to set, and no key that is there, leave no record", () => {
  const cell = new ExampleCell();
  const records = cell.recorded.length;
  tag(cell, cell.root);
  cell.act("UntagResource", { ResourceId: cell.root, TagKeys: ["team"] });
  expect(cell.recorded).toHaveLength(records);
});

test("a new value for a key that is there fits where no further key does", () => {
  const cell = new ExampleCell();
  const tagAs = (Key: string) => {
    const input = { ResourceId: cell.root, Tags: [{ Key, Value: "new" }] };
    return cell.refusal("TagResource", input, { quotas: { tagsMax: 2 } });
  };
  tag(cell, cell.root, ["a", "1"], ["b", "1"]);
  expect([tagAs("b"), tagAs("B")]).toEqual([
    "accepted",
    "ConstraintViolationException: MAX_TAG_LIMIT_EXCEEDED",
  ]);
});

test("AWS's own policies show that they carry none", () => {
  expect(tagsOf(new ExampleCell(), "p-FullAWSAccess")).toEqual([]);
});
