import { expect, test } from "vitest";
import { moveCursor } from "./heat-map-cursor.js";

const extent = { rows: 100, columns: 28, page: 10 };

test.each([
  ["ArrowUp", false, [50, 5], [49, 5]],
  ["ArrowUp", false, [0, 5], [0, 5]],
  ["ArrowDown", false, [50, 5], [51, 5]],
  ["ArrowDown", false, [99, 5], [99, 5]],
  ["ArrowLeft", false, [50, 0], [50, -1]],
  ["ArrowLeft", false, [50, -1], [50, -1]],
  ["ArrowRight", false, [50, 5], [50, 6]],
  ["ArrowRight", false, [50, 27], [50, 27]],
  ["PageUp", false, [5, 5], [0, 5]],
  ["PageDown", false, [50, 5], [60, 5]],
  ["PageDown", false, [95, 5], [99, 5]],
  ["Home", false, [50, 5], [50, -1]],
  ["End", false, [50, 5], [50, 27]],
  ["Home", true, [50, 5], [0, -1]],
  ["End", true, [50, 5], [99, 27]],
] as const)("%s (with Ctrl: %s) from %j", (key, ctrlKey, [row, column], [toRow, toColumn]) => {
  expect(moveCursor({ row, column }, { key, ctrlKey, metaKey: false }, extent)).toEqual({
    row: toRow,
    column: toColumn,
  });
});

test("other keys keep their meaning for the page", () => {
  const pressed = { key: "Tab", ctrlKey: false, metaKey: false };
  expect(moveCursor({ row: 1, column: 1 }, pressed, extent)).toBeUndefined();
});
