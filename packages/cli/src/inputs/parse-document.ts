// Reads a document of JSON or YAML, whichever it is.

import type { InputDocument } from "./input-node.js";
import { parseJsonDocument } from "./parse-json-document.js";

/** Throws `InputProblem`. */
export async function parseDocument(file: string, text: string): Promise<InputDocument> {
  if (isJsonText(text)) return parseJsonDocument(file, text);
  // Loaded when needed: most inputs are JSON.
  return (await import("./parse-yaml-document.js")).parseYamlDocument(file, text);
}

/** By its first character: what begins like JSON is read as nothing else. */
export function isJsonText(text: string): boolean {
  return /^\s*[{[]/.test(text);
}
