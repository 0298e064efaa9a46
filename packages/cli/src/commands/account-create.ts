// `withhold account create`: an account outside any organization, made by the operator of a running server.

import { access, constants, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Command, Option } from "commander";
import {
  appendCredentialsSection,
  credentialsSectionText,
  readCredentialsSection,
} from "../credentials-section.js";
import type { CredentialsSection } from "../credentials-section.js";
import { defaultDataDirectory } from "../data-directory.js";
import { CommandError, exitCode } from "../exit-code.js";
import type { ExitCode } from "../exit-code.js";
import { fileProblem } from "../file-problem.js";
import type { OperatorAnswer } from "../operator-client.js";
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
    .option(
      "--credentials <file>",
      "the operator's credentials: section [withhold]",
      join(defaultDataDirectory, "credentials"),
    )
    .option("--endpoint <url>", "where the server is; else what the credentials say")
    .addOption(
      new Option("--output <format>", "how to print the account").choices(["table", "json"]).default("table"),
    )
    .addHelpText("after", afterHelp)
    .action(async (flags: CreateFlags) => {
      const operator = await operatorOf(flags);
      const { callOperator } = await import("../operator-client.js");
      const { name, email } = flags;
      const created = createdBy(await callOperator(operator, "/v1/accounts", { name, email }), operator);
      if (flags.output === "json") terminal.print(JSON.stringify({ version: 1, ...created }, undefined, 2));
      else await keep(created, operator, flags, terminal);
    });
}

async function operatorOf({ credentials: file, endpoint, output }: CreateFlags): Promise<CredentialsSection> {
  const cannot = (what: string) => (error: unknown) => {
    const message = `credentials \`${file}\` cannot be ${what}: ${fileProblem(error)}; name the file of the server's data directory with --credentials`;
    throw new CommandError(exitCode.failed, message);
  };
  const text = await readFile(file, "utf8").catch(cannot("read"));
  // Asked before the call: afterwards there is a key that somebody has to keep.
  if (output === "table") await access(file, constants.W_OK).catch(cannot("written"));
  const section = readCredentialsSection(text, "withhold");
  if (section === undefined || section.accessKeyId === "" || section.secretAccessKey === "") {
    const message = `credentials \`${file}\` have no section \`[withhold]\` with a key; name the file of the server's data directory`;
    throw new CommandError(exitCode.failed, message);
  }
  const url = endpoint ?? section.endpoint;
  if (!/^https?:$/.test(protocolOf(url))) {
    const message = `\`${url}\` is no http or https URL; say with --endpoint where the server is`;
    throw new CommandError(exitCode.usage, message);
  }
  return { ...section, endpoint: url, region: section.region === "" ? "us-east-1" : section.region };
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : "";
}

/** Ends the command unless the account exists. */
function createdBy(answer: OperatorAnswer, { endpoint }: CredentialsSection): Created {
  if (answer.kind !== "answered") throw noAnswer(answer, endpoint);
  if (isCreated(answer.body)) return answer.body;
  const error = isObject(answer.body) ? answer.body["error"] : undefined;
  if (hasTexts(error, ["code", "message"])) {
    throw new CommandError(exitCodes[error.code] ?? exitCode.failed, printable(error.message));
  }
  const what = `${endpoint} answered ${answer.status} and nothing that this version reads; is it a Withhold server?`;
  throw new CommandError(exitCode.failed, what);
}

/** By the server's code: `failed` leaves open whether the account exists. */
const exitCodes: Readonly<Record<string, ExitCode>> = {
  "invalid-request": exitCode.usage,
  failed: exitCode.undetermined,
};

function noAnswer({ kind, why }: NoAnswer, endpoint: string): CommandError {
  return kind === "unreached"
    ? new CommandError(
        exitCode.failed,
        `no server at ${endpoint}: ${why}; start one with \`withhold serve\`, or say with --endpoint where it is`,
      )
    : new CommandError(
        exitCode.undetermined,
        `no answer from ${endpoint}: ${why}; the account may exist, without anybody knowing its key: if its address is taken now, choose another`,
      );
}

type NoAnswer = Exclude<OperatorAnswer, { readonly kind: "answered" }>;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isCreated(body: unknown): body is Created {
  return (
    isObject(body) &&
    hasTexts(body["account"], ["id", "name", "email"]) &&
    hasTexts(body["rootAccessKey"], ["accessKeyId", "secretAccessKey"])
  );
}

function hasTexts<Name extends string>(
  value: unknown,
  names: readonly Name[],
): value is Readonly<Record<Name, string>> {
  return isObject(value) && names.every((name) => typeof value[name] === "string");
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
