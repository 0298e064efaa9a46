// The canonical form of an AI services opt-out policy, and the shortest one. Both say what the original says, to the
// order of the services in the effective policy.

import { awsCatalogue } from "../catalogue.js";
import type { Catalogue } from "../catalogue.js";
import { Findings } from "../finding.js";
import type { Finding } from "../finding.js";
import type { JsonMember, JsonNode } from "../json.js";
import { childControl, controlValues, valueOperators } from "../operators.js";
import { aiOptOutCharactersMax, characterCount, readChecked } from "../parse-policy.js";
import { indentedJson } from "./indented-json.js";
import { minifiedJson } from "./minified-json.js";

export interface FormatOptions {
  /** Which services a policy may name; AWS's when absent. */
  readonly catalogue?: Catalogue;
  /** One line without white space, whatever its length. */
  readonly minify?: boolean;
}

export type FormatResult =
  | { readonly ok: true; readonly text: string }
  /** The errors of a policy that is left as it is. */
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Too large by its white space alone is no obstacle: the answer fits. The canonical text ends with a line feed. */
export function formatPolicy(
  text: string,
  { catalogue = awsCatalogue, minify = false }: FormatOptions = {},
): FormatResult {
  const findings = new Findings(text);
  const { json } = readChecked(text, { type: "AISERVICES_OPT_OUT_POLICY", catalogue }, findings);
  if (findings.hasError || json === undefined) return { ok: false, findings: findings.list() };
  const ordered = inOrder(json);
  const short = minifiedJson(ordered);
  if (!fits(short)) return { ok: false, findings: tooLarge(text, catalogue) };
  const canonical = `${indentedJson(ordered)}\n`;
  // Indented, a long policy may grow past what may be attached.
  return { ok: true, text: minify ? short : fits(canonical) ? canonical : withLineFeed(short) };
}

function tooLarge(text: string, catalogue: Catalogue): readonly Finding[] {
  const findings = new Findings(text);
  const charactersMax = aiOptOutCharactersMax;
  readChecked(text, { type: "AISERVICES_OPT_OUT_POLICY", catalogue, charactersMax }, findings);
  return findings.list();
}

function fits(text: string): boolean {
  return characterCount(text) <= aiOptOutCharactersMax;
}

/** A line feed too many would make it too large. */
function withLineFeed(short: string): string {
  return fits(`${short}\n`) ? `${short}\n` : short;
}

const operatorOrder: readonly string[] = [childControl, ...valueOperators];
const controlOrder: readonly string[] = Array.from(controlValues.keys());

/** Operators first, child control leading; members stay in the order that the effective policy will list them in. */
function inOrder(node: JsonNode): JsonNode {
  if (node.kind !== "object") return node;
  const members = node.members.map((member) => ({ ...member, value: valueInOrder(member) }));
  const operators = operatorOrder.flatMap((name) => members.filter(({ key }) => key === name));
  return { ...node, members: [...operators, ...members.filter((member) => !operators.includes(member))] };
}

/** What child control allows is a set. */
function valueInOrder({ key, value }: JsonMember): JsonNode {
  if (key !== childControl || value.kind !== "array") return inOrder(value);
  return { ...value, items: value.items.toSorted((a, b) => rank(a) - rank(b)) };
}

function rank(item: JsonNode): number {
  return item.kind === "string" ? controlOrder.indexOf(item.value) : controlOrder.length;
}
