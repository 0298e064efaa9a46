import { childControl } from "@withhold/policy";
import { describe, expect, it } from "vitest";
import { readVisual } from "./visual-document.js";

const setting = '{"opt_out_policy":{"@@assign":"optOut"}}';
const control = `"${childControl}":`;

/** The entry `lex` as it is shown. */
function shown(entry: string) {
  const reading = readVisual(`{"services":{"lex":${entry}}}`);
  return reading.ok ? reading.document.entries[0] : undefined;
}

describe("readVisual", () => {
  it.each([
    ["a choice", setting, { choice: "optOut", isLocked: false }],
    [
      "a locked choice",
      `{"opt_out_policy":{${control}["@@none"],"@@assign":"optIn"}}`,
      { choice: "optIn", isLocked: true },
    ],
    ["a lock alone", `{"opt_out_policy":{${control}["@@none"]}}`, { choice: undefined, isLocked: true }],
    [
      "an open lock, written out",
      `{${control}["@@all"],"opt_out_policy":{${control}["@@assign"],"@@assign":"optIn"}}`,
      { choice: "optIn", isLocked: false },
    ],
  ])("shows %s", (_, entry, expected) => {
    expect(shown(entry)).toEqual({ kind: "shown", key: "lex", ...expected });
  });

  it.each([
    ["another operator", '{"opt_out_policy":{"@@append":["optOut"]}}'],
    ["another value", '{"opt_out_policy":{"@@assign":"OptOut"}}'],
    ["a value that is no text", '{"opt_out_policy":{"@@assign":["optOut"]}}'],
    ["another key", '{"note":1,"opt_out_policy":{"@@assign":"optOut"}}'],
    ["no setting", "{}"],
    ["no object", '"optOut"'],
    ["a setting that stands twice", '{"opt_out_policy":{"@@assign":"optOut"},"opt_out_policy":{}}'],
    ["a lock of another kind", `{"opt_out_policy":{${control}["@@append"],"@@assign":"optOut"}}`],
    ["a lock of the entry of another kind", `{${control}"@@none","opt_out_policy":{"@@assign":"optOut"}}`],
  ])("keeps %s", (_, entry) => {
    expect(shown(entry)?.kind).toBe("kept");
  });

  it("keeps an entry that stands twice, once", () => {
    const reading = readVisual(`{"services":{"lex":${setting},"lex":${setting}}}`);
    expect(reading.ok && reading.document.entries).toEqual([
      { kind: "kept", key: "lex", why: "it stands twice" },
    ]);
  });

  it("names what stands beside the entries", () => {
    const reading = readVisual(
      `{"note":1,"services":{${control}["@@append"],"@@assign":1,"lex":${setting}}}`,
    );
    expect(reading.ok && reading.document.kept).toEqual([
      "note",
      "@@assign",
      `${childControl} under services`,
    ]);
    expect(readVisual("{}")).toMatchObject({ ok: true, document: { entries: [], isClosed: false } });
  });

  it("says where a text is wrong", () => {
    expect(readVisual('{\n"services": x}')).toMatchObject({ ok: false, line: 2, column: 13 });
    expect(readVisual("[]")).toMatchObject({ ok: false, line: 1, column: 1 });
    expect(readVisual('{"services":3}')).toMatchObject({ ok: false, line: 1, column: 13 });
    expect(readVisual('{"services":{},"services":{}}').ok).toBe(false);
  });
});
