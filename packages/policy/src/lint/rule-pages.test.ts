// Rules and their pages, one to one: each page tells the rule's severity and fix, and its examples do what it says.

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Finding } from "../finding.js";
import type { OrganizationSnapshot } from "../snapshot/organization-snapshot.js";
import { applyFixes } from "./apply-fixes.js";
import { lintOrganization } from "./lint-organization.js";
import { lintPolicy } from "./lint-policy.js";
import { lintRules } from "./lint-rules.js";

const folder = fileURLToPath(new URL("../../../../docs/rules/", import.meta.url));
const read = (name: string): string => readFileSync(`${folder}${name}`, "utf8");
const rows = read("README.md")
  .split("\n")
  .filter((line) => line.startsWith("| ["));

/** The two examples, the first lengthened where its heading says so. */
function examples(page: string): readonly [string, string] {
  const [found = "", better = ""] = Array.from(
    page.matchAll(/^```json\n([^]*?)\n```$/gm),
    ([, text]) => text ?? "",
  );
  const [, length] = /^## Found, with spaces up to ([\d,]+) characters$/m.exec(page) ?? [];
  return [length === undefined ? found : found.padEnd(Number(length.replaceAll(",", ""))), better];
}

const isOrganization = (text: string): boolean => text.includes('"attachmentOrder"');
const findingsOf = (text: string): readonly Finding[] =>
  isOrganization(text)
    ? lintOrganization(JSON.parse(text) as OrganizationSnapshot).policies.flatMap(({ findings }) => findings)
    : lintPolicy(text);

test("a page for each rule, a row in the index for each page, and no other", () => {
  const ids = lintRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(readdirSync(folder).toSorted()).toEqual(["README.md", ...ids.map((id) => `${id}.md`)].toSorted());
  expect(rows).toEqual(
    lintRules.map(({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${summary} |`),
  );
});

describe.each(lintRules.map((rule) => [rule.id, rule] as const))("%s", (id, { severity, summary, fix }) => {
  const page = read(`${id}.md`);
  const [found, better] = examples(page);

  test("has its name, severity and summary on its page", () => {
    expect(page.startsWith(`# ${id}\n\n**${severity}**: ${summary}. Fix: `)).toBe(true);
    expect(/\. Fix: none\./.test(page)).toBe(fix === undefined);
  });

  test("finds the first example, with the severity of the rule", () => {
    expect(findingsOf(found)).toContainEqual(expect.objectContaining({ rule: id, severity }));
  });

  test("does not find the second, and nothing refuses that", () => {
    const rest = findingsOf(better);
    expect(rest.filter((finding) => finding.rule === id || finding.severity === "error")).toEqual([]);
  });

  test("is mended by the flag that the page names, and by no lesser one", () => {
    if (isOrganization(found)) return;
    const left = (unsafe: boolean): boolean =>
      applyFixes(found, { unsafe }).findings.some((finding) => finding.rule === id);
    const says = /Fix: ([^]*?)\.\n/.exec(page)?.[1] ?? "";
    expect(left(false)).toBe(!/`--fix`, where (?:the policy fits|both|something)/.test(says));
    expect(left(true)).toBe(left(false) && !says.includes("`--fix-unsafe`"));
  });
});
