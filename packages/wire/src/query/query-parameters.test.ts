// Form bodies and query strings, decoded or refused, and the operation they name.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQueryParameters, queryParametersMax } from "./parse-query-parameters.js";
import { readAction } from "./read-action.js";

describe("parseQueryParameters", () => {
  it.each([
    ["", []],
    [
      "Action=GetCallerIdentity&Version=2011-06-15",
      [
        ["Action", "GetCallerIdentity"],
        ["Version", "2011-06-15"],
      ],
    ],
    [
      "a=b+c%20d%2B&e&f=&g=h=i",
      [
        ["a", "b c d+"],
        ["e", ""],
        ["f", ""],
        ["g", "h=i"],
      ],
    ],
    ["&a=%C3%BC&", [["a", "ü"]]],
    ["__proto__=1", [["__proto__", "1"]]],
  ] as [string, [string, string][]][])("%j", (text, entries) => {
    for (const encoded of [text, Buffer.from(text)]) {
      const parsed = parseQueryParameters(encoded);
      expect(parsed.ok && [...parsed.parameters]).toEqual(entries);
    }
  });

  it.each([
    "a=%",
    "a=%2",
    "a=%zz",
    "a=%ff",
    "a=%ED%A0%80",
    "a=%C0%80",
    "a=ü",
    "a=€",
    "a= b",
    "a=\n",
    "a=1&a=2",
    "a=1&%61=1",
  ])("refuses %j", (text) => {
    expect(parseQueryParameters(text)).toMatchObject({ ok: false, fault: { code: "MalformedQueryString" } });
  });

  it.each([
    [queryParametersMax, true],
    [queryParametersMax + 1, false],
  ])("%d parameters: %s", (count, ok) => {
    const text = Array.from({ length: count }, (_, index) => `p${index}=1`).join("&");
    expect(parseQueryParameters(text).ok).toBe(ok);
  });

  it("returns what URLSearchParams encoded", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(text, text), { selector: ([name]) => name }), (pairs) => {
        const parsed = parseQueryParameters(Buffer.from(new URLSearchParams(pairs).toString()));
        expect(parsed.ok && [...parsed.parameters]).toEqual(pairs);
      }),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.string({ unit: "binary" })), (encoded) => {
        expect(parseQueryParameters(encoded)).toHaveProperty("ok");
      }),
    );
  });
});

describe("readAction", () => {
  it.each([
    [
      { Action: "A", Version: "V" },
      { ok: true, action: "A", version: "V" },
    ],
    [{ Version: "V" }, { ok: false, fault: { code: "MissingAction" } }],
    [{ Action: "" }, { ok: false, fault: { code: "MissingAction" } }],
    [{ Action: "A" }, { ok: false, fault: { code: "InvalidAction" } }],
  ])("%j", (parameters, outcome) => {
    expect(readAction(new Map<string, string>(Object.entries(parameters)))).toMatchObject(outcome);
  });
});
