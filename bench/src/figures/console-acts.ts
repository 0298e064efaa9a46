// What people do in the console, each act again and again.

import type { Page } from "playwright-core";
import { rootId, sampleUnitId } from "../sample-organization.js";

export interface ConsoleAct {
  readonly name: string;
  /** Where it is done. */
  readonly path: string;
  /** What is done before, once. */
  readonly prepare: (page: Page) => Promise<void>;
  /** What is done before each turn, which is not timed. */
  readonly before?: (page: Page, turn: number) => Promise<void>;
  /** One interaction. */
  readonly act: (page: Page, turn: number) => Promise<void>;
  /** Milliseconds between one and the next. */
  readonly rest: number;
  readonly what: string;
}

/** As people type and click. */
const usual = 150;
/** As somebody who stops to think: longer than the console waits before it works the impact out, so that the next key meets that. */
const hesitating = 250;

/** A digit, then another that takes it out, by turns. */
const typeAndTakeBack = async (page: Page, turn: number): Promise<void> =>
  page.keyboard.press(turn % 2 === 0 ? "7" : "Backspace");

const createPolicy = `/policies/aiservices-opt-out-policy/create?target=${rootId}`;
const beforeKey = '{"services":{"lex';
const document = `${beforeKey}":{"opt_out_policy":{"@@assign":"optIn"}},"default":{"opt_out_policy":{"@@assign":"optOut"}}}}`;

async function impactShown(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "What would flip" }).waitFor();
}

async function beginDocument(page: Page): Promise<void> {
  const editor = page.locator(".cm-content");
  await editor.click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(document);
  await impactShown(page);
  await page.keyboard.press("Home");
  for (let at = 0; at < beforeKey.length; at += 1) await page.keyboard.press("ArrowRight");
}

/** The column that is moved from by turns, and how what is moved leaves it. */
const moves = [
  { from: "Opted out", by: "Move to opted in" },
  { from: "Opted in", by: "Move to opted out" },
] as const;

const moveOf = (turn: number) => moves[turn % 2 === 0 ? 0 : 1];

/** A letter more in the name of a service: another policy with every key, good each time. */
const typeKey = async (page: Page, turn: number): Promise<void> =>
  page.keyboard.press(turn % 2 === 0 ? "a" : "Backspace");

export const consoleActs: readonly ConsoleAct[] = [
  {
    name: "a key in the overview's filter",
    path: "/",
    prepare: async (page) => page.getByPlaceholder("Part of a name or id").click(),
    act: typeAndTakeBack,
    rest: usual,
    what: "typing and taking back a digit that many accounts have, the heat map shown.",
  },
  {
    name: "a page of the heat map",
    path: "/",
    prepare: async (page) => page.getByRole("grid", { name: "Choices by account and service" }).focus(),
    act: async (page) => page.keyboard.press("PageDown"),
    rest: usual,
    what: "`PageDown` in the heat map.",
  },
  {
    name: "an OU opened in the tree",
    path: `/accounts?open=${rootId}`,
    prepare: async (page) => page.getByRole("button", { name: "Open Unit 0", exact: true }).waitFor(),
    act: async (page, turn) =>
      page.getByRole("button", { name: `${turn % 2 === 0 ? "Open" : "Close"} Unit 0`, exact: true }).click(),
    rest: usual,
    what: "opening and closing an OU of nine OUs and nine accounts, the root open with 50 of its 100 OUs shown.",
  },
  {
    name: "an account opened in the tree",
    path: `/accounts?open=${rootId},${sampleUnitId(0)}`,
    prepare: async (page) => page.getByRole("link", { name: "Account 0", exact: true }).click(),
    act: async (page, turn) =>
      page.getByRole("link", { name: turn % 2 === 0 ? "Account 1819" : "Account 0", exact: true }).click(),
    rest: usual,
    what: "clicking the name of another account, its panel open below.",
  },
  {
    name: "a key in the tree's filter",
    path: "/accounts",
    prepare: async (page) => page.getByRole("combobox", { name: "Find accounts and OUs" }).click(),
    act: typeAndTakeBack,
    rest: usual,
    what: "typing and taking back a digit, its suggestions open.",
  },
  {
    name: "the tree's filter",
    path: "/accounts",
    prepare: async (page) => page.getByRole("combobox", { name: "Find accounts and OUs" }).click(),
    before: async (page, turn) => {
      if (turn % 2 === 0) await page.keyboard.insertText("77");
    },
    act: async (page, turn) => {
      if (turn % 2 === 0) await page.keyboard.press("Enter");
      else await page.getByRole("button", { name: "Clear filters", exact: true }).click();
    },
    rest: usual,
    what: "Enter, which filters all nodes by `77` and opens what leads to the matches, and clearing it.",
  },
  {
    name: "a key in the JSON editor",
    path: `${createPolicy}&tab=json`,
    prepare: beginDocument,
    act: typeKey,
    rest: usual,
    what: "keys in the name of a service one after another, the impact on the root shown beside.",
  },
  {
    name: "a key in the JSON editor after a pause",
    path: `${createPolicy}&tab=json`,
    prepare: beginDocument,
    act: typeKey,
    rest: hesitating,
    what: "the same as slowly as that each key meets the computing of the impact of the one before.",
  },
  {
    name: "a service moved in the visual editor",
    path: createPolicy,
    prepare: async (page) => {
      const unsaid = page.getByRole("region", { name: "No choice here (inherited)", exact: true });
      await unsaid.getByRole("button", { name: "Move all to opted out", exact: true }).click();
      await impactShown(page);
    },
    before: async (page, turn) =>
      page
        .getByRole("listbox", { name: moveOf(turn).from, exact: true })
        .getByRole("option")
        .first()
        .click(),
    act: async (page, turn) => {
      const { from, by } = moveOf(turn);
      await page
        .getByRole("region", { name: from, exact: true })
        .getByRole("button", { name: by, exact: true })
        .click();
    },
    rest: hesitating,
    what: "the first service moved from opted out to opted in, and back, the impact on the root shown beside.",
  },
];
