import { expect, test } from "vitest";
import { csvText } from "./csv.js";

const columns = [
  { header: "Name", value: ({ name }: { readonly name: string }) => name },
  { header: "Again", value: ({ name }: { readonly name: string }) => name },
];

test.each([
  ["plain", "plain"],
  ['a "b", c', '"a ""b"", c"'],
  ["two\nlines", '"two\nlines"'],
  // What a spreadsheet would run.
  ["=cmd()", "'=cmd()"],
  ["@x,y", `"'@x,y"`],
])("%j", (name, cell) => {
  expect(csvText(columns, [{ name }])).toBe(`Name,Again\r\n${cell},${cell}\r\n`);
});
