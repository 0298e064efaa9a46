// The operator of a server: its key, and where the server is.

import { access, constants, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readCredentialsSection } from "./credentials-section.js";
import type { CredentialsSection } from "./credentials-section.js";
import { defaultDataDirectory } from "./data-directory.js";
import { CommandError, exitCode } from "./exit-code.js";
import { fileProblem } from "./file-problem.js";

export const credentialsOption = [
  "--credentials <file>",
  "the operator's credentials: section [withhold]",
  join(defaultDataDirectory, "credentials"),
] as const;

export const endpointOption = [
  "--endpoint <url>",
  "where the server is; else what the credentials say",
] as const;

interface OperatorFlags {
  readonly credentials: string;
  readonly endpoint?: string;
  readonly mustBeWritable?: boolean;
}

/** Ends the command where there is no key, or no server that it could be for. */
export async function readOperator({
  credentials: file,
  endpoint,
  mustBeWritable = false,
}: OperatorFlags): Promise<CredentialsSection> {
  const cannot = (what: string) => (error: unknown) => {
    const message = `credentials \`${file}\` cannot be ${what}: ${fileProblem(error)}; name the file of the server's data directory with --credentials`;
    throw new CommandError(exitCode.failed, message);
  };
  const text = await readFile(file, "utf8").catch(cannot("read"));
  if (mustBeWritable) await access(file, constants.W_OK).catch(cannot("written"));
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
