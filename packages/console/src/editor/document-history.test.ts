import { describe, expect, it } from "vitest";
import { changedTo, documentOf, typed, undoWhat, undone } from "./document-history.js";

describe("the document's history", () => {
  it("takes back step by step, naming each", () => {
    const document = changedTo(changedTo(documentOf("0"), "1", "moving lex"), "2", "moving polly");
    expect(undoWhat(document)).toBe("moving polly");
    expect(undone(document)).toMatchObject({ text: "1" });
    const begun = undone(undone(document));
    expect(begun.text).toBe("0");
    expect(undoWhat(begun)).toBeUndefined();
    expect(undone(begun)).toEqual(begun);
  });

  it("takes typing in a row for one step", () => {
    const document = typed(typed(changedTo(documentOf("0"), "1", "moving lex"), "12"), "123");
    expect(undone(document).text).toBe("1");
    expect(typed(undone(document), "1")).toEqual(undone(document));
  });

  it("makes no step of what changes nothing", () => {
    expect(changedTo(documentOf("0"), "0", "moving lex").past).toEqual([]);
  });

  it("forgets the oldest steps, not the newest", () => {
    let document = documentOf("0");
    for (let at = 1; at <= 500; at += 1) document = changedTo(document, String(at), `step ${at}`);
    expect(document.past.length).toBeLessThan(500);
    expect(undone(document).text).toBe("499");
  });
});
