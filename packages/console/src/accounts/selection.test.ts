import { expect, test } from "vitest";
import { changedSelection, selectedIds } from "./selection.js";

const [a, b, c] = ["a", "b", "c"].map((id) => ({ id }));

test("what was added is added, what was removed is removed", () => {
  expect(changedSelection([a!], [a!, b!], "a")).toBe("a,b");
  expect(changedSelection([a!, b!], [b!], "a,b")).toBe("b");
  expect(changedSelection([a!], [], "a")).toBeUndefined();
});

test("a second click before the first is drawn loses neither", () => {
  const afterFirst = changedSelection([], [a!], undefined);
  expect(changedSelection([], [b!], afterFirst)).toBe("a,b");
  expect(changedSelection([a!, c!], [a!], "a,b,c")).toBe("a,b");
});

test("an empty word selects nothing", () => {
  expect(selectedIds("")).toEqual([]);
  expect(selectedIds(undefined)).toEqual([]);
  expect(selectedIds("a,b")).toEqual(["a", "b"]);
});
