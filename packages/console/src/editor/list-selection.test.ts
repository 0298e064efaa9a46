import { describe, expect, it } from "vitest";
import { nothingSelected, selectIn } from "./list-selection.js";
import type { ListAction, ListSelection } from "./list-selection.js";

const options = ["a", "b", "c", "d"];
const press = (key: string, more: Partial<ListAction> = {}): ListAction =>
  ({
    kind: "key",
    key,
    shift: false,
    control: false,
    ...more,
  }) as ListAction;
const click = (option: string, shift = false): ListAction => ({ kind: "click", option, shift });

function after(...actions: readonly ListAction[]): readonly [string, string | undefined] {
  const { selected, active } = actions.reduce<ListSelection>(
    (now, action) => selectIn(now, options, action),
    nothingSelected,
  );
  return [[...selected].toSorted().join(""), active];
}

describe("selectIn", () => {
  it.each([
    ["an arrow enters the list", [press("ArrowDown")], ["", "a"]],
    ["arrows move without selecting", [press("ArrowDown"), press("ArrowDown"), press("ArrowUp")], ["", "a"]],
    ["and stop at the ends", [press("End"), press("ArrowDown"), press("Home"), press("ArrowUp")], ["", "a"]],
    ["space selects", [press("ArrowDown"), press(" ")], ["a", "a"]],
    ["and takes back", [press("End"), press(" "), press(" ")], ["", "d"]],
    [
      "shift and arrows select what they pass",
      [press("Home"), press("ArrowDown", { shift: true })],
      ["ab", "b"],
    ],
    ["control and A select all", [click("b"), press("a", { control: true })], ["abcd", "b"]],
    [
      "and nothing, where all are",
      [press("a", { control: true }), press("A", { control: true })],
      ["", undefined],
    ],
    ["clicks add", [click("a"), click("c")], ["ac", "c"]],
    ["and take back", [click("a"), click("a")], ["", "a"]],
    ["shift and a click select what lies between", [click("d"), click("b", true)], ["bcd", "b"]],
  ] as const)("%s", (_, actions, result) => {
    expect(after(...actions)).toEqual(result);
  });

  it("leaves other keys to the page", () => {
    for (const action of [press("Tab"), press("c", { control: true }), press("x"), press(" ")]) {
      expect(selectIn(nothingSelected, options, action)).toBe(nothingSelected);
    }
    expect(selectIn(nothingSelected, [], press("ArrowDown"))).toBe(nothingSelected);
  });

  it("keeps what the filter hides selected", () => {
    const one = selectIn(nothingSelected, options, click("d"));
    const both = selectIn(one, ["a", "b"], press("a", { control: true }));
    expect([...both.selected].toSorted()).toEqual(["a", "b", "d"]);
  });
});
