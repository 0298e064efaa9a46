// What a table of headers tells, whatever layouts were seen before.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HeaderTable } from "./header-table.js";

const names = [
  "Host",
  "host",
  "x-amz-date",
  "X-Amz-Date",
  "x-amz-target",
  "X-Amz-Cf-Id",
  "__proto__",
  "accept",
];
const header = fc.tuple(fc.constantFrom(...names), fc.stringMatching(/^[ a-z]{0,3}$/));
const asked = [...new Set(names.map((name) => name.toLowerCase()))];

/** The same, asked of all headers anew every time. */
function expected(headers: readonly (readonly [string, string])[], name: string) {
  const values = headers.flatMap(([received, value]) =>
    received.toLowerCase() === name && name !== "x-amz-cf-id" ? [value] : [],
  );
  return { values, value: values[0]?.trim(), has: values.length > 0, isRepeated: values.length > 1 };
}

describe("HeaderTable", () => {
  it("finds what was received, and nothing that was not", () => {
    fc.assert(
      fc.property(fc.array(header, { maxLength: 5 }), (headers) => {
        const table = new HeaderTable(headers.flat());
        for (const name of asked) {
          expect({
            values: table.values(name),
            value: table.value(name),
            has: table.has(name),
            isRepeated: table.isRepeated(name),
          }).toEqual(expected(headers, name));
        }
        const amazon = asked.filter((name) => name.startsWith("x-amz-") && expected(headers, name).has);
        expect(table.amazonNames.toSorted()).toEqual(amazon.toSorted());
      }),
      { numRuns: 1000 },
    );
  });

  it("takes no values of a request that named its headers alike", () => {
    const tables = ["ab", "cd"].map(
      ([one = "", other = ""]) => new HeaderTable(["Host", one, "Date", other]),
    );
    expect(tables.map((table) => [table.value("host"), table.value("date")])).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  it("drops a name without a value", () => {
    expect(new HeaderTable(["Host", "a", "Accept"]).has("accept")).toBe(false);
  });
});
