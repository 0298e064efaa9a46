// Reads an organization from whatever a person has: the one door through which files become snapshots.

import { readdir, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { describeSnapshotProblem, parseSnapshot } from "@withhold/policy";
import type { OrganizationSnapshot } from "@withhold/policy";
import { fileProblem } from "../file-problem.js";
import { readTemplate } from "./cloudformation/read-template.js";
import { formatOfDocument, formatOfJson, understood } from "./input-format.js";
import type { DocumentFormat, InputFormat } from "./input-format.js";
import type { InputDocument } from "./input-node.js";
import { InputProblem, SyntaxProblem } from "./input-problem.js";
import { recordValue } from "./json-value.js";
import type { RecordValue } from "./json-value.js";
import { organizationConfig, readLandingZone } from "./landing-zone.js";
import type { ConfigurationFiles } from "./landing-zone.js";
import { readOrgFormation } from "./org-formation.js";
import { isJsonText, parseDocument } from "./parse-document.js";
import { readText } from "./read-text.js";
import { readTerraform } from "./terraform/read-terraform.js";

export interface OrganizationInput {
  /** A file, a folder, or `-` for standard input. */
  readonly file: string;
  /** Told by the content when absent. */
  readonly format: InputFormat | undefined;
  /** Parameters of a CloudFormation template that are known. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly standardInput: AsyncIterable<Uint8Array>;
  /** ISO 8601 in UTC. */
  readonly readAt: string;
}

/** Throws `InputProblem`. */
export async function readOrganization(input: OrganizationInput): Promise<OrganizationSnapshot> {
  const file = await mainFile(input.file);
  const text = await readText(file, input.standardInput);
  const json = isJsonText(text) && input.format !== "snapshot" ? jsonRecord(text) : undefined;
  const format = input.format ?? (json === undefined ? undefined : formatOfJson(file, json));
  switch (format) {
    case "snapshot":
      return snapshotFrom(input.file, text);
    case "terraform":
      return readTerraform(input.file, json ?? notJson(file), input.readAt);
    case "cloudformation":
    case "landing-zone":
    case "org-formation":
    case undefined: {
      const document = await parseDocument(file, text).catch((error: unknown) => {
        // Who gave a picture by mistake learns what would do.
        const isOpen = format === undefined && error instanceof SyntaxProblem;
        throw isOpen ? error.hinted(understood) : error;
      });
      return readDocument(format ?? formatOfDocument(document), document, input);
    }
  }
}

async function readDocument(
  format: DocumentFormat,
  document: InputDocument,
  { file, parameters, readAt }: OrganizationInput,
): Promise<OrganizationSnapshot> {
  switch (format) {
    case "cloudformation":
      return readTemplate(document, parameters, readAt);
    case "org-formation":
      return readOrgFormation(document, readAt);
    case "landing-zone":
      return readLandingZone(file, document, filesBeside(document.file), readAt);
  }
}

/** `undefined` where it is no JSON: who reads it with places says where. */
function jsonRecord(text: string): RecordValue | undefined {
  try {
    return recordValue(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function notJson(file: string): never {
  throw new InputProblem(file, "not JSON; give the output of `terraform show -json`");
}

function snapshotFrom(file: string, text: string): OrganizationSnapshot {
  const result = parseSnapshot(text);
  if (result.ok) return result.snapshot;
  throw new InputProblem(file, describeSnapshotProblem(result));
}

/** What a folder is known by. */
const mainFiles = [organizationConfig, "organization.yml", "organization.yaml"];

async function mainFile(file: string): Promise<string> {
  if (file === "-") return file;
  const isFolder = await stat(file).then(
    (found) => found.isDirectory(),
    (error: unknown) => {
      throw new InputProblem(file, `cannot be read: ${fileProblem(error)}`);
    },
  );
  if (!isFolder) return file;
  const names = await readdir(file);
  const main = mainFiles.find((name) => names.includes(name));
  if (main !== undefined) return join(file, main);
  throw new InputProblem(file, `a folder with none of ${mainFiles.join(", ")} in it; ${understood}`);
}

/** The files of a configuration, and none outside its folder, whatever a configuration names. */
function filesBeside(file: string): ConfigurationFiles {
  const folder = dirname(file);
  const name = (path: string): string => join(folder, path);
  return {
    name,
    async text(path) {
      const inside = relative(folder, name(path));
      if (inside.startsWith("..") || isAbsolute(inside) || basename(path) === "") return undefined;
      const exists = await stat(name(path)).then(
        (found) => found.isFile(),
        () => false,
      );
      return exists ? readText(name(path), noInput()) : undefined;
    },
  };
}

async function* noInput(): AsyncIterable<Uint8Array> {}
