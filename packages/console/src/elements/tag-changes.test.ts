import { expect, test } from "vitest";
import { editedTags, tagChanges } from "./tag-changes.js";

const before = [
  { Key: "team", Value: "privacy" },
  { Key: "stage", Value: "test" },
];

test("nothing edited is nothing to do", () => {
  expect(tagChanges(before, editedTags(before))).toEqual({ put: [], removed: [] });
});

test("what is new or another is put, what is marked is removed", () => {
  const edited = [
    { key: "team", value: "governance", existing: true },
    { key: "stage", value: "test", existing: true, markedForRemoval: true },
    { key: "owner", value: "", existing: false },
  ];
  expect(tagChanges(before, edited)).toEqual({
    put: [
      { Key: "team", Value: "governance" },
      { Key: "owner", Value: "" },
    ],
    removed: ["stage"],
  });
});

test("a key that is removed and added again is only put", () => {
  const edited = [
    { key: "team", value: "privacy", existing: true, markedForRemoval: true },
    { key: "team", value: "legal", existing: false },
    { key: "stage", value: "test", existing: true },
  ];
  expect(tagChanges(before, edited)).toEqual({ put: [{ Key: "team", Value: "legal" }], removed: [] });
});
