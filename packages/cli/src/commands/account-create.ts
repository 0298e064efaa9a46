// `withhold account create`: an account outside any organization, made by the operator of a running server.

import { resolve } from "node:path";
import { Command, Option } from "commander";
import { appendCredentialsSection, credentialsSectionText } from "../credentials-section.js";
import type { CredentialsSection } from "../credentials-section.js";
import { exitCode } from "../exit-code.js";
import { fileProblem } from "../file-problem.js";
import { answeredBy, hasTexts, isObject } from "../operator-answer.js";
import { credentialsOption, endpointOption, readOperator } from "../operator-credentials.js";
import { textTable } from "../output/text-table.js";
import { printable } from "../printable.js";
import { quoteForShell } from "../quote-for-shell.js";
import type { Terminal } from "../terminal.js";

interface CreateFlags {
  readonly name: string;
  readonly email: string;
  readonly credentials: string;
  readonly endpoint?: string;
  readonly output: "table" | "json";
}

/** As the server answers it. */
interface Created {
  readonly account: { readonly id: string; readonly name: string; readonly email: string };
  readonly rootAccessKey: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const afterHelp = `
The new account's root access key becomes a section of its own in the credentials file, and is shown
nowhere. With --output json it is printed instead, this once, and no file is touched.

Example:
  $ withhold account create --name Solo --email solo@example.com

Exit codes: 0 created, 1 not created, 2 wrong usage, 4 unknown whether it was created.`;

export function accountCommand(terminal: Terminal): Command {
  return new Command("account")
    .summary("make accounts on a running server")
    .description("Makes accounts on a running server, as its operator.")
    .addCommand(createCommand(terminal));
}

function createCommand(terminal: Terminal): Command {
  return new Command("create")
    .summary("make an account outside any organization")
    .description(
      "Makes an account that belongs to no organization, on a running server, so that it can found one of its own. " +
        "Signed with the key of the server's operator, which is the root access key of its first account. Member " +
        "accounts of an organization are made by CreateAccount instead.",
    )
    .requiredOption("--name <name>", "name of the account")
    .requiredOption("--email <address>", "e-mail address, which no other account of the server may have")
    .option(...credentialsOption)
    .option(...endpointOption)
    .addOption(
      new Option("--output <format>", "how to print the account").choices(["table", "json"]).default("table"),
    )
    .addHelpText("after", afterHelp)
    .action(async (flags: CreateFlags) => {
      const { name, email, output } = flags;
      // Asked before the call: afterwards there is a key that somebody has to keep.
      const operator = await readOperator({ ...flags, mustBeWritable: output === "table" });
      const { callOperator } = await import("../operator-client.js");
      const answer = await callOperator(operator, "/v1/accounts", { name, email });
      const created = answeredBy(answer, operator.endpoint, { isExpected: isCreated, lost });
      if (output === "json") terminal.print(JSON.stringify({ version: 1, ...created }, undefined, 2));
      else await keep(created, operator, flags, terminal);
    });
}

const lost =
  "the account may exist, without anybody knowing its key: if its address is taken now, choose another";

function isCreated(body: unknown): body is Created {
  return (
    isObject(body) &&
    hasTexts(body["account"], ["id", "name", "email"]) &&
    hasTexts(body["rootAccessKey"], ["accessKeyId", "secretAccessKey"])
  );
}

/** Writes the key down and says where, with what to do next. A key that no file takes is printed: it would be lost. */
async function keep(
  { account, rootAccessKey }: Created,
  { endpoint, region }: CredentialsSection,
  { credentials: file }: CreateFlags,
  terminal: Terminal,
): Promise<void> {
  const profile = `withhold-${account.id}`;
  const section = credentialsSectionText(profile, { ...rootAccessKey, region, endpoint });
  terminal.print(
    `created account ${account.id}, ${printable(account.name)} <${printable(account.email)}>, in no organization`,
  );
  try {
    await appendCredentialsSection(file, section);
  } catch (error) {
    terminal.complain(
      `withhold: credentials \`${file}\` cannot be written: ${fileProblem(error)}; the account exists, keep its key, which is not told again`,
    );
    terminal.print(`\n${section}`);
    terminal.end(exitCode.failed);
    return;
  }
  // Never wrapped: a path is there to be copied.
  const facts = [
    ["  credentials", `${resolve(file)} (profile ${profile})`],
    ["  endpoint", endpoint],
  ];
  terminal.print(
    [
      "",
      textTable(facts, terminal, Number.POSITIVE_INFINITY),
      "",
      terminal.paint("bold", "Next, let it found an organization:"),
      "",
      `  export AWS_SHARED_CREDENTIALS_FILE=${quoteForShell(resolve(file))}`,
      `  aws --profile ${profile} organizations create-organization`,
    ].join("\n"),
  );
}
