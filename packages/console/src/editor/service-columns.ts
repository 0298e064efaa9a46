// The services of the visual editor, each in the column where the policy puts it.

import { defaultEntry } from "@withhold/policy";
import type { AiService, Catalogue } from "@withhold/policy";
import { defaultChoice } from "./visual-document.js";
import type { EntryChoice, VisualDocument } from "./visual-document.js";

export interface ServiceItem {
  readonly key: string;
  readonly name: string;
  /** `unknown`: the policy names it, and the catalogue does not have it. */
  readonly evidence: AiService["evidence"] | "unknown";
  /** What puts it into its column: an entry of its own, or `default`. */
  readonly by: "own" | "default" | "nothing";
  readonly isLocked: boolean;
}

export interface ServiceColumns {
  readonly optIn: readonly ServiceItem[];
  readonly optOut: readonly ServiceItem[];
  /** This policy makes no choice: what is inherited holds. */
  readonly none: readonly ServiceItem[];
}

/** Those of the catalogue in its order, then those that only the policy names. What is kept for the JSON tab is in none. */
export function serviceColumns(document: VisualDocument, catalogue: Catalogue): ServiceColumns {
  const columns: Record<EntryChoice | "none", ServiceItem[]> = { optIn: [], optOut: [], none: [] };
  const entries = new Map(document.entries.map((entry) => [entry.key, entry]));
  const followed = defaultChoice(document);
  const keys = new Set([...catalogue.keys(), ...entries.keys()]);
  keys.delete(defaultEntry);
  for (const key of keys) {
    const entry = entries.get(key);
    if (entry?.kind === "kept") continue;
    const { name = key, evidence = "unknown" } = catalogue.get(key) ?? {};
    const choice = entry?.choice ?? followed ?? "none";
    const by = entry?.choice !== undefined ? "own" : followed === undefined ? "nothing" : "default";
    columns[choice].push({ key, name, evidence, by, isLocked: entry?.isLocked === true });
  }
  return columns;
}

/** Of the words that were typed, each must be in the key or the name. */
export function filteredItems(items: readonly ServiceItem[], typed: string): readonly ServiceItem[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter(({ key, name }) => {
    const said = `${key} ${name}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
