import { expect, test } from "vitest";
import { ExampleCell, choice } from "./example-cell.fixture.js";
import { optOutSummary } from "./opt-out-summary.js";
import type { AccountOptOut } from "./opt-out-summary.js";

const summary = (cell: ExampleCell): readonly AccountOptOut[] => {
  const organization = cell.cell.organizations.get(cell.organization);
  return organization === undefined ? [] : optOutSummary(organization);
};

test("tells every account in the order of joining, with its path by name", () => {
  const cell = new ExampleCell();
  expect(summary(cell)).toStrictEqual([
    { accountId: cell.management, name: "Acme", path: "Root", state: "out", optedIn: [] },
    { accountId: cell.app, name: "app", path: "Root / Workloads / Production", state: "out", optedIn: [] },
  ]);
});

const cases: Record<string, [readonly string[], Pick<AccountOptOut, "state" | "optedIn">]> = {
  "out with an exception": [
    [choice("default", "optOut"), choice("lex", "optIn")],
    { state: "in", optedIn: ["lex"] },
  ],
  "out of everything named": [
    [choice("default", "optOut"), choice("lex", "optOut")],
    { state: "out", optedIn: [] },
  ],
  "out of one service only": [[choice("lex", "optOut")], { state: "undecided", optedIn: [] }],
  "in by default": [
    [choice("default", "optIn"), choice("lex", "optOut")],
    { state: "in", optedIn: ["default"] },
  ],
  "in against a lock": [
    [choice("default", "optOut"), choice("lex", "optOut", true)],
    { state: "out", optedIn: [] },
  ],
  "nothing attached": [[], { state: "undecided", optedIn: [] }],
};

test.each(Object.entries(cases))("%s", (_, [contents, expected]) => {
  const cell = new ExampleCell();
  cell.detach(cell.optOut, cell.root);
  for (const [index, content] of contents.entries())
    cell.attach(cell.policy(`p${index}`, content), cell.root);
  if (contents.some((content) => content.includes("@@none"))) cell.attach(cell.spare, cell.app);
  expect(summary(cell).find(({ accountId }) => accountId === cell.app)).toMatchObject(expected);
});
