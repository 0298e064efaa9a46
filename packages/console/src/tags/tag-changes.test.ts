import { expect, test } from "vitest";
import { editedTags, newTags, tagChanges } from "./tag-changes.js";

const before = [
  { Key: "team", Value: "web" },
  { Key: "stage", Value: "prod" },
  { Key: "old", Value: "1" },
];

test("only what changed is put, and only what is gone is removed", () => {
  const [team, stage, old] = editedTags(before);
  const edited = [
    team!,
    { ...stage!, value: "lab" },
    { ...old!, markedForRemoval: true },
    { key: "new", value: "", existing: false },
  ];
  expect(tagChanges(before, edited)).toEqual({
    put: [
      { Key: "stage", Value: "lab" },
      { Key: "new", Value: "" },
    ],
    removedKeys: ["old"],
  });
});

test("nothing edited is nothing to call", () => {
  expect(tagChanges(before, editedTags(before))).toEqual({ put: [], removedKeys: [] });
  expect(newTags([])).toEqual({});
});
