// The published schemas of `--output json`, to hold real output against.

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";

const folder = fileURLToPath(new URL("../schema/", import.meta.url));

/** The commands that have a schema. */
export const schemaCommands = readdirSync(folder).map((name) => name.replace(/\.schema\.json$/, ""));

/** What the schema of a command has against a document; undefined where nothing. */
export function schemaProblems(command: string, document: unknown): string | undefined {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  const schema = JSON.parse(readFileSync(`${folder}${command}.schema.json`, "utf8")) as object;
  return ajv.validate(schema, document) ? undefined : ajv.errorsText();
}
