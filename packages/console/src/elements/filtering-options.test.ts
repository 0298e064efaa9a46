import { expect, test } from "vitest";
import { filteringOptions } from "./filtering-options.js";

const items = Array.from({ length: 5000 }, (_, index) => ({
  name: `Account ${index}`,
  state: index % 2 === 0 ? "ACTIVE" : "CLOSED",
  email: "",
}));

test("a column with few values offers each once, one with thousands none, an empty one none", () => {
  expect(filteringOptions(items, [{ id: "name" }, { id: "state" }, { id: "email" }])).toEqual([
    { propertyKey: "state", value: "ACTIVE" },
    { propertyKey: "state", value: "CLOSED" },
  ]);
});
