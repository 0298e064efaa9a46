// The options by which every offline command is given an organization, and what they come to.

import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";
import { awsCatalogue, evaluateSnapshot } from "@withhold/policy";
import type { Catalogue, Evaluation, OrganizationSnapshot } from "@withhold/policy";
import { CommandError, exitCode } from "../exit-code.js";
import { readCatalogue } from "../read-catalogue.js";
import type { Terminal } from "../terminal.js";
import { NodeNames } from "./choose-nodes.js";
import { inputFormats } from "./input-format.js";
import type { InputFormat } from "./input-format.js";
import { InputProblem } from "./input-problem.js";

export interface InputOptions {
  readonly org?: string;
  readonly chain?: readonly string[];
  readonly inputFormat?: InputFormat;
  readonly parameter?: ReadonlyMap<string, string>;
  readonly catalogue?: string;
}

/** An organization, evaluated. */
export interface OpenedInput {
  readonly evaluation: Evaluation;
  readonly names: NodeNames;
  readonly catalogue: Catalogue;
}

export function addInputOptions(command: Command): Command {
  return command
    .option(
      "--org <file>",
      "the organization: a snapshot, `terraform show -json`, a CloudFormation template, or a configuration folder; - reads standard input",
    )
    .option(
      "--chain <level...>",
      "or plain policy files, root first, account last; several at one level: a.json,b.json; nothing attached: none",
    )
    .addOption(inputFormatOption())
    .addOption(parameterOption())
    .option("--catalogue <file>", "JSON file with AI services of your own");
}

export function inputFormatOption(): Option {
  return new Option("--input-format <format>", "what --org is, where the content does not tell").choices(
    inputFormats,
  );
}

export function parameterOption(): Option {
  return new Option(
    "--parameter <name=value>",
    "a parameter that a CloudFormation template is deployed with, repeatable",
  ).argParser(parseParameter);
}

function parseParameter(
  text: string,
  before: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const equals = text.indexOf("=");
  if (equals < 1) throw new InvalidArgumentError("expected NAME=VALUE, such as RootId=r-abcd");
  return new Map([...before, [text.slice(0, equals), text.slice(equals + 1)]]);
}

/** Reads and evaluates what the options name. Throws `CommandError`. */
export async function openInput(options: InputOptions, terminal: Terminal): Promise<OpenedInput> {
  const catalogue = options.catalogue === undefined ? awsCatalogue : await readCatalogue(options.catalogue);
  return openSnapshot(await snapshotOf(options, terminal), catalogue);
}

/** Throws `CommandError` where the snapshot does not hold together. */
export function openSnapshot(snapshot: OrganizationSnapshot, catalogue: Catalogue): OpenedInput {
  const result = evaluateSnapshot(snapshot, { catalogue });
  if (result.ok) return { evaluation: result.evaluation, names: new NodeNames(snapshot), catalogue };
  throw new CommandError(exitCode.usage, `\`${snapshot.provenance.source}\`: ${result.problem.message}`);
}

async function snapshotOf(options: InputOptions, terminal: Terminal): Promise<OrganizationSnapshot> {
  const { org, chain } = options;
  if (org !== undefined && chain !== undefined)
    throw new CommandError(exitCode.usage, "give --org or --chain, not both");
  if (org !== undefined) return readSnapshot(org, options, terminal);
  if (chain === undefined)
    throw new CommandError(
      exitCode.usage,
      "which organization? give --org FILE, or --chain with policy files, root first",
    );
  const { readChain } = await import("./read-chain.js");
  return readChain(chain, now(), terminal);
}

/** An organization in any form. Throws `CommandError`. */
export async function readSnapshot(
  file: string,
  { inputFormat, parameter }: Pick<InputOptions, "inputFormat" | "parameter">,
  terminal: Terminal,
): Promise<OrganizationSnapshot> {
  // Loaded when needed: `--help` should not wait for readers.
  const { readOrganization } = await import("./read-organization.js");
  try {
    return await readOrganization({
      file,
      format: inputFormat,
      parameters: parameter ?? new Map(),
      standardInput: terminal.input,
      readAt: now(),
    });
  } catch (error) {
    if (error instanceof InputProblem) throw new CommandError(exitCode.usage, error.message);
    throw error;
  }
}

function now(): string {
  return new Date().toISOString();
}
