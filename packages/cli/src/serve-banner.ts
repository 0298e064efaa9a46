// What a newcomer needs next, printed once the server answers.

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { optOutSummary } from "@withhold/server";
import type { AccountOptOut, Organization, RunningServer } from "@withhold/server";
import { counted } from "./counted.js";
import type { Cell } from "./output/report.js";
import { textTable } from "./output/text-table.js";
import { quoteForShell } from "./quote-for-shell.js";
import type { Terminal } from "./terminal.js";

/** Organizations larger than this are not listed: their table would bury the rest. */
const accountsShownMax = 20;

export function serveBanner(
  { url, cell, signInLink }: RunningServer,
  credentials: string,
  terminal: Terminal,
): string {
  const [organization] = cell.organizations.values();
  const size = organization?.accounts.size ?? 0;
  const accounts = organization !== undefined && size <= accountsShownMax ? optOutSummary(organization) : [];
  const rows = [
    ["  endpoint", url],
    ["  console", `${url}/console/`],
    ["  credentials", whereKeysAre(credentials)],
    [
      "  organization",
      organization === undefined ? "none yet" : `${organization.id}, ${counted(size, "account")}`,
    ],
  ];
  // Never wrapped: a path is there to be copied.
  const facts = textTable(rows, terminal, Number.POSITIVE_INFINITY);
  const sections = ["", facts];
  if (signInLink !== undefined) {
    sections.push("", "Sign in to the console, once, within 15 minutes:", "", `  ${signInLink}`);
  }
  if (accounts.length > 0) sections.push("", accountTable(accounts, terminal));
  sections.push(
    "",
    terminal.paint("bold", "Try it, in another terminal:"),
    "",
    ...commands(resolve(credentials), organization, accounts),
  );
  return sections.join("\n");
}

/** The file is written once, and its owner may have moved it. */
function whereKeysAre(credentials: string): string {
  const file = resolve(credentials);
  return existsSync(file) ? `${file} (profile withhold)` : `${file} is gone; use the keys kept from it`;
}

function accountTable(accounts: readonly AccountOptOut[], terminal: Terminal): string {
  const head = ["  ACCOUNT", "ID", "WHERE", "AI SERVICES MAY KEEP ITS CONTENT"].map((text): Cell => ({
    text,
    tone: "quiet",
  }));
  const rows = accounts.map((account) => [
    `  ${account.name}`,
    account.accountId,
    account.path,
    verdict(account),
  ]);
  return textTable([head, ...rows], terminal);
}

function verdict({ state, optedIn }: AccountOptOut): Cell {
  switch (state) {
    case "out":
      return { text: "no, opted out of everything", tone: "good" };
    case "in":
      return { text: `yes, opted in: ${optedIn.join(", ")}`, tone: "bad" };
    case "undecided":
      return { text: "yes, by AWS's default: no choice made for every service", tone: "doubtful" };
  }
}

/** Three commands that work as printed. `--profile` wins over keys that the shell may already hold. */
function commands(
  credentials: string,
  organization: Organization | undefined,
  accounts: readonly AccountOptOut[],
): readonly string[] {
  const aws = "aws --profile withhold organizations";
  const shown = accounts.find(({ state }) => state === "in")?.accountId ?? organization?.managementAccountId;
  const setting = `  export AWS_SHARED_CREDENTIALS_FILE=${quoteForShell(credentials)}`;
  if (shown === undefined) {
    return [setting, `  ${aws} create-organization`, `  ${aws} list-roots`, `  ${aws} list-accounts`];
  }
  const type = "AISERVICES_OPT_OUT_POLICY";
  return [
    setting,
    `  ${aws} list-accounts --output table`,
    `  ${aws} list-policies --filter ${type}`,
    `  ${aws} describe-effective-policy --policy-type ${type} --target-id ${shown}`,
  ];
}
