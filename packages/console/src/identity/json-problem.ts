// Why a text is no JSON, for the form that holds it; what it means is for the server to say.

import { parseJson, positionAt } from "@withhold/policy";

/** Undefined where it is JSON. */
export function jsonProblem(text: string): string | undefined {
  if (text.trim() === "") return "Write a policy document";
  const parsed = parseJson(text);
  if (parsed.ok) return undefined;
  const { line, column } = positionAt(text, parsed.at);
  return `Line ${line}, column ${column}: ${parsed.message}`;
}
