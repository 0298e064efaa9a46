import { describe, expect, test } from "vitest";
import { Findings, describeErrors } from "./finding.js";
import { parsePolicy } from "./parse-policy.js";

describe("errors as one text", () => {
  const key = "k".repeat(8000);
  const members = Array.from({ length: 150 }, (_, index) => `"${index}":1`).join(",");
  const { findings } = parsePolicy(`{"${key}":{${members}}}`, { type: "CHATBOT_POLICY" });
  test("are bounded, while each path is whole", () => {
    expect(findings[0]?.path).toBe(`$.${key}['0']`);
    const text = describeErrors(findings);
    expect(text.split("\n")).toHaveLength(21);
    expect(text).toMatch(/\nand at least 80 more$/);
    expect(text.length).toBeLessThan(10_000);
  });
  test("are counted where all are known, and warnings are none", () => {
    const error = findings.slice(0, 22);
    expect(describeErrors(error)).toMatch(/\nand 2 more$/);
    expect(describeErrors(error.slice(0, 20))).not.toContain("more");
    expect(describeErrors(error.map((finding) => ({ ...finding, severity: "warning" })))).toBe("");
  });
  test("long odd keys stay whole too", () => {
    const odd = "\u00e9".repeat(70);
    expect(parsePolicy(`{"${odd}":1}`, { type: "TAG_POLICY" }).findings[0]?.path).toBe(`$['${odd}']`);
  });
  test("messages that are dropped are never worked out", () => {
    let worked = 0;
    const all = new Findings("");
    for (let index = 0; index < 500; index += 1) all.error("unknown-key", [], 0, () => `${(worked += 1)}`);
    expect(all.list()).toHaveLength(100);
    expect(worked).toBe(100);
  });
});
