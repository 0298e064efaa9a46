// The format `json`: one document with its version, for programs. `schema/` describes it, command by command.

import { printableLines } from "../printable.js";
import type { Report } from "./report.js";

/** Grows when a member changes its meaning or leaves; new members do not count. */
const jsonFormatVersion = 1;

export function jsonFormat({ command, data }: Report): string {
  return jsonText({ version: jsonFormatVersion, command, ...data });
}

/** Indented; characters that a terminal would obey are escapes. */
export function jsonText(document: object): string {
  return printableLines(JSON.stringify(document, undefined, 2));
}
