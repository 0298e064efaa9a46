// A report full of text that means something else in each format, and a terminal to print it on.

import type { Terminal } from "../terminal.js";
import type { Report } from "./report.js";

export const nasty = [
  "plain",
  '=HYPERLINK("http://evil.example")',
  "  @SUM(A1)",
  'comma, "quote"\nand line\r\n',
  "pipe | back\\slash <b>bold</b> *star* `code | span` @team",
  "\u001b[31mred\u001b[0m \u202eback",
  "100%, a:b]]> & 'x' \ufffe",
  "日本語の名前",
  "`open",
] as const;

export const nastyReport: Report = {
  command: "sample",
  columns: [
    { key: "name", title: "Name" },
    { key: "verdict", title: "Verdict" },
  ],
  rows: nasty.map((text) => [text, { text: "opted out", tone: "good" }]),
  summary: "9 names",
  data: { names: nasty },
  checked: [...nasty, "open"],
  findings: nasty.map((text, index) => ({
    rule: "some-rule",
    severity: index === 0 ? "warning" : "error",
    subject: text,
    message: text,
    place: { file: text, line: index + 1, column: 2 },
  })),
  undetermined: [{ subject: "open", why: "nobody could read `it`" }],
  rules: [{ id: "some-rule", summary: "some rule" }],
};

export interface FakeTerminal extends Terminal {
  readonly printed: readonly string[];
  readonly code: number | undefined;
}

/** Paints as `<style>text</style>`, so that colours show in tests. */
export function fakeTerminal({ columns }: { readonly columns?: number } = {}): FakeTerminal {
  const printed: string[] = [];
  let code: number | undefined;
  return {
    env: {},
    input: (async function* () {})(),
    columns,
    printed,
    get code() {
      return code;
    },
    print: (text) => void printed.push(text),
    write: (text) => void printed.push(text),
    complain() {},
    isInteractive: false,
    redraw() {},
    paint: (style, text) => `<${String(style)}>${text}</${String(style)}>`,
    end: (ended) => (code = ended),
  };
}
