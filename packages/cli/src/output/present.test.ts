// Every format against text that means something else in it, and the exit codes.

import type { Log } from "sarif";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { exitCodeOf } from "./fail-on.js";
import { findingFormats, present } from "./present.js";
import type { PresentFormat } from "./present.js";
import { fakeTerminal, nasty, nastyReport } from "./report.fixture.js";
import type { Report, ReportSeverity } from "./report.js";

async function printed(output: PresentFormat, report: Report = nastyReport): Promise<string> {
  const terminal = fakeTerminal();
  await present(report, { output }, terminal);
  return terminal.printed.join("").replace(/\r?\n$/, "");
}

describe("every format", () => {
  test.each(findingFormats)("%s prints no control character of others", async (format) => {
    expect(await printed(format)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]/);
  });

  test.each(findingFormats)("%s of an empty report is no error", async (format) => {
    const empty = { ...nastyReport, rows: [], findings: [], undetermined: [], checked: [] };
    expect(await printed(format, empty)).not.toContain("undefined");
  });
});

test("table: titles, then rows as wide as their text shows, then what is open, then the summary", async () => {
  const rows = [
    ["日本語", "a"],
    ["four", "\u001b"],
  ];
  const report = { ...nastyReport, rows };
  expect(await printed("table", report)).toMatchInlineSnapshot(`
    "<dim>NAME</dim>    <dim>VERDICT</dim>
    日本語  a
    four    \\u001b

    <yellow>undetermined</yellow>  open  nobody could read \`it\`

    9 names"
  `);
});

test("json: the version and the command lead", async () => {
  expect(JSON.parse(await printed("json"))).toStrictEqual({
    version: 1,
    command: "sample",
    names: [...nasty],
  });
});

test("csv: a record a line, nothing that a spreadsheet would compute", async () => {
  expect((await printed("csv")).split("\r\n")).toMatchInlineSnapshot(`
    [
      "name,verdict",
      "plain,"opted out"",
      ""'=HYPERLINK(""http://evil.example"")","opted out"",
      ""'  @SUM(A1)","opted out"",
      ""comma, ""quote""\\u000aand line\\u000d\\u000a","opted out"",
      ""pipe | back\\slash <b>bold</b> *star* \`code | span\` @team","opted out"",
      ""\\u001b[31mred\\u001b[0m \\u202eback","opted out"",
      ""100%, a:b]]> & 'x' ￾","opted out"",
      "日本語の名前,"opted out"",
      "\`open,"opted out"",
    ]
  `);
});

test.each(["=1", "+1", "-1", "@x", "＝1", " =1", '"=1', "'=1", "\t=1"])(
  "csv: %j is no formula",
  async (text) => {
    const [, line = ""] = (await printed("csv", { ...nastyReport, rows: [[text, ""]] })).split("\r\n");
    expect(line).toMatch(/^"?(?:'|\\u0009)/);
  },
);

test("markdown: text in backticks is code, and nothing else is markup", async () => {
  const lines = (await printed("markdown")).split("\n");
  expect(
    lines.filter((line) => line.startsWith("|")).map((line) => line.match(/(?<!\\)\|/g)?.length),
  ).toEqual(Array.from({ length: nasty.length + 2 }, () => 3));
  expect(lines[6]).toBe(
    String.raw`| pipe \| back\\slash \<b\>bold\</b\> \*star\* ` +
      "`code \\| span`" +
      String.raw` \@team | opted out |`,
  );
  expect(lines).toContain("| \\`open | opted out |");
  expect(lines.slice(-3)).toEqual(["- undetermined: open: nobody could read `it`", "", "9 names"]);
});

test("github: a line for each finding, whatever stands in it", async () => {
  const lines = (await printed("github")).split("\n");
  expect(lines).toHaveLength(nasty.length + 1);
  expect(lines[0]).toBe("::warning file=plain,line=1,col=2,title=some-rule::plain");
  expect(lines[3]).toBe(
    '::error file=comma%2C "quote"%0Aand line%0D%0A,line=4,col=2,title=some-rule::comma, "quote"\\u000aand line\\u000d\\u000a',
  );
  expect(lines[6]).toContain("title=some-rule::100%25, a:b]]>");
  expect(lines.at(-1)).toBe("::warning title=undetermined::open: nobody could read `it`");
});

test("junit: well-formed XML, a case for each that was checked", async () => {
  const parser = new SaxesParser();
  const cases: string[] = [];
  const failures: string[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "testcase") cases.push(attributes["name"] ?? "");
    if (name === "failure" || name === "error") failures.push(`${name} ${attributes["type"]}`);
  });
  parser.write(await printed("junit")).close();
  expect(cases).toHaveLength(nasty.length + 1);
  expect(cases[1]).toBe('=HYPERLINK("http://evil.example")');
  // The first is a warning, which fails nothing by itself.
  expect(failures).toEqual([...nasty.slice(1).map(() => "failure some-rule"), "error undetermined"]);
});

test("sarif: results have a place, the rest is a notification, and file names are URIs", async () => {
  const place = { file: "-", line: 1, column: 1 };
  const finding = { rule: "some-rule", severity: "error", subject: "-", message: "m", place } as const;
  const log = JSON.parse(
    await printed("sarif", {
      ...nastyReport,
      findings: [
        ...nastyReport.findings,
        finding,
        { ...finding, place: { ...place, file: "./a b/ü.json" } },
        { ...finding, place: { ...place, file: "/tmp/x.json" } },
      ],
    }),
  ) as Log;
  const [run] = log.runs;
  expect(
    run?.results?.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri),
  ).toEqual([
    ...nasty.map((name) => name.split("/").map(encodeURIComponent).join("/")),
    "a%20b/%C3%BC.json",
    "file:///tmp/x.json",
  ]);
  expect(run?.invocations?.[0]?.toolExecutionNotifications).toEqual([
    { level: "error", message: { text: "-: m" } },
    { level: "warning", message: { text: "undetermined: open: nobody could read `it`" } },
  ]);
});

describe("exit codes", () => {
  const of = (severities: readonly ReportSeverity[], undetermined: number): Report => ({
    ...nastyReport,
    findings: severities.map((severity) => ({ rule: "r", severity, subject: "s", message: "m" })),
    undetermined: Array.from({ length: undetermined }, () => ({ subject: "s", why: "w" })),
  });
  test.each([
    [[], 0, "error", 0],
    [["error"], 0, "error", 3],
    [["warning", "info"], 0, "error", 0],
    [["warning"], 0, "warning", 3],
    [["info"], 0, "warning", 0],
    [["info"], 0, "info", 3],
    [["error"], 0, "never", 0],
    [[], 1, "error", 4],
    [["warning"], 1, "error", 4],
    [["error"], 1, "error", 3],
    [["error"], 1, "never", 4],
  ] as const)("%j with %i undetermined and --fail-on %s: %i", (severities, undetermined, failOn, code) => {
    expect(exitCodeOf(of(severities, undetermined), failOn)).toBe(code);
  });

  test("present sets it", async () => {
    const terminal = fakeTerminal();
    await present(of([], 1), { output: "table" }, terminal);
    expect(terminal.code).toBe(4);
  });
});
